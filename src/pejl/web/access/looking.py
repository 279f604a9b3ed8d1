"""A look at a person: its purpose is asked for, and it is in the log before anything is shown."""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.parse import parse_qsl

from django.contrib.auth.models import User
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from pejl.access.purposes import Purpose, purpose_named
from pejl.access.rights import Right
from pejl.access.services import record_look
from pejl.web.access.bearers import other_purpose
from pejl.web.page.errors import forbidden
from pejl.web.problems import Fault, problem

log = logging.getLogger("pejl.access")

API = "/api/"
PERSON = "person"
"""What the address of a view about a person calls it."""
PURPOSE = "formaal"
"""What the address calls the purpose."""
PSEUDONYM = re.compile(r"p[a-z2-7]{26}\Z")
"""The only form in which a person is named: whatever else is typed into an address must not end up in the log."""
NOT_WRITTEN = "The look could not be written in the log, so nothing is shown. Try again in a while."


def hindrance_to_look(request: HttpRequest, right: Right, kwargs: dict[str, Any], view: str) -> HttpResponse | None:
    """Write the look in the log; where that cannot be done, the answer that is given instead of the page."""
    if PERSON not in kwargs:
        log.error("Refused %s: the view %s is about a person, and its address names none.", request.path, view)
        return forbidden(request)
    if not PSEUDONYM.match(str(kwargs[PERSON])):
        raise Http404("Persons are named by their pseudonyms.")
    purpose = purpose_named(request.GET.get(PURPOSE, ""))
    if purpose is None:
        return ask_for_purpose(request)
    return other_purpose(request, purpose) or write_look(request, right, kwargs[PERSON], purpose)


def write_look(request: HttpRequest, right: Right, person: str, purpose: Purpose) -> HttpResponse | None:
    """Write the look in the log; where that cannot be done, the answer that is given instead of the page."""
    user = request.user
    if not isinstance(user, User):  # behind the login it always is; without a user nothing is shown
        return forbidden(request)
    try:
        record_look(user, right, subject=person, page=request.path, purpose=purpose)
    except Error:
        log.exception("A look could not be written in the log, and was refused.")
        return not_written(request)
    return None


def ask_for_purpose(request: HttpRequest) -> HttpResponse:
    """The page that asks what the look is for; it leads back here, the way one came. A program is told with 422."""
    if request.path_info.startswith(API):
        words = ", ".join(purpose.value for purpose in Purpose)
        return problem(422, "State what the look is for.", [Fault(parameter=PURPOSE, reason=f"One of: {words}.")])
    sent = request.method == "POST"
    asked = request.POST.items() if sent else parse_qsl(request.META.get("QUERY_STRING", ""))
    rest = [(name, value) for name, value in asked if name not in (PURPOSE, "csrfmiddlewaretoken")]
    context = {"purposes": list(Purpose), "rest": rest, "field": PURPOSE, "sent": sent}
    return render(request, "access/purpose.html", context)


def not_written(request: HttpRequest) -> HttpResponse:
    """503: what is not in the log is not shown."""
    if request.path_info.startswith(API):
        return problem(503, NOT_WRITTEN)
    return HttpResponse(render_to_string("access/not_written.html"), status=503)
