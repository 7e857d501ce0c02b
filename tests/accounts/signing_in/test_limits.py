"""How often somebody may fail to sign in, and that nobody locks others out by failing."""

from django.test import Client

from tests.factories.signing_in import type_password

ATTACKER, ELSEWHERE = {"REMOTE_ADDR": "203.0.113.9"}, {"REMOTE_ADDR": "198.51.100.4"}


def fail(client, user, times, **more):
    """Type a wrong password so many times."""
    for _ in range(times):
        answer = type_password(client, user, "wrong", **more)
    return answer


def test_guessing_passwords_is_stopped_even_at_the_right_one(client, editor):
    fail(client, editor, 5, **ATTACKER)
    stopped = type_password(client, editor, **ATTACKER)
    assert stopped.status_code == 200
    assert "That was wrong too often" in stopped.content.decode()


def test_an_attacker_locks_nobody_out_who_comes_from_another_network(client, editor):
    fail(client, editor, 8, **ATTACKER)
    assert type_password(Client(), editor, **ELSEWHERE).status_code == 302


def test_an_attacker_on_the_same_network_does_not_lock_out_a_browser_that_is_known(client, editor):
    type_password(client, editor, **ATTACKER)
    client.post("/sign-out/")
    fail(Client(), editor, 60, **ATTACKER)
    assert type_password(Client(), editor, **ATTACKER).status_code == 200
    assert type_password(client, editor, **ATTACKER).status_code == 302


def test_a_known_browser_may_not_guess_either(client, editor):
    type_password(client, editor)
    client.post("/sign-out/")
    fail(client, editor, 5)
    assert type_password(client, editor).status_code == 200


def test_many_names_from_one_network_are_stopped(client, editor):
    for number in range(50):
        client.post("/sign-in/", {"login": f"guess-{number}", "password": "wrong"}, **ATTACKER)
    assert type_password(client, editor, **ATTACKER).status_code == 200


def test_what_proxies_that_are_not_ours_say_counts_for_nothing(client, editor, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    for number in range(5):
        forged = {"HTTP_X_FORWARDED_FOR": f"10.0.0.{number}, 203.0.113.9"}
        type_password(client, editor, "wrong", **forged)
    stopped = type_password(client, editor, HTTP_X_FORWARDED_FOR="10.0.0.77, 203.0.113.9")
    assert stopped.status_code == 200


def test_nobodys_mailbox_is_filled_with_links(client, editor, mailoutbox):
    for _ in range(6):
        answer = client.post("/admin/password_reset/", {"email": editor.email})
        assert answer.url.endswith("/done/")
    assert len(mailoutbox) == 3
