"""Verbs of tokens: made and taken back, each an act with a name. The token itself is told once and never kept."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from pejl.access.models import Token
from pejl.access.purposes import Purpose
from pejl.access.rights import Right
from pejl.access.tokens.holder import LONGEST_DAYS, hash_of
from pejl.access.tokens.queries import USER, NoSuchToken, token_named
from pejl.access.verbs import Verb
from pejl.acts.services import record_act

__all__ = ["NoSuchToken", "UnusableToken", "make_token", "note_use", "take_back"]

START = "pejl_"
"""What every token begins with, so that scanners of repositories and mail know one when they see it."""
NAME = re.compile(r"[a-z][a-z0-9-]{1,39}\Z")


class UnusableToken(ValueError):
    """A name or a time that a token cannot have. `str()` says why."""


@transaction.atomic
def make_token(name: str, rights: Sequence[Right], purpose: Purpose, *, days: int, who: str) -> str:
    """Make a token for a system, and tell it: only its SHA-256 is kept, so this is the one time that it can be read.

    The system becomes a user that cannot log in, so that its looks stand in the log like anybody's.
    """
    _check(name, rights, days)
    user = User(username=f"{USER}{name}", is_active=True)
    user.set_unusable_password()
    user.save()
    secret = START + secrets.token_urlsafe(32)
    made = timezone.now()
    Token.objects.create(
        user=user,
        name=name,
        secret_hash=hash_of(secret),
        rights=sorted(right.name for right in rights),
        purpose=purpose.value,
        made=made,
        expires=made + dt.timedelta(days=days),
    )
    detail = {"rights": sorted(right.name for right in rights), "purpose": purpose.value, "days": days}
    record_act(Verb.MAKE_TOKEN, f"token:{name}", who=who, detail=detail)
    return secret


@transaction.atomic
def take_back(name: str, *, who: str) -> None:
    """Take a token back: it opens nothing from now on. Its name stays taken, for the log names it."""
    token = token_named(name)
    if token.taken_back is None:
        token.taken_back = timezone.now()
        token.save(update_fields=["taken_back"])
        token.user.is_active = False
        token.user.save(update_fields=["is_active"])
        record_act(Verb.TAKE_TOKEN, f"token:{name}", who=who)


def note_use(name: str) -> None:
    """Note the day on which a token was last used: one that nobody uses can be taken back."""
    today = timezone.localdate()
    Token.objects.filter(name=name).exclude(last_used=today).update(last_used=today)


def _check(name: str, rights: Sequence[Right], days: int) -> None:
    if not NAME.match(name):
        raise UnusableToken("A token's name has 2 to 40 small letters, digits and hyphens, and begins with a letter.")
    if not rights:
        raise UnusableToken("A token without a right opens nothing. Name one with --right.")
    if not 1 <= days <= LONGEST_DAYS:
        raise UnusableToken(f"A token lasts 1 to {LONGEST_DAYS} days.")
    if User.objects.filter(username__iexact=f"{USER}{name}").exists():
        raise UnusableToken(f"There is, or was, a token called {name!r}. Names are not used twice.")
