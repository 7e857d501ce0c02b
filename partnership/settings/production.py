"""The site in public. It does not start while something that only its operator knows is missing.

docs/deployment.md explains each variable.
"""

import dj_email_url

from .base import *  # noqa: F403
from .base import LOGGING, SILENCED_SYSTEM_CHECKS, SITE_NAME, STORAGES, VAR_DIR, env

LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


def refuse(problem: str):
    """Stop here, with one line instead of a traceback."""
    raise SystemExit(f"The site cannot start: {problem} See docs/deployment.md.")


DEBUG = False
try:
    SECRET_KEY = env.str("SECRET_KEY", default="")
except ValueError as error:
    refuse(str(error))
# Secrets of before, believed while sessions and second steps are renewed.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = [host.strip() for host in env.list("ALLOWED_HOSTS", default=[]) if host.strip()]

missing = [
    name
    for name, value in [("SECRET_KEY (or SECRET_KEY_FILE)", SECRET_KEY), ("ALLOWED_HOSTS", ALLOWED_HOSTS)]
    if not value
]
if missing:
    refuse(f"{' and '.join(missing)} must be set.")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
    refuse("SECRET_KEY must be at least 50 characters, chosen at random.")
if "*" in ALLOWED_HOSTS:
    refuse("ALLOWED_HOSTS must name the site's hosts; “*” lets anybody choose one.")

# HTTPS always. Only to look at it on this very machine may it be plain, and then nobody else can reach it.
PLAIN_HTTP = env.bool("PLAIN_HTTP", default=False)
if PLAIN_HTTP and not LOOPBACK.issuperset(ALLOWED_HOSTS):
    refuse(
        f"PLAIN_HTTP is for this machine alone, so ALLOWED_HOSTS may only name {', '.join(sorted(LOOPBACK))}."
    )
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not PLAIN_HTTP
# The application server speaks plain HTTP to the proxy in front, which ends TLS and must set this header itself.
SECURE_PROXY_SSL_HEADER = None if PLAIN_HTTP else ("HTTP_X_FORWARDED_PROTO", "https")
# It also tells who it heard from, which limits floods of sign-ups.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0 if PLAIN_HTTP else 1)
PUBLIC_BASE_URL = env.str(
    "PUBLIC_BASE_URL", default=f"{'http' if PLAIN_HTTP else 'https'}://{ALLOWED_HOSTS[0]}"
)
# A load balancer asks for this from inside, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
if PLAIN_HTTP:
    # Said aloud above: the checks about HTTPS would only repeat it.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Files, so that all processes of one machine see the same; nothing to install, nothing that can be down.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
    }
}

# Without a mail server nobody is promised a letter, such as the one that sets a new password.
EMAIL_URL = env.str("EMAIL_URL", default="")
WAGTAIL_PASSWORD_RESET_ENABLED = bool(EMAIL_URL)
mail = dj_email_url.parse(EMAIL_URL or "dummy://")
if "EMAIL_BACKEND" not in mail:
    refuse("EMAIL_URL must look like submission://user:password@mail.example:587.")
EMAIL_BACKEND = mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = mail["EMAIL_HOST"], mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = mail["EMAIL_HOST_USER"], mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = mail["EMAIL_USE_TLS"], mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default=f"{SITE_NAME} <noreply@{ALLOWED_HOSTS[0]}>"
)

# To standard output, for whatever keeps the machine's logs. No addresses of visitors, no names of users.
LOGGING = {
    **LOGGING,
    "handlers": {"console": {**LOGGING["handlers"]["console"], "stream": "ext://sys.stdout"}},
}
