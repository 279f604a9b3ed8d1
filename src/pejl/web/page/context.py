"""What the frame of every page shows: the municipality's name, the menu, where we are."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from pejl.web.page.menu import ROOMS


def frame(request: HttpRequest) -> dict[str, object]:
    """The frame's words, without a look into the database: an error page must be able to show them."""
    return {
        "site_name": settings.MUNICIPALITY or "Pejl",
        "menu": [
            {"word": room.word, "address": reverse(room.view), "here": room.holds(request.path)} for room in ROOMS
        ],
    }
