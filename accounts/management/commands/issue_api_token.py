"""Issue a person's token for the API."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.selectors import person_called
from accounts.services.refusals import Refused
from accounts.services.tokens import issue_token


class Command(BaseCommand):
    """Prints the token once; afterwards nobody can read it again."""

    help = "Issue a token for the API to the person with this e-mail address, and print it once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="from the command line", help="What the token is for.")
        parser.add_argument("--days", type=int, default=90, help="How long it works.")

    def handle(self, *args: Any, **options: Any) -> None:
        person = person_called(options["email"])
        if person is None:
            raise CommandError(f"Nobody here has the address {options['email']}.")
        until = timezone.now() + timedelta(days=options["days"])
        try:
            _, secret = issue_token(person, name=options["name"], actor=None, expires_at=until)
        except Refused as refused:
            raise CommandError(refused.words) from refused
        self.stdout.write(secret)
