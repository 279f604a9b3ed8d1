"""What the API answers when the deadlines cannot be read just now: 503, as the pages do, and never a fault of ours."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.http import HttpResponse

from pejl.home.turn import Busy
from pejl.register.kept import Damaged
from pejl.web.problems import RETRY_AFTER, problem

log = logging.getLogger("pejl.register")

UNREADABLE = "A file of the register is missing or not what was written, so nothing is told until that is mended."
AT_WORK = "The deadlines are being judged anew and are not ready yet; try again in half a minute."

Asked = ParamSpec("Asked")
Told = TypeVar("Told")


def or_not_now(answer: Callable[Asked, Told]) -> Callable[Asked, Told | HttpResponse]:
    """The answer, or 503 where the register cannot be read or somebody else was writing for too long."""

    @wraps(answer)
    def answered(*asked: Asked.args, **more: Asked.kwargs) -> Told | HttpResponse:
        try:
            return answer(*asked, **more)
        except Damaged as damaged:
            log.error("The register cannot be read: %s", damaged)
            return problem(503, UNREADABLE)
        except Busy as busy:
            log.warning("Deadlines were not told: %s", busy)
            refused = problem(503, AT_WORK)
            refused.headers["Retry-After"] = str(RETRY_AFTER)
            return refused

    return answered
