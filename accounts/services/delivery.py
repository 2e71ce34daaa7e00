"""Sending notices by e-mail.

The guarantee: a due delivery is claimed by one worker at a time, and a notice goes out at least once or ends as failed.
It can go out twice only when a worker dies between the mail server's yes and our note of it; both letters then bear the
same Message-ID.
"""

from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.models import NoticeDelivery
from accounts.predicates import is_in_good_standing

BATCH = 50
LEASE = timedelta(minutes=10)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
REFUSED_LETTER = (SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused, ValueError)


def deliver_due(now: datetime, limit: int = BATCH) -> int:
    """Claim what is due, send it, note what became of it; return how many went out."""
    sent, trouble = 0, None
    for delivery in claim_due(now, limit):
        trouble = trouble or _send(delivery)
        _settle(delivery, str(trouble or ""))
        sent += trouble is None
        trouble = None if isinstance(trouble, REFUSED_LETTER) else trouble
    return sent


@transaction.atomic(durable=True)
def claim_due(now: datetime, limit: int = BATCH) -> list[NoticeDelivery]:
    """Take the letters that are due, and those whose lease ran out; nobody else has them until the lease ends."""
    due = Q(state="waiting", due_at__lte=now) | Q(state="sending", lease_until__lte=now)
    rows = NoticeDelivery.objects.filter(due, means="email").order_by("due_at", "pk")
    candidates = rows.select_related("notice__user")[:limit]
    return [delivery for delivery in candidates if _claim(delivery, now + LEASE)]


def _claim(delivery: NoticeDelivery, until: datetime) -> bool:
    unchanged = NoticeDelivery.objects.filter(
        pk=delivery.pk, state=delivery.state, lease_until=delivery.lease_until, attempts=delivery.attempts
    )
    if unchanged.update(state="sending", lease_until=until, attempts=F("attempts") + 1) != 1:
        return False
    delivery.state, delivery.lease_until, delivery.attempts = "sending", until, delivery.attempts + 1
    return True


def _send(delivery: NoticeDelivery) -> Exception | None:
    """Send one letter, no transaction open. What is returned went wrong; a refused letter says nothing of the next."""
    if not is_in_good_standing(delivery.notice.user):
        return ValueError("This person cannot sign in at present.")
    try:
        letter(delivery).send()
    except (OSError, ValueError) as trouble:
        return trouble
    return None


def letter(delivery: NoticeDelivery) -> EmailMessage:
    """The notice as an e-mail."""
    notice = delivery.notice
    link = f"{settings.PUBLIC_URL}{notice.url}" if notice.url else ""
    words = render_to_string("accounts/email/notice.txt", {"notice": notice, "link": link})
    host = urlsplit(settings.PUBLIC_URL).hostname
    headers = {"Message-ID": f"<notice-{notice.pk}@{host}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(notice.subject, words, to=[notice.user.email], headers=headers)


def _settle(delivery: NoticeDelivery, error: str) -> None:
    """Write the outcome, if the claim is still ours."""
    now = timezone.now()
    ours = NoticeDelivery.objects.filter(pk=delivery.pk, state="sending", lease_until=delivery.lease_until)
    if not error:
        ours.update(state="sent", settled_at=now, lease_until=None, error="")
    elif delivery.attempts > len(PAUSES):
        ours.update(state="failed", settled_at=now, lease_until=None, error=error[:200])
    else:
        due = now + PAUSES[delivery.attempts - 1]
        ours.update(state="waiting", due_at=due, lease_until=None, error=error[:200])
