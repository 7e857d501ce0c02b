"""Pressing the buttons of the upload desk, with what its screen holds."""

from tests.factories.admin_forms import form_values

DESK = "/admin/upload-desk/"
# What the inspection warns of: a mobile telephone number.
PERSONAL = "Call 07700 900123."


def send(client, do: str, **typed):
    """Press a button of the desk, with what the screen holds and what is typed now."""
    values = form_values_of_desk(client)
    return client.post(DESK, {**values, **typed, "do": do}, follow=True)


def form_values_of_desk(client) -> dict:
    response = client.get(DESK)
    response.content = response.content.replace(b'class="desk-form"', b'data-edit-form="1"')
    return form_values(response)


def words(response) -> str:
    return response.content.decode()
