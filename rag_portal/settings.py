"""Every setting, in a fixed order: mode, secrets, apps, data, queue, people, pages, mail, policy."""

from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF

from rag_portal import env, keys

# Mode
BASE_DIR = env.BASE
MODE = env.mode()
SERVICE = MODE == "service"
DEBUG = env.switch("RAG_DEBUG", False)
DATA_DIR = env.data_dir()
PUBLIC_URL = env.text("RAG_PUBLIC_URL", None if SERVICE else f"http://127.0.0.1:{env.number('PORT', 8000)}")
ALLOWED_HOSTS = env.words("RAG_ALLOWED_HOSTS", None if SERVICE else "127.0.0.1,localhost,testserver,[::1]")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if SERVICE else []

# Secrets
SECRET_KEY = env.secret("RAG_SECRET_KEY")
FIELD_KEYS = env.secret("RAG_FIELD_KEYS", keys.new_field_key).split(",")
SEAL_KEY = env.secret("RAG_SEAL_KEY", keys.new_seal_key)
DEMO_PASSWORD = "" if SERVICE else env.secret("RAG_DEMO_PASSWORD", keys.new_demo_password)

# Apps
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "ninja",
    "rules.apps.AutodiscoverRulesConfig",
    "governance",
    "accounts",
    "posts",
    "rag_portal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.OnlyInGoodStanding",
    "rag_portal.public_views.ClosedUnlessListed",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "rag_portal.urls"
WSGI_APPLICATION = "rag_portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rag_portal.context.portal",
            ],
            "libraries": {"rag_look": "rag_portal.templatetags.rag_look"},
        },
    }
]

# Data
DATABASE_URL = env.text("DATABASE_URL", None if SERVICE else f"sqlite:///{DATA_DIR / 'rag-portal.sqlite3'}")
DATABASES = {"default": environ.Env.db_url_config(DATABASE_URL) | {"ATOMIC_REQUESTS": False, "CONN_MAX_AGE": 60}}
SQLITE = "sqlite" in DATABASES["default"]["ENGINE"]
if SQLITE:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
REDIS_URL = env.text("REDIS_URL", None if SERVICE else "")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": DATA_DIR / "cache"}
}
MEDIA_STORE = DATA_DIR / "media"
SEAL_FILE = DATA_DIR / "seals" / "seals.jsonl"
RECORD_MAY_BE_EMPTIED = False

# Queue
CELERY_BROKER_URL = REDIS_URL or "filesystem://localhost"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
if not REDIS_URL:
    QUEUE_DIR = DATA_DIR / "queue"
    for name in ("messages", "control"):
        (QUEUE_DIR / name).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(QUEUE_DIR / "messages"),
        "data_folder_out": str(QUEUE_DIR / "messages"),
        "control_folder": str(QUEUE_DIR / "control"),
        "polling_interval": 0.2,
    }

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "accounts.adapter.ClosedDoorAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "change_password": "accounts.forms.sign_in.ChangeForm",
    "reset_password": "accounts.forms.sign_in.ResetForm",
    "reset_password_from_key": "accounts.forms.sign_in.ResetByLinkForm",
    "set_password": "accounts.forms.sign_in.SetForm",
}
MFA_TOTP_ISSUER = "RAG Portal"
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_BROWSER = env.switch("RAG_HTTPS", SERVICE)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE_BROWSER
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_BROWSER else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_BROWSER
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SERVICE else None
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "rag_portal.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# Pages
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static", BASE_DIR / "build" / "assets"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": MEDIA_STORE}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
IMAGE_LIMIT_BYTES = 10 * 1024 * 1024

# Mail
EMAIL_URL = env.text("RAG_EMAIL_URL", None if SERVICE else f"filemail://{DATA_DIR / 'mail'}")
vars().update(environ.Env.email_url_config(EMAIL_URL))
DEFAULT_FROM_EMAIL = env.text("RAG_FROM_EMAIL", "RAG Portal <rag-portal@force.example>")
if urlsplit(EMAIL_URL).scheme == "filemail":
    EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_TIMEOUT = 10

# Policy
EDITION_AT_FIRST = "mps-union"

# Logging
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"health": {"()": "rag_portal.logs.NotAboutHealth"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["health"]}},
    "root": {"handlers": ["stderr"], "level": env.text("RAG_LOG_LEVEL", "WARNING")},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
