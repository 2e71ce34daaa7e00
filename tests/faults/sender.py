"""A worker process that does nothing but publish what is due, until somebody ends it."""

import os
import time

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "rag_portal.settings"
    django.setup()
    from posts.services.publishing import publish_due

    while True:
        if not publish_due():
            time.sleep(0.02)
