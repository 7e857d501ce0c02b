"""The site on a newcomer's own machine: no secrets, no servers, nothing to configure."""

from .base import *  # noqa: F403
from .base import MIDDLEWARE, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = "only-for-development-never-for-a-public-site"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
MIDDLEWARE = [*MIDDLEWARE, "partnership.not_found.OwnNotFoundPage"]
