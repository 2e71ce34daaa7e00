"""The people that other tests start from."""

from accounts import selectors
from accounts.models import SocialAccount, User
from governance.models import AuditEvent


def test_the_camden_officer_posts_from_the_camden_noticeboard(
    camden_officer: User, camden_noticeboard: SocialAccount, hackney_noticeboard: SocialAccount
) -> None:
    assert list(selectors.accounts_to_post_from(camden_officer)) == [camden_noticeboard]


def test_people_and_accounts_made_for_tests_stand_in_the_record(camden_noticeboard: SocialAccount) -> None:
    actions = set(AuditEvent.objects.values_list("action", flat=True))

    assert actions >= {
        "unit.created",
        "person.added",
        "appointment.made",
        "account.registered",
        "account.operator-added",
    }
