"""The log-in screen."""


def test_password_managers_know_what_the_fields_are_for(client, home):
    text = client.get("/admin/login/").content.decode()
    assert 'autocomplete="username"' in text
    assert 'autocomplete="current-password"' in text
