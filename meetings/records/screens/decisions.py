"""The screen of what each committee decided on each item, and the one on which a recommendation is ratified."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from ...models import DeclaredInterest, ItemRecord, MeetingPage
from ...notice.counting import day_in_london
from ..constituents import benches_of, members_on_the_day
from ..proposals import in_order_taken, proposed
from ..publishing import ratify, record_correction
from .base import RecordScreen
from .decision_forms import DecisionForm, RatificationForm


class DecisionsView(RecordScreen, TemplateView):
    """Every item, and below it each committee with what it decided."""

    page_title = "Decisions"
    template_name = "meetings/records/decisions.html"

    def build(self, data=None) -> None:
        """Make the forms, of what is kept or of what was typed."""
        self.benches = benches_of(self.meeting)
        lines = in_order_taken(self.lines(), self.meeting)
        kept = {
            (record.item_id, record.organisation_id): record
            for record in ItemRecord.objects.filter(item__in=[line.item.pk for line in lines])
        }
        proposals = {bench.key: proposed(bench, lines) for bench in self.benches}
        self.rows = []
        for line in lines:
            forms = [
                self.form_of(line, bench, kept, proposals[bench.key][line.item.pk], data)
                for bench in self.benches
            ]
            self.rows.append({"line": line, "forms": forms})

    def form_of(self, line, bench, kept, proposal, data) -> DecisionForm:
        """The form of one item for one committee."""
        organisation = bench.sitting.organisation_id
        record = kept.get((line.item.pk, organisation))
        record = record or ItemRecord(item=line.item, organisation_id=organisation)
        return DecisionForm(
            data,
            prefix=f"{line.item.pk}-{bench.key}",
            instance=record,
            line=line,
            bench=bench,
            proposal=proposal,
            use_required_attribute=False,
        )

    def interests(self) -> list[DeclaredInterest]:
        """What the members on that day have in the register of interests, to be at hand."""
        members = members_on_the_day(self.meeting)
        found = DeclaredInterest.objects.filter(membership__in=members).exclude(
            kind=DeclaredInterest.Kind.NONE
        )
        return list(found.select_related("membership__person"))

    def get_context_data(self, **kwargs):
        if not hasattr(self, "rows"):
            self.build()
        own = {"rows": self.rows, "benches": self.benches, "interests": self.interests()}
        return super().get_context_data(**kwargs) | own

    def post(self, request, *args, **kwargs):
        self.build(request.POST)
        forms = [form for row in self.rows for form in row["forms"]]
        # Each is asked, so that each says what is wrong with it.
        valid = [form.is_valid() for form in forms]
        if not (all(valid) and self.correction_is_said()):
            return self.not_saved()
        self.save([form for form in forms if form.is_said])
        messages.success(request, self.saved_words)
        return redirect(self.record_url)

    @transaction.atomic
    def save(self, forms) -> None:
        """Keep every record of which something is said."""
        for form in forms:
            record = form.save(commit=False)
            if self.is_published and record.item.published_at and record.published_at is None:
                record.published_at = self.now
            record.save()
        if self.is_published:
            record_correction(self.meeting, self.correction, self.now)


class RatifyView(RecordScreen, FormView):
    """Says that a recommendation of a committee without a quorum was ratified."""

    form_class = RatificationForm
    template_name = "meetings/agenda/form.html"

    def get_page_title(self):
        return f"Ratify: {self.record.item.title}"

    @cached_property
    def record(self) -> ItemRecord:
        """The recommendation, which is not found by who may not know of its item."""
        records = ItemRecord.objects.filter(item__in=self.items.values("pk")).select_related(
            "item__meeting", "organisation"
        )
        record = get_object_or_404(records, pk=self.kwargs["record"])
        if record.decision != ItemRecord.Decision.RECOMMENDED:
            raise PermissionDenied
        return record

    def get_form_kwargs(self):
        later = MeetingPage.objects.sibling_of(self.meeting).filter(
            live=True, starts_at__gt=self.meeting.starts_at, starts_at__lte=self.now
        )
        own = {
            "instance": self.record,
            "meetings": later.order_by("starts_at"),
            "today": day_in_london(self.now),
        }
        return {**super().get_form_kwargs(), **own}

    def get_context_data(self, **kwargs):
        whose = self.record.organisation.name if self.record.organisation else "the committee"
        labels = {"submit_button_label": "Record it", "submit_button_active_label": "Saving…"}
        about = f"The recommendation of {whose} binds it from then on. The public reads when and by whom."
        return super().get_context_data(**kwargs) | labels | {"about": about}

    def form_valid(self, form):
        ratify(form.save(commit=False), self.now)
        messages.success(self.request, "Recorded: it is ratified.")
        return redirect(self.record_url)

    def form_invalid(self, form):
        messages.error(self.request, "Nothing was saved. Please see what is said beside the fields.")
        return self.render_to_response(self.get_context_data(form=form), status=400)
