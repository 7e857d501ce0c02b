"""What every way of running the site shares. Development, test and production add to it."""

from pathlib import Path

from environs import FileAwareEnv

from .accounts import *  # noqa: F403
from .accounts import organisation_sign_in
from .files import uploaded_files
from .security import *  # noqa: F403

# Any variable NAME may be kept in a file that NAME_FILE points to, as secrets are.
env = FileAwareEnv(strip_whitespace=True)

PROJECT_DIR = Path(__file__).resolve().parents[2]
# Everything the running site writes (database, uploads, collected static files) lives under one folder.
VAR_DIR = Path(env.str("VAR_DIR", default="") or PROJECT_DIR / "var")
# `manage.py build_look` writes the NHS.UK look here from the installed packages; git ignores it.
LOOK_DIR = VAR_DIR / "look"
# SQLite and staticfiles want their folders to be there before the first command runs.
LOOK_DIR.mkdir(parents=True, exist_ok=True)

INSTALLED_APPS = [
    "meetings",
    "documents",
    "programmes",
    "partnership.home",
    "partnership.search",
    "partnership.alerts",
    "partnership.content",
    "partnership.jobs",
    "partnership.images",
    "partnership.accounts",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "partnership.accounts.users_app.UsersAppConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "partnership.csp.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    # Above compression: its files are compressed once, when they are collected.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "partnership.compression.CompressPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "partnership.accounts.sessions.middleware.SessionsEnd",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "partnership.accounts.second_step.middleware.SecondStepIsWanted",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Above what redirects.
    "partnership.search.missed.NoteMissedAddresses",
    "partnership.content.redirects.ReadersRedirects",
    "partnership.content.reader.CurrentReader",
]

ROOT_URLCONF = "partnership.urls"
WSGI_APPLICATION = "partnership.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# SQLite by default, any database by URL. Defaults of SQLite lose writes under three editors: a writer that
# upgrades its lock half-way fails at once, so every transaction takes its lock up front and readers never wait.
DATABASES = {
    "default": env.dj_db_url(
        "DATABASE_URL",
        default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            "PRAGMA synchronous=NORMAL;"
            "PRAGMA temp_store=MEMORY;"
            "PRAGMA mmap_size=134217728;"
            "PRAGMA cache_size=-16000;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# British English; people meet in London time, the database keeps UTC.
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["partnership.formats"]
LOCALE_PATHS = [PROJECT_DIR / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [PROJECT_DIR / "static", LOOK_DIR]
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
STORAGES = {
    "default": uploaded_files(env),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SITE_NAME = env.str("SITE_NAME", default="South London Mental Health and Community Partnership")
WAGTAIL_SITE_NAME = MFA_TOTP_ISSUER = SITE_NAME
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "partnership.content.rich_text_editor.NamedRichTextArea"},
}
WAGTAILADMIN_BASE_URL = env.str("ADMIN_BASE_URL", default="http://127.0.0.1:8000")
WAGTAIL_I18N_ENABLED = False
# The one address that the public site is known by: in e-mails, the sitemap and every page's rel=canonical.
PUBLIC_BASE_URL = env.str("PUBLIC_BASE_URL", default=WAGTAILADMIN_BASE_URL)
# Who reads the answers to e-mails that the site sends; nobody, where it is empty.
REPLY_TO_EMAIL = env.str("REPLY_TO_EMAIL", default="")
# Within how many working days requests for accessible formats are answered, and how many days after that whoever
# asked is forgotten.
FORMAT_REQUEST_WORKING_DAYS = env.int("FORMAT_REQUEST_WORKING_DAYS", default=5)
FORMAT_REQUESTS_KEPT_DAYS = env.int("FORMAT_REQUESTS_KEPT_DAYS", default=365)
# After how many days the second step is no longer asked for but required; -1: it is only asked for.
SECOND_STEP_REQUIRED_AFTER_DAYS = env.int("SECOND_STEP_REQUIRED_AFTER_DAYS", default=14)
# After how many minutes in which nothing is done a session ends: for those who edit, and for those who read.
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=30)
SESSION_IDLE_MINUTES_OF_READERS = env.int("SESSION_IDLE_MINUTES_OF_READERS", default=120)
# After how many hours a session ends whatever is done.
SESSION_COOKIE_AGE = env.int("SESSION_HOURS", default=12) * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# After how many days without use the account of somebody who edits is closed, and how many before they are told.
UNUSED_ACCOUNT_DAYS = env.int("UNUSED_ACCOUNT_DAYS", default=90)
UNUSED_ACCOUNT_NOTICE_DAYS = env.int("UNUSED_ACCOUNT_NOTICE_DAYS", default=14)
SOCIALACCOUNT_PROVIDERS = organisation_sign_in(env)
# How many days after a question from the public is closed whoever asked it is forgotten.
QUESTIONS_KEPT_DAYS = env.int("QUESTIONS_KEPT_DAYS", default=365)
# How many proxies of our own stand in front: so many entries at the end of X-Forwarded-For are true.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
# No seconds: the picker would fill in those of the moment.
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
# A shared password would be stored in plain text, so pages are private by account or by group only.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_DOCUMENT_MODEL = "documents.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "documents.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "epub", "mp3", "mp4", "odp", "ods", "odt", "pdf", "pptx", "rtf", "txt", "vtt", "webm", "xlsx", "zip",
]  # fmt: skip
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024
# Where a ClamAV daemon listens (/run/clamav/clamd.ctl or host:port); without one, uploads are not scanned for viruses.
CLAMAV_SOCKET = env.str("CLAMAV_SOCKET", default="")
WAGTAILIMAGES_IMAGE_MODEL = "images.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "partnership.images.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILEMBEDS_FINDERS = []
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "partnership.search.backend", "SEARCH_CONFIG": "english"},
}

# What people search for is noted here, and put together in the database every few minutes.
SEARCHED_WORDS_DIR = VAR_DIR / "searched-words"
# Where requests note which addresses lead nowhere.
MISSED_ADDRESSES_DIR = VAR_DIR / "missed-addresses"

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o640

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # These tell of every good day's work. Wagtail keeps its own record of who did what, in the database.
    "loggers": {
        name: {"level": "WARNING"} for name in ("django_tasks", "django.utils.autoreload", "wagtail")
    },
}
