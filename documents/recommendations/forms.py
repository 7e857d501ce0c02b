"""The forms in which recommendations are written, one by one or many at once."""

import re

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from partnership.content.forms import kept_forms
from partnership.content.keys import is_key

from ..models import Recommendation
from .permissions import may_change, publications_open_to, was_public
from .rewording import is_reworded

MOST_AT_ONCE = 200
LONGEST_LABEL = Recommendation._meta.get_field("label").max_length
LONGEST_TEXT = Recommendation._meta.get_field("text").max_length
# "3", "3a", "2.4", "R7", with or without the word before it and a mark behind it.
NUMBERED = re.compile(r"^(?:recommendation\s+)?([A-Z]?\d+(?:\.\d+)*[a-z]?)[.):\s]\s*(.+)$", re.I | re.S)
PARAGRAPHS = re.compile(r"\n\s*\n")


class RecommendationForm(WagtailAdminModelForm):
    """Writes one recommendation, with its responses and actions."""

    rewording_note = forms.CharField(
        label="What has changed in the wording",
        max_length=300,
        required=False,
        help_text="Needed when you change the words above: they are public. In a sentence for the public, such as “A "
        "word was left out when we copied it.” It is shown with the earlier wording.",
    )
    hide_wordings = forms.BooleanField(
        label="Hide the earlier wordings",
        required=False,
        help_text="For good, and only where they must not be read, such as personal information.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_known = bool(self.instance.pk) and was_public(self.instance.publication)
        if self.is_known:
            for name in ("publication", "label"):
                self.fields[name].disabled = True
        else:
            del self.fields["rewording_note"], self.fields["hide_wordings"]

    def clean_publication(self):
        publication = self.cleaned_data["publication"]
        if not may_change(self.for_user, publication):
            raise forms.ValidationError(
                "It is public, so only somebody who may publish it can change its recommendations."
                if was_public(publication)
                else "You may not edit this publication."
            )
        return publication

    @property
    def is_reworded(self) -> bool:
        """Whether a wording that the public knows was changed."""
        return self.is_known and is_reworded(self.initial["text"], self.cleaned_data.get("text", ""))

    def clean(self):
        cleaned = super().clean()
        if not self.is_known or "text" not in self.cleaned_data or "rewording_note" in self.errors:
            return cleaned
        note = self.cleaned_data["rewording_note"]
        if self.is_reworded and not note:
            self.add_error(
                "rewording_note", "Its wording is public. Say in a sentence what has changed in it."
            )
        elif note and not self.is_reworded:
            self.add_error("rewording_note", "The wording is what it was. Change it, or leave this empty.")
        return cleaned

    def is_valid(self):
        valid = super().is_valid()
        if self.is_known:
            for form in self.formsets["actions"].deleted_forms:
                if form.instance.pk:
                    self.add_error(
                        None, "An action that was public stays. Set it to “No longer needed” and say why."
                    )
                    valid = False
        for formset in self.formsets.values():
            for form in kept_forms(formset):
                valid = valid and not form.errors
        return valid


class SeveralForm(forms.Form):
    """Takes many recommendations as one text, as it is copied from the report."""

    publication = forms.ModelChoiceField(queryset=None, empty_label="Choose a publication")
    texts = forms.CharField(
        label="Recommendations",
        strip=True,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text="Paste them with an empty line between two. Each may begin with its number "
        "(“3a. The trusts should …”); one without gets the next.",
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["publication"].queryset = publications_open_to(user).order_by("title").defer("body")

    def clean(self):
        cleaned = super().clean()
        if "publication" not in cleaned or "texts" not in cleaned:
            return cleaned
        taken = set(cleaned["publication"].recommendations.values_list("label", flat=True))
        self.recommendations, problems = [], []
        for label, text in numbered(cleaned["texts"], taken):
            if label in taken:
                problems.append(f"Number {label} is there twice, or in the publication already.")
            elif len(label) > LONGEST_LABEL:
                problems.append(f"“{label}” is too long for a number.")
            elif len(text) > LONGEST_TEXT:
                problems.append(f"Number {label} is longer than {LONGEST_TEXT} letters.")
            taken.add(label)
            self.recommendations.append(
                Recommendation(publication=cleaned["publication"], label=label, text=text)
            )
        if len(self.recommendations) > MOST_AT_ONCE:
            problems = [f"These are more than {MOST_AT_ONCE}. Add them in parts."]
        for problem in problems:
            self.add_error("texts", problem)
        return cleaned

    def save(self) -> list[Recommendation]:
        """Write them all; the caller's transaction holds them together."""
        for recommendation in self.recommendations:
            recommendation.save()
        return self.recommendations


def numbered(texts: str, taken: set[str]):
    """Each pasted recommendation as (number, text); one without a number gets the next whole one."""
    highest = max((int(label) for label in taken if is_key(label)), default=0)
    for paragraph in PARAGRAPHS.split(texts.replace("\r\n", "\n").strip()):
        words = " ".join(paragraph.split())
        match = NUMBERED.match(words)
        label, text = match.groups() if match else (str(highest + 1), words)
        if is_key(label):
            highest = max(highest, int(label))
        yield label, text
