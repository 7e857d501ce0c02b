"""Measures how long a meeting pack takes to be put together, and how much memory.

    python -m tests.benchmarks.packs [pages] [papers]

The peak is the resident memory of the process that puts it together, as it tells; the process may not have
more than `meetings.packs.building.limits.MEMORY` of addresses in all, so one that ends well stayed below that.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from meetings.packs.apart import put_together
from tests.meetings.packs.files import tagged_pdf


def facts_of(pages: int, papers: int, folder: Path) -> dict:
    """What the process is told of a pack with so many pages of papers."""
    each = pages // papers
    lines = []
    for number in range(1, papers + 1):
        path = folder / f"{number}.pdf"
        path.write_bytes(tagged_pdf(f"Paper {number}", each))
        paper = {
            "key": f"paper-{number}", "name": f"Paper {number}", "url": "https://example.org/paper.pdf",
            "language": "en-GB", "path": str(path), "instead": "", "is_expected": False,
        }  # fmt: skip
        lines.append(
            {
                "key": f"item-{number}", "number": str(number), "title": f"Item {number}", "level": 0,
                "said": ["For decision"], "asked": "To approve it.", "is_private": False, "papers": [paper],
            }
        )  # fmt: skip
    return {
        "title": "Meeting", "document_title": "Meeting pack", "committee": "Committee", "when": "Monday",
        "about": [], "is_demonstration": False, "language": "en-GB", "private": False,
        "url": "https://example.org/", "built": "Now.", "changed": [], "lines": lines,
    }  # fmt: skip


def measure(pages: int, papers: int) -> dict:
    """Put one pack together; answers its pages and bytes, the seconds it took and the peak of memory in bytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        facts, out = facts_of(pages, papers, folder), folder / "pack.pdf"
        began = perf_counter()
        answer = put_together(facts, out)
        seconds = perf_counter() - began
        facts = {"pages": answer["pages"], "peak": answer["peak"]}
        return facts | {"size": out.stat().st_size, "seconds": seconds}


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    told = measure(*given) if len(given) == 2 else measure(given[0] if given else 300, 30)
    print(
        f"{told['pages']} pages, {told['size'] / 1e6:.1f} MB: {told['seconds']:.1f} s, "
        f"peak {told['peak'] / 1024**2:.0f} MB"
    )
