"""Systems that ask the API with a token: recognised by the gate, held to their rights and to their one purpose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from pejl.access.purposes import Purpose
from pejl.access.queries import user_named
from pejl.access.rights import Right, View
from pejl.access.tokens.holder import Holder
from pejl.access.tokens.queries import holder_of
from pejl.access.tokens.services import note_use
from pejl.web.problems import Fault, problem

API = "/api/"
SCHEME = "bearer "
UNKNOWN = "The token is unknown, too old or taken back. `pejl access token make` makes one."
NEEDS_TOKEN = "This is asked by systems, with a token: `Authorization: Bearer pejl_…`."  # noqa: S105 - a sentence


def by_token_only(view: View) -> View:
    """Mark a view as one that takes a token: a browser's cookie, which other sites can make it send, does not do."""
    view.by_token_only = True  # type: ignore[attr-defined]
    return view


def takes_token_only(view: Callable[..., Any]) -> bool:
    """Whether the view takes a token and nothing else."""
    return getattr(view, "by_token_only", False) is True


def bears_token(request: HttpRequest) -> bool:
    """Whether the request comes with a token. Only the API takes one; elsewhere the header says nothing."""
    return request.path_info.startswith(API) and _sent(request).lower().startswith(SCHEME)


def holder(request: HttpRequest) -> Holder | None:
    """The system that asks, once the gate has recognised it."""
    found = getattr(request, "pejl_holder", None)
    return found if isinstance(found, Holder) else None


def hindrance_to_bearer(request: HttpRequest, right: Right) -> HttpResponse | None:
    """Recognise the system and let it through; otherwise the refusal."""
    found = holder_of(_sent(request)[len(SCHEME) :].strip())
    if found is None:
        return _refused(problem(401, UNKNOWN), "invalid_token")
    if right not in found.rights:
        names = ", ".join(sorted(each.name for each in found.rights))
        told = problem(403, f"The token {found.name} has not the right {right.name}; it has: {names}.")
        return _refused(told, "insufficient_scope")
    request.user = user_named(found.username)
    request.pejl_holder = found  # type: ignore[attr-defined]
    note_use(found.name)
    return None


def token_wanted() -> HttpResponse:
    """401: the address is asked with a token."""
    return _refused(problem(401, NEEDS_TOKEN), "")


def other_purpose(request: HttpRequest, purpose: Purpose) -> HttpResponse | None:
    """The refusal of a purpose that the token was not made for; nothing where it was, or where a person asks."""
    found = holder(request)
    if found is None or found.purpose is purpose:
        return None
    reason = f"The token {found.name} was made for {found.purpose.value}."
    return problem(403, "This token was made for another purpose.", [Fault(parameter="formaal", reason=reason)])


def _sent(request: HttpRequest) -> str:
    return request.headers.get("Authorization", "")


def _refused(answer: HttpResponse, error: str) -> HttpResponse:
    """With what RFC 6750 has a refusal say."""
    answer.headers["WWW-Authenticate"] = f'Bearer realm="Pejl"{f", error={chr(34)}{error}{chr(34)}" if error else ""}'
    return answer
