"""Working hours, bank holidays and the duty rota, as data."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.domain.roles import Role
from accounts.models.choices import one_of
from accounts.models.unit import Unit


class WorkingHours(models.Model):
    """The hours of one weekday (0 is Monday) for a unit and those below it that state none; London wall-clock."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="working_hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "weekday"], name="hours_once_a_day"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="hours_weekday_known"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="hours_close_after_open"),
        ]


class BankHoliday(models.Model):
    """A bank holiday of England."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=80)


class DutyShift(models.Model):
    """Somebody's turn on duty for a unit in a role, with whom they cover for."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="shifts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="shifts")
    role = models.CharField(max_length=20)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    covers_for = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("role", Role, "shift_role_known"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="shift_ends_after_start"),
        ]
        indexes = [models.Index(fields=["unit", "role", "ends_at"], name="shift_on_duty")]
