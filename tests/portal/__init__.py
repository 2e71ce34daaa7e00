"""The running portal that browser tests look at: web in this process, a real Celery worker and beat beside it."""
