"""What the frame of every page shows: the municipality's name, the menu, where we are."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from pejl.record.queries.bodies import only_municipality
from pejl.web.page.menu import ROOMS


def frame(request: HttpRequest) -> dict[str, object]:
    """The frame's words. The site is called by its municipality: the one it is set up for, else the only one here."""
    return {
        "site_name": settings.MUNICIPALITY or only_municipality() or "Pejl",
        "menu": [
            {"word": room.word, "address": reverse(room.view), "here": room.holds(request.path)} for room in ROOMS
        ],
    }
