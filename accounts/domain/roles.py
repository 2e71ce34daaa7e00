"""The roles an appointment can give, and which of them cover every unit (rag-policy: "Who decides")."""

from enum import StrEnum


class Role(StrEnum):
    """A role's value is the slug editions use."""

    OFFICER = "officer"
    SPOC = "spoc"
    COMMUNICATOR = "communicator"
    COMMANDER = "commander"
    BOROUGH_SUPPORT = "borough-support"
    SOCIAL_MEDIA_TEAM = "social-media-team"
    PRESS_BUREAU = "press-bureau"
    DMC_ADMIN = "dmc-admin"
    AUDITOR = "auditor"

    @property
    def label(self) -> str:
        """The role as people say it."""
        return LABELS[self]


LABELS = {
    Role.OFFICER: "Officer",
    Role.SPOC: "SPOC",
    Role.COMMUNICATOR: "Communicator",
    Role.COMMANDER: "Commander",
    Role.BOROUGH_SUPPORT: "Borough Support",
    Role.SOCIAL_MEDIA_TEAM: "Social Media Team",
    Role.PRESS_BUREAU: "Press Bureau",
    Role.DMC_ADMIN: "DMC admin",
    Role.AUDITOR: "Auditor",
}
COVERS_ALL = frozenset({Role.BOROUGH_SUPPORT, Role.SOCIAL_MEDIA_TEAM, Role.PRESS_BUREAU, Role.DMC_ADMIN, Role.AUDITOR})
MAY_EVER_DECIDE = frozenset(
    {Role.COMMUNICATOR, Role.SPOC, Role.BOROUGH_SUPPORT, Role.SOCIAL_MEDIA_TEAM, Role.PRESS_BUREAU}
)
