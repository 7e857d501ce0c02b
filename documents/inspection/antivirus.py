"""The virus scanner: a ClamAV daemon, asked over its socket (clamd, command INSTREAM)."""

import socket
import struct
from pathlib import Path

from .report import Finding, Rule, Severity

VIRUS = Rule(
    "virus",
    Severity.REFUSED,
    "The virus scanner found {name} in the file.",
    "Do not open the file. Tell your IT service desk where it came from.",
)
NOT_SCANNED = Rule(
    "not-scanned",
    Severity.HELD,
    "The file could not be scanned for viruses, because the virus scanner does not answer.",
    "Try again in a few minutes. If that does not help, tell whoever runs this site.",
)

PIECE = 64 * 1024
SECONDS = 30


def scan(path: Path, address: str, seconds: float = SECONDS) -> list[Finding]:
    """What the scanner at `address` says of a file; nothing where it is clean.

    The address is a path of a socket (/run/clamav/clamd.ctl) or a host and port (127.0.0.1:3310). A scanner that does
    not answer, or answers what nobody understands, holds the file back: silence is no clean bill.
    """
    try:
        answer = ask(path, address, seconds)
    except (OSError, ValueError):
        return [NOT_SCANNED.found()]
    if answer == "stream: OK":
        return []
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return [VIRUS.found(name=answer.removeprefix("stream: ").removesuffix(" FOUND"))]
    return [NOT_SCANNED.found()]


def ask(path: Path, address: str, seconds: float) -> str:
    """The scanner's answer to a file's bytes. Raises OSError or ValueError where there is none."""
    with connected(address, seconds) as connection, path.open("rb") as file:
        connection.sendall(b"zINSTREAM\0")
        while piece := file.read(PIECE):
            connection.sendall(struct.pack(">I", len(piece)) + piece)
        connection.sendall(struct.pack(">I", 0))
        answer = b""
        while b"\0" not in answer and len(answer) < 4096:
            received = connection.recv(4096)
            if not received:
                break
            answer += received
    return answer.partition(b"\0")[0].decode("utf-8", errors="replace").strip()


def connected(address: str, seconds: float) -> socket.socket:
    """An open connection to the scanner."""
    address = address.removeprefix("unix:").removeprefix("tcp://")
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(seconds)
        try:
            connection.connect(address)
        except OSError:
            connection.close()
            raise
        return connection
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=seconds)
