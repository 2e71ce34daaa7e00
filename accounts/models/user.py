"""People who sign in."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone

from accounts.models.choices import one_of
from accounts.models.unit import Unit

if TYPE_CHECKING:
    from accounts.models.appointment import Appointment

LEVELS = {"probation": "On probation", "standard": "Standard", "trusted": "Trusted"}


class UserManager(BaseUserManager["User"]):
    """Finds people by e-mail in any case, and makes them with a usable or an unusable password."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the person with this e-mail, whatever its case."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return a new person; without a password nobody can sign in as them by password."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """An officer or member of staff. What they may do comes from appointments alone, never from being superuser."""

    email = models.EmailField(max_length=254, unique=True)
    display_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    suspended_at = models.DateTimeField(null=True, blank=True)
    level = models.CharField(max_length=10, default="probation")
    level_since = models.DateField(null=True, blank=True)
    keys_enabled = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        constraints = [one_of("level", LEVELS, "user_level_known")]

    def __str__(self) -> str:
        return self.display_name

    def get_full_name(self) -> str:
        """The name as colleagues say it, with the rank."""
        return self.display_name

    def get_short_name(self) -> str:
        """The name as colleagues say it, with the rank."""
        return self.display_name

    @property
    def level_label(self) -> str:
        """The level as people say it."""
        return LEVELS[self.level]

    def holds(self, role: str, unit: Unit | None = None, *, on: date | None = None) -> bool:
        """Whether a current appointment gives this role, for `unit` where one is named.

        An appointment covers its unit and those below; the roles of DMC cover all (rag-policy: "Who decides").
        """
        return any(one.role == role and (unit is None or one.covers(unit)) for one in self.current_appointments(on))

    def current_appointments(self, on: date | None = None) -> "list[Appointment]":
        """The appointments in force on this day (today in London where none is named), kept for one request's life."""
        day = on or timezone.localdate()
        kept: dict[date, list[Appointment]] = self.__dict__.setdefault("_appointments_by_day", {})
        if day not in kept:
            kept[day] = list(self.appointments.in_force(day).select_related("unit").order_by("pk"))
        return kept[day]

    def forget_appointments(self) -> None:
        """Drop what was kept, because an appointment of this person has just changed."""
        self.__dict__.pop("_appointments_by_day", None)

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """Read the row again, and forget the appointments that were kept."""
        self.forget_appointments()
        super().refresh_from_db(*args, **kwargs)
