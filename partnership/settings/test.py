"""The site under test: the same as in production where that can be, and fast where it cannot."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES, MIDDLEWARE, PROJECT_DIR

# Each process of the test run writes to a folder of its own, which goes when it ends.
TEST_DIR = Path(tempfile.mkdtemp(prefix="partnership-test-"))
atexit.register(shutil.rmtree, TEST_DIR, ignore_errors=True)

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = TEST_DIR / "media"
SEARCHED_WORDS_DIR = TEST_DIR / "searched-words"
MISSED_ADDRESSES_DIR = TEST_DIR / "missed-addresses"
LOOK_DIR = TEST_DIR / "look"
LOOK_DIR.mkdir()
STATICFILES_DIRS = [PROJECT_DIR / "static", LOOK_DIR]
# Served from the finders by Django's own live server.
MIDDLEWARE = [m for m in MIDDLEWARE if not m.startswith("whitenoise")]

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in life: a database in memory is one connection, where nothing ever waits for anything.
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
