"""The edit form of every page."""

from wagtail.admin.forms import WagtailAdminPageForm


class PublishablePageForm(WagtailAdminPageForm):
    """Lets an incomplete draft be saved; asks for the rest when it is submitted or published."""

    def is_valid(self):
        # Asked last: what a page needs may depend on its inline rows, which are validated after its own fields.
        valid = super().is_valid()
        if not valid or self.is_deferred_validation:
            return valid
        for field, message in self.instance.publishing_problems(self.rows()).items():
            self.add_error(field if field in self.fields else None, message)
        return not self.errors

    def rows(self) -> dict[str, list]:
        """The inline rows as typed, by relation name, without those being deleted."""
        return {
            name: [
                form.instance
                for form in formset.forms
                if form not in formset.deleted_forms and (form.has_changed() or form.instance.pk)
            ]
            for name, formset in self.formsets.items()
        }
