"""Wrong passwords and codes, counted by the name that they were tried on, and the page that says that it is shut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac

SHUT = "Der er svaret forkert for mange gange. Prøv igen om {minutes} minutter."


def sentence() -> str:
    """What somebody is told whose name is shut."""
    return SHUT.format(minutes=int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60)


def tried_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """What the count is kept under: one for a name whatever its capitals, so another spelling gives no further tries.

    It is a keyed hash, for people also type what is no name of theirs: a password, a CPR number.
    """
    given = (credentials or {}).get("username") or request.POST.get("login", "")
    name = " ".join(str(given).split()).casefold()
    return salted_hmac("pejl.access.lockout", name, algorithm="sha256").hexdigest()


def locked_out(request: HttpRequest, _response: HttpResponse | None, _credentials: Mapping[str, Any]) -> HttpResponse:
    """429: too many wrong answers under this name."""
    return HttpResponse(render_to_string("access/locked.html", {"sentence": sentence()}), status=429)


def is_shut(request: HttpRequest, user: User) -> bool:
    """Whether the user's name is shut for now."""
    return not AxesProxyHandler.is_allowed(request, {"username": user.get_username()})


def count_wrong_code(request: HttpRequest, user: User) -> None:
    """Count a wrong code as a wrong password is counted."""
    AxesProxyHandler.user_login_failed(User, {"username": user.get_username()}, request)
