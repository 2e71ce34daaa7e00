"""The portal's settings on the test session's own servers; RAG_TESTS_ON=embedded chooses SQLite and the file broker."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from tests import services

EMBEDDED = os.environ.get("RAG_TESTS_ON") == "embedded"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
if EMBEDDED:
    os.environ.pop("DATABASE_URL", None)
    os.environ.pop("REDIS_URL", None)
services.provide(() if EMBEDDED else services.NAMES)
os.environ["RAG_DATA_DIR"] = str(Path(os.environ["RAG_TESTS_DIR"], f"data-{WORKER or 'alone'}"))
os.environ["RAG_MODE"] = "embedded"
os.environ["RAG_EMAIL_URL"] = "memorymail://"
if WORKER and not EMBEDDED:
    room = int(WORKER.removeprefix("gw")) + 1
    os.environ["REDIS_URL"] = urlsplit(os.environ["REDIS_URL"])._replace(path=f"/{room}").geturl()

from rag_portal.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"} if SQLITE else {}
DATABASES["default"]["CONN_MAX_AGE"] = 0
RECORD_MAY_BE_EMPTIED = True
