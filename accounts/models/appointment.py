"""Appointments: who holds which role in which unit, from when until when."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.domain.roles import COVERS_ALL, Role
from accounts.models.choices import choices, one_of
from accounts.models.unit import Unit


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Questions about appointments."""

    def in_force(self, day: date) -> "AppointmentQuerySet":
        """Those that have begun and have not ended on this day (the last day counts)."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)


class Appointment(models.Model):
    """One role in one unit. It covers the unit and those below; the roles of DMC cover all."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=20, choices=choices(Role))
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    may_bypass = models.BooleanField(default=False)
    head_on_call = models.BooleanField(default=False)
    appointed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("role", Role, "appointment_role_known"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="appointment_ends_after_start"
            ),
        ]
        indexes = [models.Index(fields=["unit", "role"], name="appointment_unit_role")]

    def __str__(self) -> str:
        return f"{self.user}, {Role(self.role).label}, {self.unit}"

    @property
    def role_label(self) -> str:
        """The role as people say it."""
        return Role(self.role).label

    def covers(self, unit: Unit) -> bool:
        """Whether what this appointment gives holds for `unit`."""
        return self.role in COVERS_ALL or self.unit.covers(unit)
