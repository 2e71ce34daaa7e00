"""How each refusal of a service is answered: its status and its words."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from posts.services.problems import DraftMovedOn, HeldByAStop, PostMovedOn, ReasonMissing, SubmissionRefused

STATUS: dict[type[Exception], int] = {
    PermissionDenied: 403,
    PostMovedOn: 409,
    DraftMovedOn: 409,
    HeldByAStop: 409,
    ReasonMissing: 422,
}
FORBIDDEN = "Your appointments do not cover this."


def answer_problems(api: NinjaAPI) -> None:
    """Teach the API to answer what services refuse."""
    for kind, status in STATUS.items():
        api.add_exception_handler(kind, _plain(api, status))

    @api.exception_handler(SubmissionRefused)
    def refused(request: HttpRequest, problem: SubmissionRefused) -> HttpResponse:
        body = {"detail": str(problem), "errors": problem.errors}
        return api.create_response(request, body, status=422)

    @api.exception_handler(ValidationError)
    def malformed(request: HttpRequest, problem: ValidationError) -> HttpResponse:
        errors: dict[str, list[str]] = {}
        for one in problem.errors:
            errors.setdefault(".".join(str(step) for step in one["loc"][2:]) or "body", []).append(one["msg"])
        body = {"detail": "The request is not of this shape.", "errors": errors}
        return api.create_response(request, body, status=422)


def _plain(api: NinjaAPI, status: int) -> Any:
    def answer(request: HttpRequest, problem: Exception) -> HttpResponse:
        return api.create_response(request, {"detail": str(problem) or FORBIDDEN, "errors": {}}, status=status)

    return answer
