"""What the record says of some things."""

from django.db.models import Model, Q, QuerySet

from governance.models import AuditEvent


def events_about(*things: Model) -> QuerySet[AuditEvent]:
    """The events about these rows, newest first, with who did them and what they say."""
    about = Q(pk__in=())
    for thing in things:
        about |= Q(object_type=thing._meta.model_name, object_id=str(thing.pk))
    return AuditEvent.objects.filter(about).select_related("actor", "payload").order_by("-pk")
