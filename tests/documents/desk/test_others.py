"""What lies on a desk is never stranded; what may be a committee's private paper stays with those who may read it."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.desk.others import on_other_desks
from documents.models import CustomDocument, Upload
from tests.documents.inspection import files
from tests.factories.people import make_person

OTHERS = reverse("upload_desk:others")
DESK = reverse("upload_desk:desk")
FIELDS = {"title": "Taken over", "language": "en-GB", "use": "on"}


@pytest.fixture
def stranded(bring, officer):
    """A file whose uploader's account is gone."""
    bring({"one.pdf": files.clean_pdf()})
    get_user_model().objects.filter(pk=officer.pk).delete()
    return Upload.objects.get()


@pytest.mark.parametrize("role", ["administrators", "publishers"])
def test_is_taken_over_by_those_who_look_after_the_library(client, stranded, role):
    person = make_person(role)
    client.force_login(person)
    assert "1 file on other people’s desks" in client.get(DESK).content.decode()
    assert "somebody whose account is gone" in client.get(OTHERS).content.decode()
    original = reverse("upload_desk:original", args=[stranded.pk])
    assert client.get(original).status_code == 302
    client.post(OTHERS, {"upload": stranded.pk})
    assert list(Upload.objects.on_desk_of(person)) == [stranded]
    assert client.get(original).status_code == 200
    typed = {f"file-{stranded.pk}-{name}": value for name, value in FIELDS.items()}
    client.post(DESK, {**typed, "do": "file", "to-destination": "library"})
    assert CustomDocument.objects.filter(title="Taken over").exists()


def test_it_leaves_the_first_desk(client, bring, officer):
    bring({"one.pdf": files.clean_pdf()})
    upload, publisher = Upload.objects.get(), make_person("publishers")
    client.force_login(publisher)
    client.post(OTHERS, {"upload": upload.pk})
    assert not Upload.objects.on_desk_of(officer).exists()
    publisher.delete()
    assert list(Upload.objects.on_desk_of(officer)) == [upload]


@pytest.mark.parametrize("role", ["editors", "document_officers"])
def test_is_nothing_for_others(client, stranded, role):
    client.force_login(make_person(role, username="another"))
    assert "other people’s desks" not in client.get(DESK).content.decode()
    client.post(OTHERS, {"upload": stranded.pk})
    assert Upload.objects.get().taken_over_by is None


def test_what_may_be_private_is_for_those_who_may_read_it(client, bring, tree):
    keeper = make_person("governance_officers", tree.committee, username="keeper")
    client.force_login(keeper)
    file = SimpleUploadedFile("one.pdf", files.clean_pdf())
    client.post(reverse("upload_desk:receive"), {"files": file})
    assert Upload.objects.get().private_pages == [tree.committee.pk]
    assert on_other_desks(make_person("administrators")) == []
    colleague = make_person("governance_officers", tree.committee, username="colleague")
    assert on_other_desks(colleague) == [Upload.objects.get()]
    keeper.is_active = False
    keeper.save()
    assert on_other_desks(colleague) == [Upload.objects.get()]
