"""Addresses of the accounts app."""

from django.urls import URLPattern, URLResolver, path, re_path

from accounts.domain.move_words import MOVE_WORDS
from accounts.views import account_changes, appointments, handles, notices, people, register

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", register.account_list, name="account_list"),
    path("accounts/add/", account_changes.account_add, name="account_add"),
    path("accounts/ask/", account_changes.account_ask, name="account_ask"),
    path("accounts/<int:pk>/", register.account, name="account"),
    path("accounts/<int:pk>/change/", account_changes.account_change, name="account_change"),
    re_path(
        rf"^accounts/(?P<pk>[0-9]{{1,18}})/(?P<action>{'|'.join(MOVE_WORDS)})/$",
        account_changes.account_move,
        name="account_move",
    ),
    path("accounts/<int:pk>/operators/add/", account_changes.operator_add, name="operator_add"),
    path(
        "accounts/<int:pk>/operators/<int:operator_pk>/remove/", account_changes.operator_remove, name="operator_remove"
    ),
    path("people/", people.people_list, name="people_list"),
    path("people/add/", people.person_add, name="person_add"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/suspend/", people.person_suspend, name="person_suspend"),
    path("people/<int:pk>/reinstate/", people.person_reinstate, name="person_reinstate"),
    path("people/<int:pk>/level/", people.person_level, name="person_level"),
    path("people/<int:pk>/password-link/", people.password_link, name="person_password_link"),
    path("people/<int:pk>/appoint/", appointments.appoint, name="appoint"),
    path("appointments/<int:pk>/end/", appointments.appointment_end, name="appointment_end"),
    path("appointments/<int:pk>/bypass/", appointments.appointment_bypass, name="appointment_bypass"),
    path("handles/", handles.handle_list, name="handle_list"),
    path("handles/add/", handles.handle_add, name="handle_add"),
    path("handles/<int:pk>/remove/", handles.handle_remove, name="handle_remove"),
    path("notices/", notices.notice_list, name="notice_list"),
    path("notices/read/", notices.notices_read, name="notices_read"),
]
