"""The zip of a meeting's papers, under names that people read and that Windows, macOS and Linux take."""

import re
import shutil
import zipfile
from datetime import datetime
from pathlib import Path, PurePosixPath

from partnership.file_names import DEVICE_NAMES, trimmed, visible_letters

# Windows has room for 260 letters in all, the folders above included.
MAX_NAME_BYTES = 120
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
# Packed already: packing them again takes time and saves nothing.
PACKED = {".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".zip", ".mp3", ".mp4", ".webm"}
INDEX = "Contents.txt"


def safe_name(name: str) -> str:
    """A file name that every common system takes, and that nobody can mistake for another kind of file."""
    clean = " ".join(FORBIDDEN.sub(" ", visible_letters(name)).split()).strip(". ")
    if clean.split(".")[0].lower().strip() in DEVICE_NAMES or not clean:
        clean = f"Paper {clean}".strip()
    return trimmed(clean, MAX_NAME_BYTES)


def name_in_zip(line: dict, paper: dict, taken: set[str]) -> str:
    """What a paper is called: “Item 4 - Finance report.pdf”, and “Item 4 - Finance report (2).pdf” beside it."""
    ending = PurePosixPath(paper["filename"]).suffix.lower()
    name = paper["name"].removesuffix(ending) if ending else paper["name"]
    for number in range(1, len(taken) + 2):
        # Windows and macOS take letters in either case for the same.
        twin = f" ({number})" if number > 1 else ""
        stem = trimmed(safe_name(f"Item {line['number']} - {name}") + ".", MAX_NAME_BYTES - 16).rstrip(". ")
        full = f"{stem}{twin}{ending}"
        if full.casefold() not in taken:
            taken.add(full.casefold())
            return full
    raise AssertionError("More names are taken than there are.")


def write_zip(contents: dict, paths: dict[int, Path], out: Path, at: datetime) -> list[str]:
    """Write the zip of the papers that have a file in `paths`; answers their names. `at` is London's time."""
    taken, names = {INDEX.casefold()}, []
    index = [contents["facts"]["title"], contents["facts"]["committee"], contents["facts"]["when"], ""]
    moment = at.timetuple()[:6]
    with zipfile.ZipFile(out, "w") as archive:
        for line in contents["lines"]:
            index.append(f"{line['number']}. {line['title']}")
            for paper in line["papers"]:
                if paper["paper"] not in paths:
                    index.append(f"    {paper['name']}: not in this zip")
                    continue
                name = name_in_zip(line, paper, taken)
                names.append(name)
                index.append(f"    {name}")
                add(archive, name, paths[paper["paper"]], moment)
        entry = zipfile.ZipInfo(INDEX, moment)
        archive.writestr(entry, "\r\n".join([*index, ""]).encode(), zipfile.ZIP_DEFLATED)
    return names


def add(archive: zipfile.ZipFile, name: str, path: Path, moment) -> None:
    """Put a file into the zip, piece by piece."""
    entry = zipfile.ZipInfo(name, moment)
    packed = PurePosixPath(name).suffix in PACKED
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    entry.file_size = path.stat().st_size
    with path.open("rb") as file, archive.open(entry, "w") as inside:
        shutil.copyfileobj(file, inside, 1024 * 1024)
