"""Who reads: what they may see beside what the page itself takes, and what they are called."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest

from pejl.access.queries import roles_of
from pejl.access.rights import Right
from pejl.access.roles import allowed
from pejl.web.access.bearers import holder


def has(request: HttpRequest, right: Right) -> bool:
    """Whether the reader is logged in and has the right. Who is not logged in has none of those that take a login."""
    if system := holder(request):
        return right in system.rights
    user = request.user
    return isinstance(user, User) and user.is_active and allowed(roles_of(user), right)


def name_of(request: HttpRequest) -> str:
    """The reader's user name."""
    return request.user.get_username()
