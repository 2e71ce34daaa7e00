"""The one-time link by which a person sets their first password, or a new one."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from accounts.permissions import AccountPermission
from accounts.services.authority import demand
from governance import audit


@transaction.atomic(durable=True)
def password_link(person: User, *, actor: User | None) -> str:
    """Return a link that works once and for three days. It is shown to whoever asked and kept nowhere."""
    demand(AccountPermission.ADMINISTER_PEOPLE, actor)
    parts = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    audit.record("person.password-link-made", actor=actor, obj=person)
    return f"{settings.PUBLIC_URL}{reverse('account_reset_password_from_key', kwargs=parts)}"
