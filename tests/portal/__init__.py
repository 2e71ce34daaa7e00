"""The running portal that browser tests look at: a web server in this process, a real Celery worker and beat beside it."""
