"""Measures the search over a site of 10,000 pages and 5,000 files of 20 pages each.

    python -m tests.benchmarks.search [pages] [files]

Each line gives wall-clock time, and the time that this process computed (on SQLite that is all there is to it), which a
busy machine lengthens less.

It makes a database of its own, as the tests do, and drops it at the end; DATABASE_URL names the engine.
"""

import os
import random
import statistics
import sys
from datetime import date, timedelta
from time import perf_counter, process_time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnership.settings.test")
PAGES_OF_A_FILE = 20
ROUNDS = 30
# In one page of a hundred thousand; in 5 of a hundred; in half of them; in 5,000 pages of files.
RARE, SOME, HALF, MANY = "okapi", "giraffe", "zebra", "pangolin"


def words(count: int, chance: random.Random) -> str:
    """Sentences of invented words, some common and most rare, as in life."""
    made = [
        f"word{chr(97 + int(chance.paretovariate(0.7)) % 26)}{chr(97 + int(chance.paretovariate(0.6)) % 26)}"
        for _ in range(count)
    ]
    return ". ".join(" ".join(made[at : at + 14]) for at in range(0, count, 14)) + "."


def fill(pages: int, files: int) -> None:
    """A site of so many pages and files, written as rows."""
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Page, ReferenceIndex, Site

    from documents.models import (
        CustomDocument,
        DocumentVersion,
        PageText,
        PublicationFile,
        PublicationIndexPage,
        PublicationPage,
        Reading,
    )
    from partnership.home.models import HomePage, StandardPage
    from programmes.models import Organisation
    from tests.factories.sections import many_children

    chance = random.Random(1)
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Home", slug="site"))
    Site.objects.update(root_page=home)
    trusts = [
        Organisation.objects.create(name=f"Trust {n}", slug=f"trust-{n}", kind="nhs_trust") for n in range(20)
    ]
    about = home.add_child(instance=StandardPage(title="About", slug="about"))
    publications = home.add_child(instance=PublicationIndexPage(title="Publications", slug="publications"))

    def plain(n):
        seen = f" {SOME}" * (n % 20 == 0) + f" {HALF}" * (n % 2 == 0) + f" {RARE}" * (n % (pages // 4) == 0)
        return StandardPage(title=f"Page {n}", slug=f"page-{n}", summary=words(40, chance)[:280] + seen)

    def publication(n):
        return PublicationPage(
            title=f"Report {n}",
            slug=f"report-{n}",
            organisation=trusts[n % 20],
            published_on=date(2015, 1, 1) + timedelta(days=n % 4000),
            summary=words(30, chance)[:280],
        )

    many_children(about, plain, pages)
    many_children(publications, publication, files)
    carriers = list(PublicationPage.objects.child_of(publications).order_by("pk"))
    documents = CustomDocument.objects.bulk_create(
        CustomDocument(title=f"File {n}", file=f"documents/{n}.pdf", pages=PAGES_OF_A_FILE)
        for n in range(files)
    )
    now = timezone.now()
    versions = DocumentVersion.objects.bulk_create(
        DocumentVersion(
            document=document,
            number=1,
            file=document.file.name,
            filename="a.pdf",
            size=1,
            sha256="0",
            uploaded_at=now,
        )
        for document in documents
    )
    Reading.objects.bulk_create(
        Reading(
            version=version,
            document=version.document,
            state="done",
            asked_at=now,
            page_count=PAGES_OF_A_FILE,
            text_pages=PAGES_OF_A_FILE,
        )
        for version in versions
    )
    PublicationFile.objects.bulk_create(
        PublicationFile(publication=page, document=document)
        for page, document in zip(carriers, documents, strict=True)
    )
    ReferenceIndex.objects.bulk_create(
        [
            ReferenceIndex(
                content_type=ContentType.objects.get_for_model(PublicationPage),
                base_content_type=ContentType.objects.get_for_model(Page),
                object_id=str(page.pk),
                to_content_type=ContentType.objects.get_for_model(CustomDocument),
                to_object_id=str(document.pk),
                model_path="files.item.document",
                content_path=f"files.{page.pk}.document",
                content_path_hash=ReferenceIndex._get_content_path_hash(f"files.{page.pk}.document"),
            )
            for page, document in zip(carriers, documents, strict=True)
        ],
        batch_size=500,
    )
    for start in range(0, files, 500):
        PageText.objects.bulk_create(
            PageText(
                version=version,
                number=number,
                text=words(300, chance) + f" {MANY}" * (chance.random() < 5000 / (files * PAGES_OF_A_FILE)),
            )
            for version in versions[start : start + 500]
            for number in range(1, PAGES_OF_A_FILE + 1)
        )


def timed(function) -> tuple[float, float]:
    """How long it takes, in milliseconds: by the clock, and computed by this process."""
    began, computed = perf_counter(), process_time()
    function()
    return (perf_counter() - began) * 1000, (process_time() - computed) * 1000


def measure(label: str, function) -> None:
    """Print the median and the 95th percentile of several rounds."""
    function()
    rounds = [timed(function) for _ in range(ROUNDS)]
    print(
        f"{label:44}",
        *(
            spread(name, times)
            for name, times in zip(("clock", "CPU"), zip(*rounds, strict=True), strict=True)
        ),
    )


def spread(name: str, times) -> str:
    """The median and the 95th percentile."""
    return f"{name} {statistics.median(times):6.1f} / {sorted(times)[int(ROUNDS * 0.95)]:6.1f} ms  "


def seconds(function) -> str:
    """How long it takes, in seconds."""
    clock, computed = timed(function)
    return f"{clock / 1000:.0f} s (CPU {computed / 1000:.0f} s)"


def main(pages: int = 10_000, files: int = 5_000) -> None:
    """Fill, read into the index, and ask."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    from partnership.content.visibility import Audience
    from partnership.search.finding import find
    from partnership.search.indexing import rebuild

    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"{connection.vendor}: {pages} pages, {files} files of {PAGES_OF_A_FILE} pages")
        print(f"filled in {seconds(lambda: fill(pages, files))}")
        print(f"read into the index in {seconds(lambda: rebuild(Audience()))}")
        print(f"and again, unchanged, in {seconds(lambda: rebuild(Audience()))}")
        client = Client()
        for word in (RARE, SOME, HALF, MANY, f"{HALF} not {SOME}", f'"{MANY}" or {SOME}', "worda1"):
            found = find(word, Audience())
            label = f"{word} ({'more than ' if found.count() and found.is_capped else ''}{found.count()})"

            def ten(word=word):
                found = find(word, Audience())
                return found.facet_counts, found[0:10]

            measure(label, ten)
            measure(f"{label}, whole screen", lambda word=word: client.get("/search/", {"q": word}))
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    django.setup()
    main(*map(int, sys.argv[1:]))
