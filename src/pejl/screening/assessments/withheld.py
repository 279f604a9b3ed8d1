"""Advice that is shown to nobody, in order to learn something: the control arm of a trial, and shadow cases.

Where people always see the advice nobody can tell whether they agree with it or follow it because it is there. In a
small share of cases, drawn by a keyed hash and thus by nobody, it is withheld, and afterwards the caseworker is told.
"""

from __future__ import annotations

import hmac
from enum import StrEnum

SPAN = 2**64


class Withheld(StrEnum):
    """Why nobody sees the advice. The word is kept in the log."""

    KONTROL = "kontrol"
    """A trial's control arm: usual practice."""
    SKYGGE = "skygge"
    """A shadow case of the installation's policy."""

    @property
    def danish(self) -> str:
        """What the page says of it."""
        return _DANISH[self]


_DANISH = {
    Withheld.KONTROL: "Forløbet er i forsøgets kontrolgruppe. Sagen behandles som sædvanlig, og rådet vises ikke.",
    Withheld.SKYGGE: "Rådet er holdt tilbage i denne sag for at måle, om råd følges, blot fordi de er der. Din egen "
    "vurdering gælder.",
}


def is_shadow(spell: str, landmark: str, model: str, share: float, key: bytes) -> bool:
    """Whether the case is one of the share: the same for the same sick leave, landmark and model, whoever asks.

    All three are known to who has the case, and the share to everybody. The key is the installation's own, so nobody
    can reckon out beforehand from which advice they are to be kept.
    """
    drawn = hmac.digest(key, f"shadow:{spell}:{landmark}:{model}".encode(), "sha256")[:8]
    return int.from_bytes(drawn) < share * SPAN
