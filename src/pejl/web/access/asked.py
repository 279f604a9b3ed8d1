"""Which right a request is asked under, once the gate knows its view."""

from __future__ import annotations

from django.http import HttpRequest

from pejl.access.rights import Door, Right


def ask_under(request: HttpRequest, right: Right) -> None:
    """Remember on the request under which right its view is asked."""
    request.pejl_right = right  # type: ignore[attr-defined]


def asked_right(request: HttpRequest) -> Right | None:
    """The right under which the request's view is asked; None while, or where, there is no view."""
    right = getattr(request, "pejl_right", None)
    return right if isinstance(right, Right) else None


def asks_who(request: HttpRequest) -> bool:
    """Whether the answer may depend on who asks. Where it may not, no session is read, and no cookie is set."""
    right = asked_right(request)
    return right is not None and right.door is not Door.OPEN
