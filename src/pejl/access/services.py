"""Verbs of access: users made and given roles, and looks written in the log. Each is done whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pejl.access.models import Desk, Look
from pejl.access.purposes import Purpose
from pejl.access.queries import NoSuchUser, caseworker_of, user_named
from pejl.access.rights import Right
from pejl.access.roles import ROLES, Role
from pejl.access.verbs import Verb
from pejl.acts.services import record_act

__all__ = [
    "NoSuchUser",
    "Unusable",
    "add_user",
    "clear_ended_logins",
    "disable_user",
    "enable_user",
    "give_roles",
    "keep_groups",
    "record_look",
    "record_looks",
    "record_taking_out",
    "set_caseworker",
    "set_password",
    "take_app",
]


LONGEST_NUMBER = 80
PERSONAL_NUMBER = re.compile(r"[0-9]{6}\W?[0-9]{4}")


class Unusable(ValueError):
    """A name, an address or a password that cannot be used. `str()` says why."""


def record_look(user: User, right: Right, *, subject: str, page: str, purpose: Purpose) -> Look:
    """Write in the log that `user` looks at the person `subject`. It counts when this returns, not before."""
    with transaction.atomic():
        return Look.objects.create(
            user=user,
            username=user.get_username(),
            at=timezone.now(),
            right=right.name,
            subject=subject,
            page=page[:400],
            purpose=purpose.value,
        )


def record_looks(user: User, right: Right, *, subjects: Iterable[str], page: str, purpose: Purpose) -> int:
    """Write in the log that `user` looks at several persons at once: one look for each, all of them or none."""
    now, once = timezone.now(), sorted(set(subjects))
    looks = (
        Look(
            user=user,
            username=user.get_username(),
            at=now,
            right=right.name,
            subject=subject,
            page=page[:400],
            purpose=purpose.value,
        )
        for subject in once
    )
    with transaction.atomic():
        Look.objects.bulk_create(looks, batch_size=1000)
    return len(once)


def record_taking_out(who: str, what: str, *, persons: int, purpose: str) -> None:
    """Record that somebody took rows out as a file: which, of how many persons, and what for."""
    record_act(Verb.TAKE_OUT, what, who=who, detail={"persons": persons, "purpose": purpose})


@transaction.atomic
def keep_groups() -> None:
    """Keep Django's groups in step with the roles: one group for each, and none that is no role."""
    Group.objects.exclude(name__in=[role.name for role in ROLES]).delete()
    for role in ROLES:
        Group.objects.get_or_create(name=role.name)


@transaction.atomic
def add_user(
    username: str, password: str, roles: Sequence[Role], *, who: str, email: str = "", full_name: str = ""
) -> User:
    """Make a user with these roles. Raises `Unusable` where the name is taken or the password too weak."""
    name, first_and_last = username.strip(), full_name.split()
    if User.objects.filter(username__iexact=name).exists():
        raise Unusable(f"There is a user called {name!r} already.")
    if email and User.objects.filter(email__iexact=email).exists():
        raise Unusable(f"The address {email} belongs to another user.")
    user = User(
        username=name, email=email, first_name=" ".join(first_and_last[:-1]), last_name="".join(first_and_last[-1:])
    )
    _check(user, password)
    user.set_password(password)
    _complete(user)
    user.save()
    if email:
        EmailAddress.objects.create(user=user, email=email.lower(), verified=True, primary=True)
    _set_groups(user, roles)
    record_act(Verb.ADD_USER, _subject(user), who=who, detail={"roles": [role.name for role in roles]})
    return user


@transaction.atomic
def give_roles(username: str, roles: Sequence[Role], *, who: str) -> User:
    """Give the user these roles in the place of those that they had. Counts from the next page that they open."""
    user = _person_named(username)
    before = sorted(user.groups.values_list("name", flat=True))
    _set_groups(user, roles)
    detail = {"before": before, "roles": sorted(role.name for role in roles)}
    record_act(Verb.GIVE_ROLES, _subject(user), who=who, detail=detail)
    return user


@transaction.atomic
def disable_user(username: str, *, who: str) -> User:
    """Shut the user out, also from where they are logged in now. Users are never removed: the log names them."""
    user = user_named(username)
    user.is_active = False
    user.save(update_fields=["is_active"])
    record_act(Verb.DISABLE_USER, _subject(user), who=who)
    return user


@transaction.atomic
def enable_user(username: str, *, who: str) -> User:
    """Let a user in again who was shut out."""
    user = _person_named(username)
    user.is_active = True
    user.save(update_fields=["is_active"])
    record_act(Verb.ENABLE_USER, _subject(user), who=who)
    return user


@transaction.atomic
def set_password(username: str, password: str, *, who: str) -> User:
    """Give the user a new password; wherever they are logged in, they are no longer."""
    user = _person_named(username)
    _check(user, password)
    user.set_password(password)
    user.save(update_fields=["password"])
    record_act(Verb.SET_PASSWORD, _subject(user), who=who)
    return user


@transaction.atomic
def set_caseworker(username: str, caseworker: str, *, who: str) -> User:
    """Say which caseworker of the register the user is; "" says none. Raises `Unusable` for what can be no number."""
    user, number = user_named(username), caseworker.strip()
    if len(number) > LONGEST_NUMBER or not number.isprintable() or PERSONAL_NUMBER.search(number):
        raise Unusable(
            f"A caseworker's number has at most {LONGEST_NUMBER} letters and is no CPR number: it is the one that the "
            "register's deliveries have in their column `caseworker`."
        )
    before = caseworker_of(user)
    if number:
        Desk.objects.update_or_create(user=user, defaults={"caseworker": number})
    else:
        Desk.objects.filter(user=user).delete()
    record_act(Verb.SET_CASEWORKER, _subject(user), who=who, detail={"before": before, "caseworker": number})
    return user


@transaction.atomic
def take_app(username: str, *, who: str) -> User:
    """Take the second step of the user's login away, whose telephone and emergency codes are both lost."""
    user = user_named(username)
    Authenticator.objects.filter(user=user).delete()
    record_act(Verb.TAKE_APP, _subject(user), who=who)
    return user


def clear_ended_logins() -> None:
    """Remove what is left of logins that have ended."""
    SessionStore.clear_expired()


def _person_named(username: str) -> User:
    """The user of that name, who must be a person: another system has its rights by its token, and never logs in."""
    user = user_named(username)
    if hasattr(user, "token"):
        raise Unusable(f"{user.get_username()} is another system: `pejl access token` makes and takes back its token.")
    return user


def _set_groups(user: User, roles: Iterable[Role]) -> None:
    keep_groups()
    user.groups.set(Group.objects.filter(name__in=[role.name for role in roles]))


def _check(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise Unusable(" ".join(weak.messages)) from weak


def _complete(user: User) -> None:
    try:
        user.full_clean()
    except ValidationError as faulty:
        raise Unusable(" ".join(faulty.messages)) from faulty


def _subject(user: User) -> str:
    return f"user:{user.get_username()}"
