"""Sessions for those who log in, and for nobody else."""

from __future__ import annotations

import time

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

from pejl.web.access.asked import asks_who

AWAKE = "awake"
EVERY = 60
"""After how many seconds a session in use is written anew, so that it does not end while somebody works."""


class Sessions(SessionMiddleware):
    """Django's sessions, kept away from pages that are the same for everyone: those neither read nor set a cookie."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Write the session, where the page may know its reader."""
        return super().process_response(request, response) if asks_who(request) else response


def keep_awake(request: HttpRequest) -> None:
    """Put the end of the session off: it ends when it has not been used for as long as the settings say."""
    now = int(time.time())
    if now - int(request.session.get(AWAKE, 0)) >= EVERY:
        request.session[AWAKE] = now
