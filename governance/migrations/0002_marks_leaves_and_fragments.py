"""The mark of an event, the leaf of a seal's entry, and the texts an edition includes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial")]

    operations = [
        migrations.AddField(
            "auditevent", "mac", models.CharField(default="", max_length=64), preserve_default=False
        ),
        migrations.AddField(
            "sealentry", "leaf", models.CharField(default="", max_length=64), preserve_default=False
        ),
        migrations.AddField(
            "edition",
            "fragments",
            models.JSONField(default=dict, help_text="The texts it includes, by name, as they stood."),
        ),
    ]
