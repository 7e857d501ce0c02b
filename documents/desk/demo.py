"""The demonstration's upload desk: one file waits there, with a warning to decide on."""

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile

from partnership.content.demonstration import Stage, builds

from ..models import Upload
from ..sample_pdf import sample_pdf
from .forms import collections_to_add_to
from .receiving import receive

NAME = "notes-of-a-listening-event.pdf"
TITLE = "Notes of a listening event (demonstration only)"


@builds(Stage.USERS, order=50)
def put_a_file_on_the_desk(demonstration):
    """A file of the document officer's, who has not handed it on yet."""
    officer = get_user_model().objects.filter(username="document-officer").first()
    if officer is None or Upload.objects.filter(filename=NAME).exists():
        return
    content = sample_pdf(
        TITLE,
        "Demonstration only. Nobody held this event, and nobody said this.",
        [
            {
                "heading": "Whom to call",
                "paragraphs": ["An invented contact, for the inspection to find: 07700 900123."],
            }
        ],
    )
    file = SimpleUploadedFile(NAME, content)
    (received,) = receive([file], officer, demonstration.now, collections_to_add_to(officer).first())
    if received.upload:
        demonstration.files.append(received.upload.file)
