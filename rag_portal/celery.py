"""The worker's app and the whole timetable of beat, in one place.

Every entry rings a doorbell: the task looks in the database for what is due. Nothing is remembered only here.
"""

import os

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rag_portal.settings")

app = Celery("rag_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(["rag_portal"], related_name="pulse")
app.conf.beat_schedule = {
    "show that we live": {"task": "rag_portal.pulse", "schedule": 1.0, "options": {"expires": 5}},
    "publish what is due": {"task": "posts.publish_due", "schedule": 0.5, "options": {"expires": 5}},
    "climb the ladders": {"task": "posts.climb_ladders", "schedule": 1.0, "options": {"expires": 5}},
    "judge again what waits": {"task": "posts.judge_again", "schedule": 2.0, "options": {"expires": 10}},
    "deliver notices": {"task": "accounts.deliver_notices", "schedule": 2.0, "options": {"expires": 10}},
    "move with the clock": {"task": "governance.keep_up", "schedule": 2.0, "options": {"expires": 10}},
    "seal the record": {"task": "governance.seal_record", "schedule": 5.0, "options": {"expires": 10}},
}


@worker_init.connect
def be_ready(**_: object) -> None:
    """Be ready for the first task."""
    from rag_portal.warming import warm_up

    warm_up()
