"""Appoint the first DMC admin of a new installation."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.services.first_admin import appoint_first_admin
from accounts.services.refusals import Refused


class Command(BaseCommand):
    """Prints a one-time link by which the admin sets a password; the portal never shows a password."""

    help = "Appoint the first DMC admin and print the link by which they set their password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="The name as colleagues say it, with the rank.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            link = appoint_first_admin(options["email"], options["name"])
        except Refused as refused:
            raise CommandError(refused.words) from refused
        self.stdout.write(f"{options['email']} is a DMC admin. Set the password here, once, within three days:\n{link}")
