"""Where a recommendation stands follows from its actions and the day."""

import pytest
from django.utils import timezone

from documents.models import ActionHistory, Recommendation
from documents.models.standing_reports import RecordedForGoodError


@pytest.mark.parametrize(
    ("actions", "stands"),
    [
        ([], "no_action"),
        ([("not_started", 5)], "not_started"),
        ([("not_started", 0)], "not_started"),
        ([("not_started", -1)], "overdue"),
        ([("done", -9)], "done"),
        ([("done", -9), ("not_started", 5)], "in_progress"),
        ([("in_progress", 5)], "in_progress"),
        ([("in_progress", -5), ("done", -9)], "overdue"),
        ([("done", -9), ("not_needed", -9)], "done"),
        ([("not_needed", -9)], "not_needed"),
    ],
)
def test_progress(recommend, today, actions, stands):
    recommend("1", *actions)
    assert Recommendation.objects.with_progress(today).get().progress == stands
    assert Recommendation.objects.counts_by_progress(today) == {stands: 1}


def test_numbers_are_in_the_order_people_count(recommend):
    for label in ("10", "2", "3a", "3", "2.10", "2.9"):
        recommend(label)
    labels = list(Recommendation.objects.values_list("label", flat=True))
    assert labels == ["2", "2.9", "2.10", "3", "3a", "10"]


def test_what_was_reported_is_neither_changed_nor_deleted(recommend):
    action = recommend("1", ("done", 1)).actions.get()
    line = ActionHistory.objects.create(action=action, status="done", reported_at=timezone.now())
    line.note = "Something else"
    with pytest.raises(RecordedForGoodError):
        line.save()
    with pytest.raises(RecordedForGoodError):
        line.delete()
