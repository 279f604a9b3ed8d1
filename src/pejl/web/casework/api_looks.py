"""Looks that an answer of the API is: every person in it, before it is given."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import Error
from django.http import HttpRequest, HttpResponse

from pejl.access.purposes import Purpose
from pejl.access.services import record_looks
from pejl.web.access.asked import asked_right
from pejl.web.access.looking import NOT_WRITTEN
from pejl.web.problems import problem

log = logging.getLogger("pejl.access")


def look_at_all(request: HttpRequest, persons: Iterable[str], purpose: Purpose) -> HttpResponse | None:
    """Write a look at each of the persons; the refusal that is given instead of the answer where that fails."""
    user, right = request.user, asked_right(request)
    if not isinstance(user, User) or right is None:  # behind the login they are always there
        return problem(403)
    try:
        record_looks(user, right, subjects=persons, page=request.path, purpose=purpose)
    except Error:
        log.exception("Looks could not be written in the log, and nothing was shown.")
        return problem(503, NOT_WRITTEN)
    return None
