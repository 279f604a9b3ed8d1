"""Who has which role, and who has looked at whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone

from pejl.access.models import Desk, Look
from pejl.access.rights import Right
from pejl.access.roles import ROLES, Role


class NoSuchUser(LookupError):
    """A name that no user has. `str()` says so."""


@dataclass(frozen=True)
class Account:
    """A user as a list of users shows them."""

    username: str
    full_name: str
    email: str
    active: bool
    roles: tuple[Role, ...]
    last_login: dt.datetime | None
    caseworker: str


def user_named(username: str) -> User:
    """The user of that name, whatever its capitals. Raises `NoSuchUser`."""
    user = User.objects.filter(username__iexact=username.strip()).first()
    if user is None:
        raise NoSuchUser(f"There is no user called {username!r}.")
    return user


def roles_of(user: User) -> list[Role]:
    """The roles that the user has, in the order of the site. A group that is no role gives nothing."""
    groups = {group.name for group in user.groups.all()}
    return [role for role in ROLES if role.name in groups]


def accounts() -> list[Account]:
    """Every user, by name."""
    numbers = dict(Desk.objects.values_list("user_id", "caseworker"))
    return [
        Account(
            username=user.get_username(),
            full_name=user.get_full_name(),
            email=user.email,
            active=user.is_active,
            roles=tuple(roles_of(user)),
            last_login=user.last_login,
            caseworker=numbers.get(user.pk, ""),
        )
        for user in User.objects.order_by("username").prefetch_related("groups")
    ]


def caseworker_of(user: User) -> str:
    """The number by which the register knows the user as a caseworker; "" where none was given."""
    return Desk.objects.filter(user=user).values_list("caseworker", flat=True).first() or ""


def looks(
    *, person: str = "", user: str = "", since: dt.date | None = None, rights: Collection[Right] = ()
) -> QuerySet[Look]:
    """The looks in the log, the latest first: at one person, by one user, from a day on, under rights, as asked."""
    found = Look.objects.all()
    if person:
        found = found.filter(subject=person.strip())
    if user:
        found = found.filter(username__iexact=user.strip())
    if since:
        found = found.filter(at__gte=timezone.make_aware(dt.datetime.combine(since, dt.time.min)))
    if rights:
        found = found.filter(right__in=[right.name for right in rights])
    return found
