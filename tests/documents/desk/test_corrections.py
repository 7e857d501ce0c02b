"""A file more on a publication that the public has: the desk asks what the public is told of it."""

import pytest

from documents.models import PublicationPage, Upload
from tests.documents.inspection import files
from tests.factories.admin_forms import errors_shown
from tests.factories.pages import PublicationPageFactory

from .pressing import send, words


@pytest.fixture
def public(tree):
    """A review that the public has."""
    page = PublicationPageFactory(title="Published review", body=[("paragraph", "<p>Words.</p>")])
    page.save_revision().publish()
    return page


def test_a_file_more_on_what_was_public_is_told_to_the_public(client, bring, public):
    bring({"one.pdf": files.clean_pdf()})
    to = {"to-destination": "existing", "to-publication": public.pk}
    answer = send(client, "submit", **to)
    assert "Say in a sentence for the public what has changed." in " ".join(errors_shown(answer))
    assert 'name="lacks-change_note"' in words(answer)
    assert Upload.objects.get().state == Upload.State.ON_DESK
    note = {"lacks-asked": "change_note", "lacks-change_note": "We added the findings as a file."}
    assert "submitted for publication" in words(send(client, "submit", **to, **note))
    page = PublicationPage.objects.get(pk=public.pk)
    assert page.get_latest_revision_as_object().change_note == "We added the findings as a file."
    page.get_latest_revision().publish()
    assert [correction.note for correction in page.corrections.all()] == ["We added the findings as a file."]


def test_a_draft_of_it_may_lack_the_note(client, bring, public):
    bring({"one.pdf": files.clean_pdf()})
    send(client, "file", **{"to-destination": "existing", "to-publication": public.pk})
    assert Upload.objects.get().state == Upload.State.FILED
