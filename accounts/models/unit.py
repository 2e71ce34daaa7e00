"""Units of the force, as a tree."""

from django.db import models

from accounts.models.choices import one_of

KINDS = ("force", "borough", "ward", "dmc", "team", "specialist")


class Unit(models.Model):
    """A place in the tree. `path` is the slugs from the root, "/met/camden/kentish-town/": what is below begins so."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=255, unique=True)
    email_may_carry_text = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["path"]
        constraints = [
            one_of("kind", KINDS, "unit_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def covers(self, other: "Unit") -> bool:
        """Whether `other` is this unit or stands below it."""
        return other.path.startswith(self.path)

    @property
    def has_communicator_of_its_own(self) -> bool:
        """Boroughs and wards have one; corporate and specialist units are looked after by the Social Media Team."""
        return self.kind in ("borough", "ward")
