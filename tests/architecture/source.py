"""The project as text, and its layers, for the tests that read them."""

import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def files(*patterns: str) -> list[Path]:
    """Files of the project that git keeps or would keep, by patterns such as "*.py"."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in sorted(set(listed.stdout.splitlines())) if (ROOT / name).is_file()]


def layers() -> list[list[str]]:
    """Our packages from the top layer down, as the import contract names them; several of one layer together."""
    contract = next(
        contract
        for contract in PYPROJECT["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    )
    return [[package.strip() for package in layer.split("|")] for layer in contract["layers"]]
