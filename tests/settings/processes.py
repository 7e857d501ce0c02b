"""Runs of this project in a process of their own, with settings and a database of their own."""

import os
import subprocess
import sys

from django.conf import settings


def manage(*command, settings_module, **environment):
    """Run a management command to its end; gives what `subprocess.run` gives, output and errors as text."""
    known = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.PROJECT_DIR,
        env={
            **known,
            "DJANGO_SETTINGS_MODULE": f"partnership.settings.{settings_module}",
            "VAR_DIR": str(settings.TEST_DIR / "other"),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
