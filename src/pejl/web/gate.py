"""The gate: a view that names no right is shown to nobody."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from pejl.access.rights import right_of
from pejl.web.page.errors import forbidden

log = logging.getLogger("pejl.access")


class Gate:
    """Lets a request through to a view only if the view names the right that lets the reader in.

    The refusal is logged with the view's name, because it is a fault of ours and not of the reader's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the decision falls in `process_view`, when the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: list[Any], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse with 403 where the view names no right; otherwise say nothing."""
        if right_of(view) is not None:
            return None
        name = f"{view.__module__}.{getattr(view, '__qualname__', type(view).__name__)}"
        log.error("Refused %s: the view %s names no right.", request.path, name)
        return forbidden(request)
