"""The people's room: units, people, appointments, the register of accounts, notices."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Accounts"
