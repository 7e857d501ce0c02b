"""What is asked of an item of an agenda and of its papers."""

from django import forms
from wagtail.documents.widgets import AdminDocumentChooser

from documents.models import CustomDocument
from partnership.content.known_pages import known_pages
from partnership.content.visibility import Audience

from ...models import AgendaItem, AgendaPaper, Part


class ItemForm(forms.ModelForm):
    """Writes one item; of Part B also why it is private."""

    class Meta:
        model = AgendaItem
        fields = [
            "title",
            "title_is_public",
            "private_reason",
            "minutes",
            "lead",
            "purpose",
            "area_of_work",
            "asked",
            "outcome",
        ]
        widgets = {
            "asked": forms.Textarea(attrs={"rows": 3}),
            "outcome": forms.Textarea(attrs={"rows": 3}),
            "private_reason": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, user, now, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.part == Part.A:
            for name in ("title_is_public", "private_reason"):
                del self.fields[name]
        areas = self.fields["area_of_work"]
        areas.queryset = known_pages(areas.queryset, user, Audience(now)).order_by("title")
        areas.empty_label = "None"

    def clean(self):
        cleaned = super().clean()
        item = self.instance
        if item.part == Part.B and item.published_at and not cleaned.get("private_reason"):
            self.add_error("private_reason", "The agenda is published: the public reads why it is private.")
        return cleaned


class ChoosePaperForm(forms.ModelForm):
    """Takes a document from the library as a paper."""

    class Meta:
        model = AgendaPaper
        fields = ["document", "title"]
        widgets = {"document": AdminDocumentChooser}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = CustomDocument.objects.filter(taken_down_at=None)

    def clean_document(self):
        document = self.cleaned_data["document"]
        if self.instance.item.papers.filter(document=document).exists():
            raise forms.ValidationError("This document is a paper of this item already.")
        return document


class PaperForm(forms.ModelForm):
    """Changes what the link to a paper says."""

    class Meta:
        model = AgendaPaper
        fields = ["title"]


class ReasonForm(forms.Form):
    """Asks for a reason that the public reads."""

    reason = forms.CharField(
        max_length=300, help_text="The public reads this.", widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, label="Why", required=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].required = label, required


class PublishPapersForm(forms.Form):
    """Asks which papers are published now, and of each late one why it is late."""

    def __init__(self, *args, papers, numbers, is_late, **kwargs):
        super().__init__(*args, **kwargs)
        self.papers, self.is_late = papers, is_late
        for paper in papers:
            self.fields[f"publish-{paper.pk}"] = forms.BooleanField(
                label=f"{numbers[paper.item_id]} {paper.name}", required=False, initial=True
            )
            if is_late and not paper.is_private:
                self.fields[f"reason-{paper.pk}"] = forms.CharField(
                    label=f"Why {numbers[paper.item_id]} {paper.name} is late",
                    max_length=300,
                    required=False,
                    help_text="The public reads this.",
                )

    def clean(self):
        cleaned = super().clean()
        chosen = self.chosen
        if not chosen:
            raise forms.ValidationError("Tick the papers that you want to publish.")
        for paper in chosen:
            name = f"reason-{paper.pk}"
            if name in self.fields and not cleaned.get(name):
                self.add_error(name, "Say why it is late.")
        return cleaned

    @property
    def chosen(self) -> list[AgendaPaper]:
        """The papers that are ticked, each with the reason given."""
        chosen = [paper for paper in self.papers if self.cleaned_data.get(f"publish-{paper.pk}")]
        for paper in chosen:
            paper.late_reason = self.cleaned_data.get(f"reason-{paper.pk}", "")
        return chosen
