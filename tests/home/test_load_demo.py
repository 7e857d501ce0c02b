"""The demonstration is loaded once, whole or not at all, and never touches an editor's work."""

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils.module_loading import autodiscover_modules
from wagtail.models import Page

from documents.models import CustomDocument
from partnership.accounts.models import User
from partnership.content import demonstration
from partnership.home.models import StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings, tmp_path):
    """A folder for files of this test's own."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def load(monkeypatch, password="a-password-to-load-with"):
    monkeypatch.setenv("DEMO_PASSWORD", password)
    call_command("load_demo", verbosity=0)


def rows():
    """How many rows every table of ours holds."""
    ours = {"home", "programmes", "documents", "meetings", "images", "accounts", "wagtailcore"}
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.app_label in ours
    }


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_second_run_changes_nothing(media, monkeypatch):
    load(monkeypatch)
    before, stored = rows(), files(media)
    load(monkeypatch)
    assert rows() == before
    assert files(media) == stored


def test_an_edit_and_a_deletion_stay(media, monkeypatch):
    load(monkeypatch)
    about = StandardPage.objects.get(slug="about")
    about.title = "All about us"
    about.save_revision().publish()
    StandardPage.objects.get(slug="cookies").delete()
    load(monkeypatch)
    assert StandardPage.objects.get(slug="about").title == "All about us"
    assert not StandardPage.objects.filter(slug="cookies").exists()


def test_a_failure_in_the_middle_leaves_neither_rows_nor_files(media, monkeypatch):
    before = rows()

    def fails(_):
        assert CustomDocument.objects.exists()
        raise RuntimeError("interrupted")

    autodiscover_modules("demo")
    broken = [*demonstration._builders, (demonstration.Stage.FRAME, 99, fails)]
    with monkeypatch.context() as interrupted:
        interrupted.setattr(demonstration, "_builders", broken)
        with pytest.raises(RuntimeError, match="interrupted"):
            load(interrupted)
    assert rows() == before
    assert files(media) == []
    load(monkeypatch)
    assert Page.objects.filter(slug="our-work").exists()


def test_a_site_with_pages_of_its_own_is_left_alone(media, monkeypatch, home):
    with pytest.raises(CommandError, match="pages of its own"):
        load(monkeypatch)
    assert [page.pk for page in Page.objects.filter(depth__gt=1)] == [home.pk]


def test_a_password_set_later_is_taken_and_nothing_else_changes(media, monkeypatch):
    load(monkeypatch)
    before = rows()
    load(monkeypatch, "another-password-to-use")
    assert User.objects.get(username="editor").check_password("another-password-to-use")
    assert rows() == before


def test_without_a_password_one_is_made_and_printed(media, monkeypatch, capsys):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    call_command("load_demo", verbosity=0)
    printed = capsys.readouterr().out.split("password")[-1].strip()
    assert len(printed) == 19
    assert User.objects.get(username="editor").check_password(printed)


def test_every_file_is_stored_where_its_row_says(media, monkeypatch):
    load(monkeypatch)
    names = CustomDocument.objects.values_list("file", flat=True)
    assert len(names) == len(set(names)) > 0
    assert all(map(default_storage.exists, names))
