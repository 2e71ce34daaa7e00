"""The tables of people and accounts. Private to this app: others come in by services and selectors."""

from accounts.models.api_token import ApiToken
from accounts.models.appointment import Appointment
from accounts.models.credential import Credential
from accounts.models.hours import BankHoliday, DutyShift, WorkingHours
from accounts.models.notice import Notice, NoticeDelivery
from accounts.models.operator import Operator
from accounts.models.social_account import SocialAccount, TrustedHandle
from accounts.models.training import ProtocolAcceptance, Training
from accounts.models.unit import Unit
from accounts.models.user import User

__all__ = [
    "ApiToken",
    "Appointment",
    "BankHoliday",
    "Credential",
    "DutyShift",
    "Notice",
    "NoticeDelivery",
    "Operator",
    "ProtocolAcceptance",
    "SocialAccount",
    "Training",
    "TrustedHandle",
    "Unit",
    "User",
    "WorkingHours",
]
