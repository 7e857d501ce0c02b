"""The virus scanner is asked over its socket, and a file that it did not clear does not pass."""

import socket
import struct
import threading
from contextlib import contextmanager

import pytest

from documents.inspection.antivirus import scan

VIRUS = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def receive(connection, length: int) -> bytes:
    content = b""
    while len(content) < length:
        piece = connection.recv(length - len(content))
        if not piece:
            raise ConnectionError
        content += piece
    return content


def converse(connection, received: list) -> None:
    """One conversation as clamd holds it."""
    assert receive(connection, 10) == b"zINSTREAM\0"
    content = b""
    while length := struct.unpack(">I", receive(connection, 4))[0]:
        content += receive(connection, length)
    received.append(content)
    connection.sendall(b"stream: Eicar-Signature FOUND\0" if VIRUS in content else b"stream: OK\0")


@contextmanager
def scanner(listening: socket.socket, talk=converse):
    """A scanner that answers one file."""
    received = []

    def serve():
        connection, _ = listening.accept()
        with connection:
            talk(connection, received)

    listening.listen()
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with listening:
        yield received
        thread.join(5)


@pytest.fixture
def upload(tmp_path):
    path = tmp_path / "upload"
    path.write_bytes(b"words " * 50_000)
    return path


def over_tcp() -> tuple[socket.socket, str]:
    listening = socket.create_server(("127.0.0.1", 0))
    return listening, f"127.0.0.1:{listening.getsockname()[1]}"


def test_a_clean_file_passes_and_all_of_it_was_sent(upload):
    listening, address = over_tcp()
    with scanner(listening) as received:
        assert scan(upload, address) == []
    assert received == [upload.read_bytes()]


def test_a_socket_in_the_file_system_is_asked_too(upload, tmp_path):
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(tmp_path / "clamd"))
    with scanner(listening):
        assert scan(upload, str(tmp_path / "clamd")) == []


def test_a_virus_is_refused_by_name(upload):
    upload.write_bytes(VIRUS)
    listening, address = over_tcp()
    with scanner(listening):
        (finding,) = scan(upload, address)
    assert (finding.code, finding.severity) == ("virus", "refused")
    assert "Eicar-Signature" in finding.says


def answering(answer: bytes):
    def talk(connection, received):
        connection.settimeout(2)
        try:
            while connection.recv(65536):
                pass
        except TimeoutError:
            connection.sendall(answer)

    return talk


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OKAY\0"])
def test_an_answer_that_is_no_clean_bill_holds_the_file(upload, answer):
    listening, address = over_tcp()
    with scanner(listening, answering(answer)):
        (finding,) = scan(upload, address)
    assert (finding.code, finding.severity) == ("not-scanned", "held")


@pytest.mark.parametrize("address", ["127.0.0.1:1", "/nowhere/clamd", "nonsense", ""])
def test_a_scanner_that_cannot_be_reached_holds_the_file(upload, address):
    (finding,) = scan(upload, address)
    assert finding.severity == "held"


def test_a_scanner_that_says_nothing_holds_the_file(upload):
    listening, address = over_tcp()
    with listening:
        (finding,) = scan(upload, address, seconds=0.2)
    assert finding.severity == "held"
