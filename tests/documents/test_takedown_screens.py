"""Taking a file down and deciding about it, as it is done in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from documents.models import Takedown


@pytest.fixture
def sign_in(client, django_user_model, home):
    """Signs somebody in who holds a role for the whole site."""
    call_command("sync_roles")

    def as_role(group, username):
        user = django_user_model.objects.create_user(username, f"{username}@example.org")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return as_role


def take_down(client, document, reason="It contained personal information."):
    return client.post(reverse("takedowns:add"), {"document": document.pk, "public_reason": reason})


def decide(client, takedown, outcome):
    address = reverse("takedowns:edit", args=[takedown.pk])
    return client.post(
        address, {"outcome": outcome, "decision_reason": "Reviewed with the data protection officer."}
    )


class TakedownScreenTests:
    def test_a_publisher_alone_takes_a_file_down(self, client, sign_in, shown):
        sign_in("Publishers", "publisher")
        assert take_down(client, shown).status_code == 302
        client.logout()
        assert client.get(shown.url).status_code == 410

    def test_an_editor_cannot(self, client, sign_in, shown):
        sign_in("Editors", "editor")
        take_down(client, shown)
        assert not Takedown.objects.exists()

    def test_a_reason_is_needed_and_the_choice_is_kept(self, client, sign_in, shown):
        sign_in("Publishers", "publisher")
        response = take_down(client, shown, reason="")
        assert not Takedown.objects.exists()
        assert "This field is required" in response.content.decode()
        assert f'value="{shown.pk}"' in response.content.decode()

    @pytest.mark.parametrize("sent", ["zz", "9" * 5000])
    def test_a_document_that_is_none_is_said_beside_the_field(self, client, sign_in, sent):
        sign_in("Publishers", "publisher")
        url = reverse("takedowns:add")
        answer = client.post(url, {"document": sent, "public_reason": "It named somebody."})
        assert answer.status_code == 200
        assert "Select a valid choice." in answer.content.decode()
        assert "It named somebody." in answer.content.decode()

    def test_who_took_it_down_cannot_destroy_it(self, client, sign_in, shown):
        sign_in("Publishers", "publisher")
        take_down(client, shown)
        response = decide(client, Takedown.objects.get(), "destroyed")
        assert "Somebody else" in response.content.decode()
        assert Takedown.objects.get().outcome == "open"

    def test_a_second_publisher_destroys_it(self, client, sign_in, shown):
        sign_in("Publishers", "first")
        take_down(client, shown)
        second = sign_in("Publishers", "second")
        assert decide(client, Takedown.objects.get(), "destroyed").status_code == 302
        takedown = Takedown.objects.get()
        assert (takedown.outcome, takedown.decided_by) == ("destroyed", second)

    def test_a_decision_cannot_be_taken_twice(self, client, sign_in, shown):
        sign_in("Publishers", "first")
        take_down(client, shown)
        decide(client, Takedown.objects.get(), "restored")
        decide(client, Takedown.objects.get(), "destroyed")
        assert Takedown.objects.get().outcome == "restored"
