"""What the frame of every page shows: the municipality's name, the menu, where we are."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from pejl.record.queries.bodies import only_municipality
from pejl.web.access.asked import asks_who
from pejl.web.page.menu import ROOMS


def site_name() -> str:
    """What the site is called, and in whose name its feeds speak: the municipality that it is set up for, else the only
    one here.
    """
    return settings.MUNICIPALITY or only_municipality() or "Pejl"


def frame(request: HttpRequest) -> dict[str, object]:
    """The frame's words."""
    return {
        "site_name": site_name(),
        "menu": [
            {"word": room.word, "address": reverse(room.view), "here": room.holds(request.path)} for room in ROOMS
        ],
        **_reader(request),
    }


def _reader(request: HttpRequest) -> dict[str, object]:
    """Who reads, for the header. A page that is the same for everyone does not ask: it sees that there is a cookie of a
    login, not whose it is, and says "Min adgang" in the place of the name."""
    if not asks_who(request):
        return {"logged_in": settings.SESSION_COOKIE_NAME in request.COOKIES, "reader_name": ""}
    user = request.user
    if not user.is_authenticated:
        return {"logged_in": False, "reader_name": ""}
    return {"logged_in": True, "reader_name": user.get_full_name() or user.get_username()}
