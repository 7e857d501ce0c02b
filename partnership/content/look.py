"""The look of the site: NHS.UK frontend from the installed package and our own styles, as one file of each kind.

The package is only read from: as an app it would bring page models and forms that this site does not want.
"""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from django.contrib.staticfiles import finders

PACKAGE = "wagtail-nhsuk-frontend"
RELEASE = "10.4.2"
FOLDER = "wagtailnhsukfrontend/static/wagtailnhsukfrontend"
# In the order of the cascade: what a name stands for, the frame, what stands in it, and paper last.
OUR_STYLES = [
    "css/tokens.css",
    "css/frame.css",
    "css/urgent-help.css",
    "css/search-box.css",
    "css/header.css",
    "css/navigation.css",
    "css/site.css",
    "css/search.css",
    "css/blocks.css",
    "css/sections.css",
    "css/cards.css",
    "css/lists.css",
    "css/recommendations.css",
    "css/corrections.css",
    "css/figures.css",
    "css/meetings.css",
    "css/agenda.css",
    "css/calendars.css",
    "css/actions.css",
    "css/minutes.css",
    "css/packs.css",
    "css/questions.css",
    "css/records.css",
    "css/home.css",
    "css/account.css",
    "css/register.css",
    "css/files.css",
    "css/print.css",
]
OUR_SCRIPTS = ["js/urgent-help.js", "js/video.js", "js/verify-file.js", "js/search-suggestions.js"]

# The module works only in a body that says so, which a strict Content-Security-Policy keeps out of the page itself.
START = 'document.body.classList.add("js-enabled", "nhsuk-frontend-supported");\ninitAll();'

FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S*")
ASSET = re.compile(r"url\(([\"']?)/assets/(?:[^)\"']*/)?([^)\"']+)\1\)")
ELSEWHERE = re.compile(r"""url\(\s*["']?(?:https?:)?//|@import\b|sourceMappingURL""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class LookError(Exception):
    """The look cannot be made from what is installed; the message says what to do."""


def packaged(name: str) -> str:
    """The text of one of the package's files. Raises LookError where it is not what this site was made for."""
    try:
        installed = distribution(PACKAGE)
    except PackageNotFoundError as error:
        raise LookError(f"{PACKAGE} is not installed: run pip install -r requirements.txt.") from error
    path = Path(str(installed.locate_file(f"{FOLDER}/{name}")))
    if not path.is_file():
        raise LookError(
            f"{PACKAGE} {installed.version} does not bring {name}; this site was made for the release that "
            f"brings NHS.UK frontend {RELEASE}. Install the version that requirements.txt names."
        )
    return path.read_text(encoding="utf-8")


def ours(name: str) -> str:
    """The text of one of our own static files."""
    path = finders.find(name)
    if path is None:
        raise LookError(f"static/{name} is missing.")
    return Path(path).read_text(encoding="utf-8")


def nhsuk_styles() -> str:
    """NHS.UK frontend's styles with nothing in them that another host would serve."""
    css = packaged(f"css/nhsuk-frontend-{RELEASE}.min.css")
    css = SOURCE_MAP.sub("", FONT_FACE.sub("", css))
    css = ASSET.sub(r"url(../img/\2)", css)
    if left := ELSEWHERE.search(css):
        raise LookError(f"NHS.UK frontend's styles still ask for something elsewhere: {left[0]!r}.")
    return css.strip() + "\n"


def our_styles() -> str:
    """Our own styles in one, without comments and needless spaces."""
    css = COMMENT.sub("", "\n".join(ours(name) for name in OUR_STYLES))
    return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"\s+", " ", css)).strip() + "\n"


def scripts() -> str:
    """NHS.UK frontend's module, started, and our own scripts after it."""
    nhsuk = SOURCE_MAP.sub("", packaged(f"js/nhsuk-frontend-{RELEASE}.min.js")).strip()
    # In a block of its own each script keeps its names to itself.
    own = "\n".join(f"{{\n{ours(name).strip()}\n}}" for name in OUR_SCRIPTS)
    return f"{nhsuk}\n{START}\n{own}\n"


def build(folder: Path) -> list[Path]:
    """Write the look into `folder`, to be served as static files; return the files written."""
    target = folder / "look"
    target.mkdir(parents=True, exist_ok=True)
    nhsuk = nhsuk_styles()
    files = {"nhsuk.css": nhsuk, "site.css": nhsuk + our_styles(), "site.js": scripts()}
    for name, text in files.items():
        # Only what changed is written, so that browsers and watchers are left in peace.
        path = target / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return [target / name for name in files]
