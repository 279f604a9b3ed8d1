"""What the reader of a worklist may see, and the judged table opened for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest

from pejl.access.queries import caseworker_of
from pejl.access.rights import CASEWORK_ALL_LISTS
from pejl.casework.duty_book import DutyBook, duty_book
from pejl.casework.judged import judged
from pejl.casework.queries import marks
from pejl.casework.worklists.asked import Scope
from pejl.casework.worklists.opened import Opened, opened
from pejl.web.access.readers import has

EVERYTHING = Scope(everything=True)


def own_number(request: HttpRequest) -> str:
    """The number by which the register knows the reader as a caseworker, "" where none was given."""
    return caseworker_of(request.user) if isinstance(request.user, User) else ""


def scope_of(request: HttpRequest) -> Scope:
    """Whose rows the reader may see."""
    return Scope(has(request, CASEWORK_ALL_LISTS), own_number(request))


def the_duties() -> DutyBook:
    """The duties of the law."""
    return duty_book()


@contextmanager
def opened_for(scope: Scope) -> Iterator[Opened]:
    """The newest deadlines with all marks, as far as the scope goes. Raises `NothingKnown` where there are none."""
    with opened(judged(settings.HOME), marks(), scope, the_duties().words) as found:
        yield found
