"""What is said of an account when it is asked for or changed: why, who, what and the rest of its entry."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from accounts.models import SocialAccount, User


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCase:
    """The columns of an entry that people write; its unit, channel and state are not among them."""

    kind: str
    name: str
    handle: str
    base_url: str = ""
    address: str = ""
    why: str = ""
    who: str = ""
    what: str = ""
    owner: User | None = None
    deputy: User | None = None
    floor: str = ""
    watermark: bool = False
    not_for_reporting_shown: bool = False
    follower_target: int | None = None
    review_on: date | None = None
    expires_at: datetime | None = None

    def columns(self) -> dict[str, object]:
        """The case as columns of the account's row."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def of(cls, account: SocialAccount) -> "AccountCase":
        """The case as it stands in the register."""
        return cls(**{field.name: getattr(account, field.name) for field in fields(cls)})


def plain(value: object) -> str | int | bool | None:
    """A column's value as the record keeps it: people by number, times as text."""
    if isinstance(value, User):
        return value.pk
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | bool) else str(value)
