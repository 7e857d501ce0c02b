"""The public register of decisions, actions and chair's actions."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.models import (
    Action,
    ActionReport,
    AgendaItem,
    ItemRecord,
)
from programmes.models import Organisation
from tests.factories.agenda import PUBLISHED_AT, agenda_item
from tests.factories.decisions import REPORTED_AT, action, chairs_action, decision


def words(client, url) -> str:
    """The text of an address, in one line."""
    answer = client.get(url)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_decision_leads_to_its_item_and_names_who_decided(client, tree, register):
    agenda_item(tree.meeting, "Welcome")
    item = agenda_item(tree.meeting, "Budget")
    decision(item, tree.trust, decision_text="The budget is agreed.", reference="BC/1")
    follows = action(tree.meeting, "Publish the budget", item=item)
    said = words(client, register.url)
    assert f'href="{tree.meeting.url}#item-2"' in said
    for told in (
        "The budget is agreed.",
        "BC/1",
        tree.trust.name,
        tree.committee.title,
        "Agreed",
        "1 decision<",
    ):
        assert told in said
    assert f'href="{register.url}actions/{follows.pk}/"' in said


def test_overdue_is_told_in_words_and_ends_with_the_action(client, tree, register):
    due = date(2024, 3, 1)
    action(tree.meeting, "Late thing", due_on=due, due_precision="month")
    assert "It was due March 2024." in words(client, f"{register.url}actions/")
    Action.objects.update(status="done")
    said = words(client, f"{register.url}actions/")
    assert "It was due" not in said
    assert "Done" in said


@pytest.mark.parametrize(
    ("precision", "today", "overdue"),
    [("day", date(2026, 3, 2), True), ("month", date(2026, 3, 31), False), ("month", date(2026, 4, 1), True)],
)
def test_what_is_due_in_a_month_is_overdue_after_it(tree, precision, today, overdue):
    made = action(tree.meeting, due_on=date(2026, 3, 1), due_precision=precision)
    assert made.is_overdue(today) is overdue
    assert Action.objects.overdue(today).exists() is overdue


def test_history_and_answered_recommendations_are_shown(client, tree, register):
    recommendation = tree.publication.recommendations.create(label="3a", text="Write it down.")
    made = action(tree.meeting, answers=[recommendation])
    ActionReport.objects.create(
        action=made, status="in_progress", note="Begun.", reported_at=REPORTED_AT + timedelta(days=9)
    )
    said = words(client, f"{register.url}actions/{made.pk}/")
    assert "2 October 2023</time>: Open" in said
    assert f'href="{tree.publication.url}#recommendation-{recommendation.pk}"' in said
    tree.publication.unpublish()
    assert tree.publication.title not in words(client, f"{register.url}actions/{made.pk}/")


def test_a_chairs_action_says_why_it_could_not_wait_and_who_hears_of_it(client, tree, register):
    row = chairs_action(tree.committee, "Sign the lease", [tree.trust], reported_to=tree.meeting)
    said = words(client, f"{register.url}chairs-actions/")
    for told in (
        "Sign the lease",
        "The lease ended.",
        "Standing order 5.2",
        tree.trust.name,
        "To be reported",
    ):
        assert told in said
    assert tree.meeting.url in said
    assert "Sign the lease" in words(client, f"{register.url}chairs-actions/{row.pk}/")


def test_what_is_private_or_not_published_is_not_there(client, tree, register):
    private = agenda_item(tree.meeting, "Secret", "B", private_reason="People.")
    unpublished = agenda_item(tree.meeting, "Not yet", published_at=None)
    keys = [
        action(tree.meeting, "Private one", item=private).pk,
        action(tree.meeting, "Unpublished one", item=unpublished).pk,
        action(tree.meeting, "Kept one", in_private=True).pk,
    ]
    decision(private, decision_text="Private decision")
    drafts = [
        chairs_action(tree.committee, "Draft one", published_at=None).pk,
        chairs_action(tree.committee, "Kept secret", is_private=True).pk,
    ]
    for path in ("", "actions/", "chairs-actions/", "csv/", "actions/csv/", "chairs-actions/csv/"):
        said = words(client, register.url + path)
        for secret in (
            "Private one",
            "Unpublished one",
            "Kept one",
            "Private decision",
            "Draft one",
            "Kept secret",
        ):
            assert secret not in said
    for address in (*(f"actions/{key}/" for key in keys), *(f"chairs-actions/{key}/" for key in drafts)):
        assert client.get(register.url + address).status_code == 404
    assert client.get(f"{register.url}actions/{'9' * 40}/").status_code == 404


def test_what_follows_from_a_released_item_stays_private_until_somebody_says_so(client, tree, register):
    item = agenda_item(tree.meeting, "Secret", "B", private_reason="People.", released_at=PUBLISHED_AT)
    made = action(tree.meeting, "Kept one", item=item, in_private=True)
    assert "Kept one" not in words(client, f"{register.url}actions/")
    made.in_private = False
    made.save()
    assert "Kept one" in words(client, f"{register.url}actions/")


def test_a_closed_meeting_closes_its_actions(client, tree, register):
    action(tree.meeting, "Write it down")
    tree.meeting.unpublish()
    assert "Write it down" not in words(client, f"{register.url}actions/")


def test_filters_by_the_address(client, tree, register):
    other = Organisation.objects.create(name="Sample Vale Trust", slug="sample-vale", kind="other")
    item = agenda_item(tree.meeting, "Nursing", area_of_work=tree.programme)
    action(tree.meeting, "Of the trust", item=item, organisation=tree.trust, due_on=date(2023, 12, 1))
    action(tree.meeting, "Of the other", organisation=other, status="done")
    actions = f"{register.url}actions/"

    def found(**data):
        said = client.get(actions, data).content.decode()
        return {name for name in ("Of the trust", "Of the other") if name in said}

    assert found(committee="board") == {"Of the trust", "Of the other"}
    assert found(committee="finance") == set()
    assert found(organisation="riverside") == {"Of the trust"}
    assert found(programme="nursing") == {"Of the trust"}
    assert found(status="overdue") == found(status="outstanding") == {"Of the trust"}
    assert found(status="done") == {"Of the other"}
    assert found(year="2023") == {"Of the trust", "Of the other"}
    assert found(year=str(timezone.localdate().year)) == set()


@pytest.mark.parametrize("path", ["", "actions/", "chairs-actions/"])
def test_an_unknown_value_is_refused_in_words_and_tabs_keep_what_they_share(client, tree, register, path):
    answer = client.get(f"{register.url}{path}?status=nonsense")
    assert answer.status_code == 400
    assert "Choose one of the choices" in answer.content.decode()
    assert client.get(f"{register.url}{path}csv/?status=nonsense").status_code == 400
    said = words(client, f"{register.url}{path}?committee=board&status=")
    assert f'href="{register.url}actions/?committee=board"' in said


def test_decisions_of_a_joint_committee_are_those_of_each_of_its_members(client, tree, register):
    tree.committee.members.create(organisation=tree.trust)
    tree.committee.save()
    decision(agenda_item(tree.meeting, "Budget"))
    assert "1 decision <span>found" in words(client, f"{register.url}?organisation=riverside")


def test_the_tables_hold_what_was_found(client, tree, register):
    item = agenda_item(tree.meeting, "Budget")
    decision(item, tree.trust, decision_text="=1+1")
    action(tree.meeting, "Publish it", item=item, due_on=date(2026, 3, 1), due_precision="month")
    action(tree.meeting, "Done one", status="done")
    chairs_action(tree.committee, "Sign the lease", [tree.trust])

    def table(path):
        answer = client.get(register.url + path)
        assert answer["Content-Type"].startswith("text/csv")
        return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))

    row = dict(zip(*table("csv/")[:2], strict=True))
    assert row["In words"] == "'=1+1"
    assert row["Item"] == "1 Budget"
    heading, row, *rest = table("actions/csv/?status=outstanding")
    assert dict(zip(heading, row, strict=True))["Due"] == "2026-03"
    assert len(rest) == 1
    assert "Sign the lease" in table("chairs-actions/csv/")[1]


def many(tree, number: int) -> None:
    """So many items, each with a decision, an action with its history, and a chair's action."""
    first = AgendaItem.objects.count()
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=tree.meeting,
            title=f"Item {first + n}",
            place=first + n,
            published_at=PUBLISHED_AT,
            area_of_work=tree.programme,
        )
        for n in range(number)
    )
    ItemRecord.objects.bulk_create(
        ItemRecord(item=item, organisation=tree.trust, decision="agreed", published_at=REPORTED_AT)
        for item in items
    )
    actions = Action.objects.bulk_create(
        Action(
            committee_id=tree.committee.pk,
            meeting=tree.meeting,
            item=item,
            text="Do it",
            owner="Director",
            organisation=tree.trust,
        )
        for item in items
    )
    ActionReport.objects.bulk_create(
        ActionReport(action=each, status="open", reported_at=REPORTED_AT) for each in actions
    )
    for _ in range(min(number, 20)):
        chairs_action(tree.committee, organisations=[tree.trust], reported_to=tree.meeting)


@pytest.mark.parametrize("path", ["", "actions/", "chairs-actions/", "actions/csv/", "csv/"])
def test_costs_as_much_with_2000_rows_as_with_10(client, tree, register, path):
    many(tree, 10)
    client.get(register.url + path)
    with CaptureQueriesContext(connection) as few:
        client.get(register.url + path)
    many(tree, 1990)
    with CaptureQueriesContext(connection) as lots:
        client.get(register.url + path)
    assert len(lots) == len(few) <= 27
