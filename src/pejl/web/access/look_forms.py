"""Looks that are asked for in a form, so that neither the person nor the purpose stands in an address or its logs.

A view that is marked so is only ever asked with a purpose. Where the form names one person, the look is in the log
before the view is asked. Where the view itself finds out whom it shows, it calls `look_at` first; an answer that shows
something without having done so is stopped by the gate.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from pejl.access.purposes import Purpose, purpose_named
from pejl.access.rights import Right, View
from pejl.access.services import record_looks, record_taking_out
from pejl.web.access.asked import asked_right
from pejl.web.access.bearers import other_purpose
from pejl.web.access.looking import PERSON, PSEUDONYM, PURPOSE, ask_for_purpose, not_written, write_look
from pejl.web.access.readers import name_of
from pejl.web.page.errors import forbidden

log = logging.getLogger("pejl.access")

MISSING = "mangler"
"""What the address of the form's page says where the person that was sent is none."""


@dataclass(frozen=True)
class LookForm:
    """Where the form stands, by the name of its page, and whether the view shows several persons."""

    page: str
    several: bool = False


class NotWritten(Exception):
    """Looks could not be written in the log, so nothing may be shown."""


def asked_in_form(form: LookForm) -> Callable[[View], View]:
    """Mark a view as one that answers this form."""

    def mark(view: View) -> View:
        view.look_form = form  # type: ignore[attr-defined]
        return view

    return mark


def form_of(view: Callable[..., Any]) -> LookForm | None:
    """The form that a view answers, or None."""
    form = getattr(view, "look_form", None)
    return form if isinstance(form, LookForm) else None


def hindrance_in_form(request: HttpRequest, right: Right, form: LookForm) -> HttpResponse | None:
    """Write the look at the one person that the form names; the answer that is given instead, where that fails."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse(form.page))
    person = request.POST.get(PERSON, "").strip()
    if not form.several and not PSEUDONYM.match(person):
        return HttpResponseRedirect(f"{reverse(form.page)}?{MISSING}={PERSON}")
    purpose = purpose_named(request.POST.get(PURPOSE, ""))
    if purpose is None:
        return ask_for_purpose(request)
    if not form.several:
        return write_look(request, right, person, purpose)
    request.pejl_looks_wanted = purpose  # type: ignore[attr-defined]
    return None


def asked_in_body(view: View) -> View:
    """Mark an operation of the API whose body names whom it is about: the view finds out, and looks before it shows."""
    view.look_body = True  # type: ignore[attr-defined]
    return view


def asks_in_body(view: Callable[..., Any]) -> bool:
    """Whether it is the body of the request that names the person."""
    return getattr(view, "look_body", False) is True


def hindrance_in_body(request: HttpRequest) -> HttpResponse | None:
    """Take note of the purpose, for which the view will look; the answer that is given instead where there is none."""
    purpose = purpose_named(request.GET.get(PURPOSE, ""))
    if purpose is None:
        return ask_for_purpose(request)
    request.pejl_looks_wanted = purpose  # type: ignore[attr-defined]
    return other_purpose(request, purpose)


def look_at(request: HttpRequest, persons: Iterable[str]) -> None:
    """Write a look at each of the persons, before any of them is shown. Raises `NotWritten`."""
    purpose, right, user = getattr(request, "pejl_looks_wanted", None), asked_right(request), request.user
    if not isinstance(purpose, Purpose) or right is None or not isinstance(user, User):
        raise NotWritten
    try:
        record_looks(user, right, subjects=persons, page=request.path, purpose=purpose)
    except Error as trouble:
        raise NotWritten from trouble
    request.pejl_looks_wanted = None  # type: ignore[attr-defined]


def take_out(request: HttpRequest, what: str, persons: Iterable[str]) -> None:
    """Write the looks, and the act of taking rows out, before anything leaves the house. Raises `NotWritten`."""
    once = set(persons)
    look_at(request, once)
    record_taking_out(name_of(request), what, persons=len(once), purpose=request.POST.get(PURPOSE, ""))


def without_looks(request: HttpRequest, response: HttpResponse) -> HttpResponse | None:
    """The refusal of an answer that shows persons whose looks were never written; nothing where all is well."""
    if getattr(request, "pejl_looks_wanted", None) is None or response.status_code != 200:
        return None
    log.error("Refused %s: its view wrote no look in the log.", request.path)
    return forbidden(request)


def not_written_answer(request: HttpRequest, trouble: Exception) -> HttpResponse | None:
    """What is shown where looks could not be written."""
    if not isinstance(trouble, NotWritten):
        return None
    log.error("Looks could not be written in the log, and nothing was shown.", exc_info=trouble)
    request.pejl_looks_wanted = None  # type: ignore[attr-defined]
    return not_written(request)
