"""The API keeps to its own description, whatever it is sent: schemathesis finds no server error."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings, strategies
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from accounts.models import SocialAccount, User
from accounts.services.tokens import issue_token
from posts.api.v1 import api
from tests.factories import posts as factory

CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


@pytest.fixture
def bearer(camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User) -> str:
    """A communicator's token, with posts on their desk to play with."""
    for text in (factory.RED, factory.GREEN):
        factory.sent(camden_officer, camden_noticeboard, text)
    return issue_token(camden_communicator, name="contract", actor=None)[1]


SCHEMA = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1/"))
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("label", sorted(OPERATIONS))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=strategies.data())
def test_no_request_is_answered_with_a_server_error(
    label: str, data: strategies.DataObject, bearer: str, live_server: Any
) -> None:
    case = data.draw(OPERATIONS[label].as_strategy())
    case.call_and_validate(base_url=live_server.url, headers={"Authorization": f"Bearer {bearer}"}, checks=CHECKS)
