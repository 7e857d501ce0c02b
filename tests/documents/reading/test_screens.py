"""Those who look after a file see whether its text could be taken."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import CustomDocument, Reading

REPORT = "/admin/reports/texts-of-files/"


@pytest.fixture
def sign_in(client, django_user_model, home):
    """Signs somebody in who holds a role for the whole site."""

    def as_role(group):
        call_command("sync_roles")
        user = django_user_model.objects.create_user("somebody", "somebody@example.org")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return as_role


def edit(document):
    return f"/admin/documents/edit/{document.pk}/"


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ({"state": "waiting"}, "Waiting: it is taken in the background."),
        ({"state": "waiting", "problem": "It broke off.", "attempts": 2}, "Tried 2 times. It broke off."),
        ({"state": "done", "text_pages": 3}, "Done:"),
        ({"state": "done"}, "The pages may be pictures"),
        (
            {"state": "failed", "problem": "It is locked."},
            "It is locked. The file can be published all the same",
        ),
        ({"state": "nothing"}, "Has no text to take"),
    ],
)
def test_the_edit_screen_says_how_it_stands(client, sign_in, document, state, says):
    sign_in("Document officers")
    Reading.objects.update(**state)
    assert says in client.get(edit(document)).content.decode()


def test_the_report_lists_what_failed_and_why(client, sign_in, document):
    sign_in("Document officers")
    Reading.objects.update(state="failed", problem="It is locked.")
    assert "It is locked." in client.get(f"{REPORT}?state=failed").content.decode()
    assert "It is locked." not in client.get(f"{REPORT}?state=done").content.decode()


def test_who_looks_after_no_file_sees_none(client, document, home, django_user_model):
    user = django_user_model.objects.create_user("somebody")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(REPORT).status_code == 302
    assert client.post(f"/admin/texts-of-files/{Reading.objects.get().pk}/again/").status_code == 302
    assert Reading.objects.get().attempts == 0


def test_it_can_be_taken_again(client, sign_in, document):
    sign_in("Document officers")
    Reading.objects.update(state="failed", problem="It broke off.", attempts=5)
    response = client.post(f"/admin/texts-of-files/{Reading.objects.get().pk}/again/")
    assert response.url == edit(document)
    # It is no real PDF, so it fails again: at the first attempt of this new asking.
    assert (Reading.objects.get().state, Reading.objects.get().attempts) == ("failed", 1)
    assert "cannot be opened" in client.get(edit(document)).content.decode()


def test_it_costs_the_same_for_one_file_and_for_twenty(client, sign_in, document):
    def cost():
        client.get(REPORT)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(REPORT).status_code == 200
        return len(queries)

    sign_in("Publishers")
    one = cost()
    for number in range(20):
        CustomDocument.objects.create(title=f"File {number}", file=ContentFile(b"%PDF-1.7", name="file.pdf"))
    assert cost() == one
