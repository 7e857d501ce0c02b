"""Rules about the project as text."""

import re

import pytest

from .source import ROOT, files

LONGEST = 400
ATTIC = re.compile(r"(^|/)(utils?|helpers?|common|misc)(\.py|/)")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/\w")
OTHER_HOST = re.compile(r"""(?:src|srcset|action)=["']?(?:https?:)?//|<link[^>]+href=["']?(?:https?:)?//""")
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>|<style\b|\sstyle=|\son[a-z]+=[\"']"
)
PROMISE = re.compile(r"\b(?:TODO|FIXME|XXX)\b")


def offences(pattern, *globs):
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in files(*globs)
        if path.name != "test_source.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_is_longer_than_one_thing():
    # A migration is written by Django, and its length says how much there is to make.
    written = [path for path in files("*.py", "*.html") if path.parent.name != "migrations"]
    sizes = {path.relative_to(ROOT): path.read_text(encoding="utf-8").count("\n") for path in written}
    assert {str(name): size for name, size in sizes.items() if size > LONGEST} == {}


def test_settings_stay_short():
    sizes = {path.name: path.read_text().count("\n") for path in files("partnership/settings/*.py")}
    assert sizes["base.py"] <= 250
    assert sizes["production.py"] <= 120


def test_no_file_has_a_name_that_says_nothing():
    names = [str(path.relative_to(ROOT)) for path in files()]
    assert [name for name in names if ATTIC.search(name)] == []


def test_no_path_of_somebodys_machine():
    assert (
        offences(MACHINE_PATH, "*.py", "*.html", "*.md", "*.toml", "*.css", "*.js", "Makefile", ".ci/run")
        == []
    )


def test_nothing_is_promised_in_a_comment():
    assert offences(PROMISE, "*.py", "*.html", "*.css", "*.js") == []


def test_templates_load_nothing_from_another_host():
    assert offences(OTHER_HOST, "*.html") == []


def test_templates_carry_no_scripts_or_styles_in_themselves():
    # The Content-Security-Policy of the public site would refuse them. Letters have no such policy.
    found = offences(INLINE, "*.html")
    assert [line for line in found if "/mail/" not in line and "wagtailadmin/" not in line] == []


def test_style_sheets_and_scripts_load_nothing_from_another_host():
    assert (
        offences(re.compile(r"""(?:url\(|@import|import\s|fetch\()\s*["']?(?:https?:)?//"""), "static/*")
        == []
    )


@pytest.mark.parametrize("path", files("*/migrations/0*.py"), ids=lambda path: str(path.relative_to(ROOT)))
def test_migrations_are_named(path):
    assert "_auto_" not in path.name
    assert re.fullmatch(r"\d{4}_[a-z][a-z0-9_]+\.py", path.name)


def test_requirements_are_exact_and_hashed():
    for path in files("requirements.txt", "requirements-dev.txt"):
        pins = [line for line in path.read_text().splitlines() if re.match(r"[a-z]", line, re.IGNORECASE)]
        assert pins
        assert [pin for pin in pins if "==" not in pin] == []
        assert path.read_text().count("--hash=sha256:") >= len(pins)
