"""Wrong passwords and codes, counted by the name that they were tried on, and the page that says that it is shut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

SHUT = "Der er svaret forkert for mange gange. Prøv igen om {minutes} minutter."


def sentence() -> str:
    """What somebody is told whose name is shut."""
    return SHUT.format(minutes=int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60)


def tried_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The name that is tried, in one form whatever its capitals: another spelling gives no further tries."""
    given = (credentials or {}).get("username") or request.POST.get("login", "")
    return " ".join(str(given).replace("\0", "").split()).casefold()[:150]


def locked_out(request: HttpRequest, _response: HttpResponse | None, _credentials: Mapping[str, Any]) -> HttpResponse:
    """429: too many wrong answers under this name."""
    return HttpResponse(render_to_string("access/locked.html", {"sentence": sentence()}), status=429)


def is_shut(request: HttpRequest, user: User) -> bool:
    """Whether the user's name is shut for now."""
    return not AxesProxyHandler.is_allowed(request, {"username": user.get_username()})


def count_wrong_code(request: HttpRequest, user: User) -> None:
    """Count a wrong code as a wrong password is counted."""
    AxesProxyHandler.user_login_failed(User, {"username": user.get_username()}, request)
