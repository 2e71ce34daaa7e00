"""The demo is made by the services: every row of it has its event, and every state can be seen."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from governance.models import AuditEvent
from posts.domain.workflow import PostStatus
from posts.models import Post

pytestmark = [pytest.mark.django_db, pytest.mark.smoke]
RECORDED = [
    ("accounts", "Unit"),
    ("accounts", "User"),
    ("accounts", "Appointment"),
    ("accounts", "SocialAccount"),
    ("governance", "GuidanceNotice"),
    ("governance", "Incident"),
    ("posts", "Post"),
]


def test_every_row_of_the_demo_has_its_event_every_state_is_there_and_loading_twice_adds_nothing() -> None:
    call_command("load_demo", verbosity=0)
    for app, name in RECORDED:
        model = apps.get_model(app, name)
        recorded = set(AuditEvent.objects.filter(object_type=name.lower()).values_list("object_id", flat=True))
        silent = [row for row in model.objects.all() if str(row.pk) not in recorded]
        assert model.objects.exists(), name
        assert not silent, f"{name} without an event: {silent[:3]}"
    operators = AuditEvent.objects.filter(action="account.operator-added").count()
    assert operators == apps.get_model("accounts", "Operator").objects.count()
    assert set(Post.objects.values_list("status", flat=True)) == {status.value for status in PostStatus}
    assert set(Post.objects.exclude(light="").values_list("light", flat=True)) == {"green", "amber", "red"}
    posts, events = Post.objects.count(), AuditEvent.objects.count()
    call_command("load_demo", verbosity=0)
    assert (Post.objects.count(), AuditEvent.objects.count()) == (posts, events)


def test_demo_data_is_refused_in_service(settings: object) -> None:
    settings.SERVICE = True
    with pytest.raises(CommandError, match="create_first_admin"):
        call_command("load_demo", verbosity=0)
