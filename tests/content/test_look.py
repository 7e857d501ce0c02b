"""The styles and scripts made from the installed NHS.UK frontend."""

import gzip
import re

import pytest
from django.core.management import CommandError, call_command

from partnership.content import look


@pytest.fixture
def built(tmp_path, settings):
    """The look, made by the command in a folder that was not there."""
    settings.LOOK_DIR = tmp_path / "absent" / "look"
    call_command("build_look", verbosity=0)
    return settings.LOOK_DIR / "look"


def test_nothing_in_it_is_loaded_from_another_host(built):
    for name in ["site.css", "nhsuk.css"]:
        css = (built / name).read_text()
        assert not re.search(r"url\(\s*[\"']?(https?:)?//", css)
        assert "@font-face" not in css
        assert "@import" not in css
        assert "sourceMappingURL" not in css
    script = (built / "site.js").read_text()
    assert "sourceMappingURL" not in script
    assert "nhs.uk" not in script


def test_every_picture_that_the_styles_ask_for_is_there(built, settings):
    css = (built / "site.css").read_text()
    asked = re.findall(r"url\([\"']?\.\./([^\"')]+)", css)
    assert asked
    assert all((settings.PROJECT_DIR / "static" / path).is_file() for path in asked)


def test_nhsuk_comes_first_and_ours_has_the_last_word(built):
    css = (built / "site.css").read_text()
    assert css.index(".nhsuk-header") < css.index("--app-navy") < css.index("@media print{.nhsuk-skip-link")


def test_our_styles_lose_their_comments_and_no_rule(built):
    css = (built / "site.css").read_text().removeprefix((built / "nhsuk.css").read_text())
    sources = "".join(look.ours(name) for name in look.OUR_STYLES)
    assert "/*" not in css
    assert css.count("{") == look.COMMENT.sub("", sources).count("{")
    assert css.count("{") == css.count("}")


def test_building_again_changes_nothing(built, settings):
    before = {path: path.stat().st_mtime_ns for path in built.iterdir()}
    call_command("build_look", verbosity=0)
    assert {path: path.stat().st_mtime_ns for path in built.iterdir()} == before


def test_another_release_of_the_package_is_refused_in_words(settings, tmp_path, monkeypatch):
    settings.LOOK_DIR = tmp_path
    monkeypatch.setattr(look, "RELEASE", "9.9.9")
    with pytest.raises(CommandError, match=r"does not bring css/nhsuk-frontend-9\.9\.9"):
        call_command("build_look", verbosity=0)


def test_a_missing_package_is_named(settings, tmp_path, monkeypatch):
    settings.LOOK_DIR = tmp_path
    monkeypatch.setattr(look, "PACKAGE", "no-such-package")
    with pytest.raises(CommandError, match=r"pip install -r requirements\.txt"):
        call_command("build_look", verbosity=0)


def test_something_new_from_elsewhere_stops_the_build(monkeypatch):
    monkeypatch.setattr(look, "packaged", lambda name: "a{background:url(https://assets.example/x.svg)}")
    with pytest.raises(look.LookError, match="elsewhere"):
        look.nhsuk_styles()


def test_addresses_of_the_packages_own_pictures_become_ours(monkeypatch):
    monkeypatch.setattr(look, "packaged", lambda name: 'a{background:url("/assets/images/arrow.svg")}')
    assert look.nhsuk_styles() == "a{background:url(../img/arrow.svg)}\n"


def test_all_that_a_page_loads_is_light(built, settings):
    pictures = (settings.PROJECT_DIR / "static/img").glob("*.svg")
    loaded = [built / "site.css", built / "site.js", *pictures]
    assert sum(len(gzip.compress(path.read_bytes())) for path in loaded) < 55_000
