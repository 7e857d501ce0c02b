"""The demonstration's corrections: of a review's text, of files, and of a recommendation's wording."""

from django.core.files.base import ContentFile

from partnership.content.demonstration import Stage, builds

from ..arrivals import original_of
from ..demo_figures import ABOUT, NAME, TITLE, sections
from ..disclosures.demo import TABLE, TABLE_ABOUT, TABLE_NAME, visitors
from ..inspection.report import Report
from ..models import CustomDocument, PublicationPage
from ..recommendations.demo import ADDRESS
from ..recommendations.rewording import keep_wording
from ..sample_pdf import sample_pdf


@builds(Stage.TEXTS, order=17)
def correct(demonstration):
    """Change the review's text, its file and a recommendation after they were public, once."""
    review = demonstration.page(ADDRESS)
    if review.editions.count() != 1:
        return
    correct_text(review)
    may = sample_pdf(TITLE, ABOUT, sections("12"))
    correct_file(demonstration, TITLE, NAME, may, "The figure for May was 12, not 21.")
    june = sample_pdf(TABLE, TABLE_ABOUT, visitors("41"))
    correct_file(demonstration, TABLE, TABLE_NAME, june, "The number for June was 41, not 14.")
    reword(demonstration, review)


def correct_text(review: PublicationPage) -> None:
    """Add a sentence to the page."""
    review.body = [
        *((block.block_type, block.value) for block in review.body),
        ("paragraph", "<p>The room has room for twelve people at a time.</p>"),
    ]
    review.change_note = "We added how many people the room is for, which was missing."
    review.full_clean()
    review.save_revision(log_action=True, changed=True).publish()


def correct_file(demonstration, title: str, name: str, content: bytes, note: str) -> None:
    """Put a file with the right number in the place of the first one."""
    document = CustomDocument.objects.get(title=title)
    file = ContentFile(content, name=name)
    document.arriving = original_of(file, name, Report(), None, demonstration.now)
    document.arriving.change_note = note
    document.file = ContentFile(content, name=name)
    original = document.arriving
    try:
        demonstration.keep(document)
    finally:
        if original.file._committed:
            demonstration.files.append(original.file)


def reword(demonstration, review: PublicationPage) -> None:
    """Put a word into a recommendation that was left out."""
    recommendation = review.recommendations.get(label="2")
    before = recommendation.text
    recommendation.text = before.replace("Open the Garden Room", "Open the Garden Room to visitors")
    recommendation.save()
    note = "Two words were left out when it was copied from the report."
    keep_wording(recommendation, before, note, None, demonstration.now)
