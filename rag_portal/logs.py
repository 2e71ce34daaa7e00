"""What the log leaves out."""

import logging


class NotAboutHealth(logging.Filter):
    """Drop Django's complaint about every 503 of the health page: whoever asked has been told already."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not (record.name == "django.request" and "/health/" in record.getMessage())
