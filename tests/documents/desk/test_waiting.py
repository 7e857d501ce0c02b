"""A virus scanner that does not answer holds a file on the desk, until it does."""

import socket
import struct
import threading

import pytest
from django.urls import reverse
from django.utils import timezone

from documents.desk.rescanning import scan_waiting_uploads
from documents.models import CustomDocument, Upload
from tests.documents.inspection import files

VIRUS = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Scanner:
    """A daemon that speaks as clamd does (command INSTREAM), on a socket of its own, to whoever comes."""

    def __init__(self, path: str):
        self.listening = socket.socket(socket.AF_UNIX)
        self.listening.bind(path)
        self.listening.listen()
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as heard:
                assert heard.read(10) == b"zINSTREAM\0"
                content = b""
                while length := struct.unpack(">I", heard.read(4))[0]:
                    content += heard.read(length)
                connection.sendall(b"stream: Eicar FOUND\0" if VIRUS in content else b"stream: OK\0")

    def close(self):
        # A thread that waits in accept() is woken by this, and not by closing alone.
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()


@pytest.fixture
def scanner(tmp_path, settings):
    """Starts a scanner at the address that the site was told; nobody listens there before."""
    settings.CLAMAV_SOCKET = str(tmp_path / "clamd")
    started = []

    def start():
        started.append(Scanner(settings.CLAMAV_SOCKET))

    yield start
    for one in started:
        one.close()


def hand_on(client, upload):
    fields = {"title": upload.title, "language": "en-GB", "use": "on"}
    typed = {f"file-{upload.pk}-{key}": value for key, value in fields.items()}
    client.post(reverse("upload_desk:desk"), {**typed, "do": "file", "to-destination": "library"})
    return CustomDocument.objects.filter(title=upload.title).first()


def test_what_is_clean_passes(client, bring, scanner):
    scanner()
    bring({"good.pdf": files.clean_pdf()})
    assert hand_on(client, Upload.objects.get())


def test_what_was_not_scanned_waits_and_cannot_be_handed_on_or_opened(client, bring, scanner):
    screen = bring({"good.pdf": files.clean_pdf()})
    upload = Upload.objects.get()
    assert "Waiting for the virus scanner" in screen.content.decode()
    assert "tried again every minute" in screen.content.decode()
    assert hand_on(client, upload) is None
    assert client.get(reverse("upload_desk:original", args=[upload.pk])).status_code == 302


def test_it_is_let_through_once_the_scanner_answers(client, bring, scanner):
    bring({"good.pdf": files.clean_pdf()})
    now = timezone.now()
    assert scan_waiting_uploads(now) == 0
    upload = Upload.objects.get()
    assert (upload.state, upload.tried_at) == (Upload.State.WAITING, now)
    scanner()
    assert scan_waiting_uploads(now) == 1
    assert Upload.objects.get().state == Upload.State.ON_DESK
    assert hand_on(client, upload)


def test_a_virus_is_named_and_its_bytes_are_gone(
    client, bring, scanner, media, django_capture_on_commit_callbacks
):
    bring({"notes.txt": VIRUS})
    scanner()
    with django_capture_on_commit_callbacks(execute=True):
        scan_waiting_uploads(timezone.now())
    assert "The virus scanner found Eicar in the file." in client.get("/admin/upload-desk/").content.decode()
    assert [path for path in media.rglob("*") if path.is_file()] == []
    assert hand_on(client, Upload.objects.get()) is None


def test_a_virus_is_refused_at_once_where_the_scanner_answers(bring, scanner):
    scanner()
    assert "The virus scanner found Eicar in the file." in bring({"notes.txt": VIRUS}).content.decode()
    assert not Upload.objects.exists()
