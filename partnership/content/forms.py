"""The edit form of every page."""

from collections.abc import Iterator

from django.db.models import Model, UniqueConstraint
from django.forms import ModelMultipleChoiceField
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from .pages_chooser import PagesChooser

# In the address of a page whose title has no Latin letters to make words of.
NAMELESS = "page"


class PublishablePageForm(WagtailAdminPageForm):
    """Lets an incomplete draft be saved; asks for the rest when it is submitted or published."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # A browser fills it in from the title; without scripts, or in another alphabet, nobody should have to.
            self.fields["slug"].required = False
        for name, field in self.fields.items():
            if isinstance(field.widget, PagesChooser):
                field.widget.limit_to(field, self.for_user, chosen_pages(self.instance, name))

    def clean_title(self):
        # It is typed where lines may be broken; a title has one.
        return " ".join(self.cleaned_data["title"].split())

    def clean(self):
        if "slug" in self.fields and not self.cleaned_data.get("slug") and "slug" not in self.errors:
            self.cleaned_data["slug"] = free_slug(
                self.cleaned_data.get("title", ""), self.parent_page, self.instance
            )
        return super().clean()

    def is_valid(self):
        # Asked last: what a page needs may depend on its inline rows, which are validated after its own fields.
        valid = super().is_valid()
        for formset in self.formsets.values():
            for form, message in clashing_rows(formset):
                form.add_error(None, message)
                valid = False
        if not valid or self.is_deferred_validation:
            return valid
        for field, message in self.instance.publishing_problems(self.rows()).items():
            self.add_error(field if field in self.fields else None, message)
        return not self.errors

    def rows(self) -> dict[str, list[Model]]:
        """The inline rows as typed, by relation name, without those being deleted; and the records that are ticked."""
        ticked = {
            name: list(self.cleaned_data[name])
            for name in self.cleaned_data
            if isinstance(self.fields.get(name), ModelMultipleChoiceField)
        }
        typed = {
            name: [form.instance for form in kept_forms(formset)] for name, formset in self.formsets.items()
        }
        return ticked | typed


def chosen_pages(page: Page, name: str) -> list[int]:
    """The keys of the pages that a page names in one of its fields."""
    return [chosen.pk for chosen in getattr(page, name).all()]


def kept_forms(formset) -> list:
    """The forms of the rows that are to stay or to be added."""
    return [
        form
        for form in formset.forms
        if form not in formset.deleted_forms and (form.has_changed() or form.instance.pk)
    ]


def clashing_rows(formset) -> Iterator[tuple]:
    """Forms of rows that break a rule of which Django asks only the database, each with the rule's words.

    Those are the rules for some rows only, such as “one lead provider”.
    """
    parent_key = formset.fk.name
    for rule in formset.model._meta.constraints:
        if not isinstance(rule, UniqueConstraint) or rule.condition is None or parent_key not in rule.fields:
            continue
        seen = set()
        for form in kept_forms(formset):
            values = {
                field.name: getattr(form.instance, field.attname) for field in formset.model._meta.fields
            }
            if form.errors or not rule.condition.check(values):
                continue
            key = tuple(values[name] for name in rule.fields if name != parent_key)
            if key in seen:
                yield form, rule.violation_error_message
            seen.add(key)


def free_slug(title: str, parent: Page | None, page: Page) -> str:
    """The words of a page's address made from its title, with a number where a page beside it has them."""
    words = slugify(title)[:240] or NAMELESS
    taken = set()
    if parent is not None:
        taken = set(parent.get_children().exclude(pk=page.pk).values_list("slug", flat=True))
    slug, number = words, 2
    while slug in taken:
        slug, number = f"{words}-{number}", number + 1
    return slug
