"""How the API says that it cannot answer: one shape, after RFC 9457, with a sentence for the person who must act."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from pydantic import BaseModel, ConfigDict, Field

PROBLEM_TYPE = "application/problem+json"
ERRORS = range(400, 600)


class Fault(BaseModel):
    """One parameter that cannot be used, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    parameter: str
    reason: str


class Problem(BaseModel):
    """A problem document. `type` is "about:blank": the status code and the sentence in `detail` say everything."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str = "about:blank"
    title: str = Field(description="What the status code is called.")
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="A sentence that says what to do about it.")
    faults: list[Fault] = Field(default=[], description="The parameters that could not be used, for status 422.")


Responses = dict[int, Any]
"""What an operation may answer beside what it is for, by status code."""
START: Responses = {304: None, 406: Problem}
NOT_THERE: Responses = {304: None, 404: Problem, 406: Problem}
GONE: Responses = {410: Problem}
NOT_NOW: Responses = {503: Problem}
BEHIND_LOGIN: Responses = {401: Problem, 403: Problem}
UNUSABLE: Responses = {304: None, 406: Problem, 422: Problem}

SENTENCES = {
    HTTPStatus.BAD_REQUEST: "The request cannot be understood.",
    HTTPStatus.UNAUTHORIZED: "This takes a login.",
    HTTPStatus.FORBIDDEN: "This address is open to nobody.",
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.GONE: "What was at this address has been withdrawn.",
    HTTPStatus.METHOD_NOT_ALLOWED: "The record can only be read: use GET or HEAD.",
    HTTPStatus.NOT_ACCEPTABLE: "The answer is application/json; ask for that, or leave the Accept header out.",
    HTTPStatus.PRECONDITION_FAILED: "The resource is no longer the one that the request asks for.",
    HTTPStatus.SERVICE_UNAVAILABLE: "This cannot be answered at the moment; try again in a while.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something failed here. It has been logged; try again later.",
}
REASONS = {"string_pattern_mismatch": "It is not of the form that the description gives for it."}
"""Sentences in place of those that Pydantic has for programmers, by the kind of fault."""

OTHERWISE = "The request could not be answered."
RETRY_AFTER = 30
"""After how many seconds somebody may ask again for what could not be answered because somebody else was writing."""


def problem(status: int, detail: str | None = None, faults: list[Fault] | None = None) -> HttpResponse:
    """An answer that says what the problem is. Without `detail` the status code's own sentence is used."""
    code = HTTPStatus(status)
    body = Problem(
        title=code.phrase, status=code.value, detail=detail or SENTENCES.get(code, OTHERWISE), faults=faults or []
    )
    return HttpResponse(body.model_dump_json(), status=code.value, content_type=PROBLEM_TYPE)


def faults_in(errors: list[dict[str, Any]]) -> list[Fault]:
    """The faults that a failed validation names, one for each parameter and reason."""
    return [Fault(parameter=".".join(map(str, error["loc"][1:])), reason=_reason(error)) for error in errors]


def _reason(error: dict[str, Any]) -> str:
    reason = REASONS.get(str(error.get("type")), str(error["msg"]))
    return reason if reason.endswith(".") else f"{reason}."


def is_problem(response: HttpResponse) -> bool:
    """Whether the answer already says its problem in this shape."""
    return response.headers.get("Content-Type") == PROBLEM_TYPE
