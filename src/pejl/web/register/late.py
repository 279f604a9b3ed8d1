"""Views whose module is loaded when one of its pages is asked for: the register's libraries take a second to load, and
whoever reads minutes must not wait for them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from pejl import when_used
from pejl.access.rights import Right, may_see
from pejl.home.turn import Busy
from pejl.web.access.look_forms import LookForm, asked_in_form
from pejl.web.problems import RETRY_AFTER

if TYPE_CHECKING:
    from pejl.register import kept
else:
    kept = when_used.module("pejl.register.kept")

log = logging.getLogger("pejl.register")

View = Callable[..., HttpResponseBase]


def late(right: Right, named: Callable[[], View], form: LookForm | None = None) -> View:
    """The view that `named` names, for those who have the right. With `form`, it answers that form.

    What cannot be read is said with 503, and so is that somebody else was writing for too long.
    """

    def view(request: HttpRequest, **asked: Any) -> HttpResponseBase:
        try:
            return named()(request, **asked)
        except kept.Damaged as damaged:
            log.error("The register cannot be read: %s", damaged)
            return render(request, "register/damaged.html", status=503)
        except Busy as busy:
            log.warning("%s was not answered: %s", request.path, busy)
            answer = render(request, "register/busy.html", status=503)
            answer.headers["Retry-After"] = str(RETRY_AFTER)
            return answer

    marked = may_see(right)(view)
    return asked_in_form(form)(marked) if form else marked
