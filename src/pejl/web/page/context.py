"""What the frame of every page shows: the municipality's name, the menu, where we are."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from pejl.record.queries.bodies import only_municipality
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
    }
