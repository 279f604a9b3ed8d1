"""The gate: who may see a view, decided before the view is asked, and looks at persons written in the log.

A view names a right (`pejl.access.rights`). One that names none is shown to nobody. Where the right needs a login, who
is not logged in is led to the login, and who lacks the right is told which one, and who has it. Where the right is
about a person, the look is in the log before the view is asked: a look that cannot be written is no look.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from pejl.access.rights import Right, right_of
from pejl.web.access.asked import ask_under, asks_who
from pejl.web.access.bearers import bears_token, hindrance_to_bearer, takes_token_only, token_wanted
from pejl.web.access.look_forms import (
    asks_in_body,
    form_of,
    hindrance_in_body,
    hindrance_in_form,
    not_written_answer,
    without_looks,
)
from pejl.web.access.looking import hindrance_to_look
from pejl.web.access.refusals import refusal
from pejl.web.access.sessions import keep_awake
from pejl.web.page.errors import forbidden

log = logging.getLogger("pejl.access")


class Gate:
    """Lets a request through to a view only if the view names a right, and the reader has it.

    A view without a right is refused and logged with its name, because it is a fault of ours and not of the reader's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the decision falls in `process_view`, when the view is known.

        What is not the same for everyone is kept by no cache and by no browser, so that no look goes unlogged.
        """
        response = self.get_response(request)
        response = without_looks(request, response) or response
        if asks_who(request):
            response.headers["Cache-Control"] = "private, no-store"
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse, with the reason, whom the view is not for; otherwise say nothing."""
        right = right_of(view)
        if right is None:
            log.error("Refused %s: the view %s names no right.", request.path, _name(view))
            return forbidden(request)
        ask_under(request, right)
        if not right.needs_login:
            return None
        if refused := _kept_out(request, right, view):
            return refused
        if form := form_of(view):
            return hindrance_in_form(request, right, form)
        if asks_in_body(view):
            return hindrance_in_body(request)
        return hindrance_to_look(request, right, kwargs, _name(view)) if right.about_a_person else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show nothing where looks could not be written in the log."""
        return not_written_answer(request, exception)


def _kept_out(request: HttpRequest, right: Right, view: Callable[..., Any]) -> HttpResponse | None:
    """The refusal of a person or a system that lacks the right; a person's session is kept awake."""
    if bears_token(request):
        return hindrance_to_bearer(request, right)
    if takes_token_only(view):
        return token_wanted()
    refused = refusal(request, right)
    if refused is None:
        keep_awake(request)
    return refused


def _name(view: Callable[..., Any]) -> str:
    return f"{view.__module__}.{getattr(view, '__qualname__', type(view).__name__)}"
