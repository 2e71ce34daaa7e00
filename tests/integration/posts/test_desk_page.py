"""The desk as a page: who has one, what stands on it, and what it costs to ask again."""

import pytest
from django.test import Client

from accounts.models import SocialAccount, User
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db


def test_a_waiting_red_post_stands_on_the_communicators_desk(
    client: Client, camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    client.force_login(camden_communicator)
    page = client.get("/desk/").content.decode()
    open("/tmp/desk.html","w").write(page)
    assert f'id="post-{post.pk}"' in page
    page = client.get(f"/desk/{post.pk}/").content.decode()
    open("/tmp/item.html","w").write(page)
    assert "Approve revision 1" in page
