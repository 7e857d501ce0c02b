"""What is asked of an action and of a report on it."""

import django_filters
from django import forms
from django.utils.text import Truncator
from wagtail.admin.widgets import AdminDateInput

from documents.models import Recommendation
from partnership.content.known_pages import known_pages
from partnership.content.visibility import Audience

from ...models import Action, AgendaItem, Part
from ...models.actions import ActionStatus
from ..filters import OUTSTANDING, OVERDUE
from ..showing import numbers_of


def recommendation_label(recommendation) -> str:
    """A recommendation as a list of choices says it."""
    return f"{recommendation.publication.title}, {recommendation.label}: {Truncator(recommendation.text).words(14)}"


class ActionForm(forms.ModelForm):
    """Writes an action; of one that the public has read, what was changed is said in a sentence."""

    TOLD = ("text", "owner", "due_on", "due_precision")

    note = forms.CharField(
        label="What has changed",
        max_length=300,
        required=False,
        help_text="Needed where the wording, the owner or the due date changes: they are public. It is shown in the "
        "action’s history.",
    )

    class Meta:
        model = Action
        fields = [
            "item",
            "text",
            "owner",
            "organisation",
            "due_on",
            "due_precision",
            "area_of_work",
            "in_private",
            "answers",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3}),
            "due_on": AdminDateInput,
            "answers": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, user, now, with_part_b, **kwargs):
        super().__init__(*args, **kwargs)
        audience, meeting = Audience(now), self.instance.meeting
        numbers = numbers_of([meeting])
        items = AgendaItem.objects.filter(meeting=meeting.pk).published().in_order()
        self.fields["item"].queryset = items if with_part_b else items.filter(part=Part.A)
        self.fields["item"].label_from_instance = lambda item: (
            f"{numbers.get(item.pk, '')} {item.title}".strip()
        )
        self.fields["item"].empty_label = "None"
        self.fields["item"].help_text = "Items of the agenda as it is published."
        areas = self.fields["area_of_work"]
        areas.queryset = known_pages(areas.queryset, user, audience).order_by("title")
        areas.empty_label = self.fields["organisation"].empty_label = "None"
        answers = self.fields["answers"]
        answers.queryset = (
            Recommendation.objects.shown_to(audience)
            .newest_first()
            .select_related("publication")
            .defer("publication__body")
        )
        answers.label_from_instance = recommendation_label
        answers.help_text = ""
        if not with_part_b:
            del self.fields["in_private"]
        self.was_public = bool(self.instance.pk) and not self.instance.is_private
        if not self.was_public:
            del self.fields["note"]

    def clean(self):
        cleaned = super().clean()
        item = cleaned.get("item")
        # What follows from a private item is private until somebody says otherwise of a released one.
        if item and item.is_private and "in_private" in self.fields:
            cleaned["in_private"] = True
        told = [name for name in self.TOLD if name in self.changed_data]
        if self.was_public and told and not cleaned.get("note") and "note" not in self.errors:
            self.add_error("note", "It is public. Say in a sentence what has changed.")
        return cleaned


class ReportForm(forms.ModelForm):
    """Reports where an action stands."""

    class Meta:
        model = Action
        fields = ["status", "status_note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status_note"].widget.attrs["class"] = "w-w-full"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("status") == ActionStatus.DROPPED and not cleaned.get("status_note"):
            self.add_error("status_note", "Say in public why it is dropped.")
        if not self.errors and not self.changed_data:
            raise forms.ValidationError("Nothing is different. Change the status, or write a note.")
        return cleaned


class ActionsFilter(django_filters.FilterSet):
    """Narrows the actions that somebody keeps."""

    committee = django_filters.ChoiceFilter(label="Committee", empty_label="All committees")
    status = django_filters.ChoiceFilter(
        choices=[(OUTSTANDING, "Not ended"), (OVERDUE, "Overdue"), *ActionStatus.choices],
        method="of_status",
        label="Status",
        empty_label="All",
    )
    words = django_filters.CharFilter(method="with_words", label="Words or owner")

    def __init__(self, data, queryset, *, keeper, today):
        super().__init__(data, queryset)
        self.today = today
        choices = [(str(each.pk), each.title) for each in keeper.committees]
        self.filters["committee"].extra["choices"] = choices

    def of_status(self, queryset, name, status):
        """Those that stand so today."""
        if status == OUTSTANDING:
            return queryset.outstanding()
        return queryset.overdue(self.today) if status == OVERDUE else queryset.filter(status=status)

    def with_words(self, queryset, name, words):
        """Those that say so, or whose owner is called so."""
        return queryset.filter(text__icontains=words) | queryset.filter(owner__icontains=words)
