"""Which tokens there are, and whose a token is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from pejl.access.models import Token
from pejl.access.purposes import Purpose
from pejl.access.tokens.holder import GIVEABLE, Holder, hash_of

USER = "system."
"""What the user names of systems begin with."""


class NoSuchToken(LookupError):
    """A name that no token has. `str()` says so."""


@dataclass(frozen=True)
class Listed:
    """A token as a list shows it; never the token itself."""

    name: str
    rights: tuple[str, ...]
    purpose: Purpose
    made: dt.datetime
    expires: dt.datetime
    last_used: dt.date | None
    taken_back: dt.datetime | None

    @property
    def works(self) -> bool:
        """Whether it opens anything now."""
        return self.taken_back is None and self.expires > timezone.now()


def holder_of(secret: str) -> Holder | None:
    """Whose token this is; None where it is unknown, too old or taken back, without telling which."""
    token = Token.objects.select_related("user").filter(secret_hash=hash_of(secret), taken_back=None).first()
    if token is None or token.expires <= timezone.now() or not token.user.is_active:
        return None
    rights = frozenset(right for right in GIVEABLE if right.name in token.rights)
    return Holder(token.name, token.user.get_username(), rights, Purpose(token.purpose))


def token_named(name: str) -> Token:
    """The token of that name. Raises `NoSuchToken`."""
    token = Token.objects.select_related("user").filter(name=name.strip().casefold()).first()
    if token is None:
        raise NoSuchToken(f"There is no token called {name!r}.")
    return token


def tokens() -> list[Listed]:
    """Every token that was made, by name."""
    return [
        Listed(
            each.name,
            tuple(each.rights),
            Purpose(each.purpose),
            each.made,
            each.expires,
            each.last_used,
            each.taken_back,
        )
        for each in Token.objects.order_by("name")
    ]
