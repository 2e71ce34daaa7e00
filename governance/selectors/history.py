"""What the record says of one thing."""

from django.db.models import Model, QuerySet

from governance.models import AuditEvent


def events_about(obj: Model) -> QuerySet[AuditEvent]:
    """The events about this row, newest first, with who did them and what they say."""
    found = AuditEvent.objects.filter(object_type=obj._meta.model_name, object_id=str(obj.pk))
    return found.select_related("actor", "payload").order_by("-pk")
