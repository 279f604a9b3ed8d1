"""Verbs of casework: marks on deadlines. Each is one act; a mark that was wrong is taken away by another act."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from pejl.acts.reasons import Reason, SaysTooLittle, in_words
from pejl.acts.services import Unsigned, record_act
from pejl.casework.deadlines.key import DeadlineKey
from pejl.casework.verbs import Verb

__all__ = ["NoMark", "Unsigned", "disagree", "mark_booked", "mark_done", "mark_exempt", "unmark"]


class NoMark(ValueError):
    """A mark that lacks what it needs, or has a day that it cannot have. `str()` says what, in Danish."""


def mark_done(key: DeadlineKey, day: dt.date, *, who: str) -> None:
    """Record that what was owed was done on that day. The register must show it too before the deadline is met.

    Raises `NoMark` for a day to come.
    """
    if day > timezone.localdate():
        raise NoMark("En dag, der ikke er kommet endnu, kan noget ikke være udført på. Markér det som booket.")
    record_act(Verb.DONE, str(key), who=who, detail={"day": day.isoformat()})


def mark_booked(key: DeadlineKey, day: dt.date, *, who: str) -> None:
    """Record that it is booked for that day. Raises `NoMark` for a day that has passed."""
    if day < timezone.localdate():
        raise NoMark("Dagen er gået. Markér som udført, hvis samtalen er holdt eller tilbuddet begyndt.")
    record_act(Verb.BOOKED, str(key), who=who, detail={"day": day.isoformat()})


def mark_exempt(key: DeadlineKey, reason: Reason, *, who: str, why: str = "", until: dt.date | None = None) -> None:
    """Record that it is not owed, for a reason, up to and including `until` where the reason does not last.

    Raises `NoMark` where the reason says nothing without words of one's own, or `until` has passed.
    """
    if until is not None and until < timezone.localdate():
        raise NoMark("Fritagelsen skal slutte i dag eller senere. Lad dagen være tom, hvis den ikke har en slutdato.")
    detail = {"reason": reason.word, "until": until.isoformat() if until else None}
    record_act(Verb.EXEMPT, str(key), who=who, why=_told(reason, why), detail=detail)


def disagree(key: DeadlineKey, reason: Reason, *, who: str, why: str = "") -> None:
    """Record that somebody holds the row to be wrong. Raises `NoMark` as `mark_exempt` does."""
    record_act(Verb.DISAGREE, str(key), who=who, why=_told(reason, why), detail={"reason": reason.word})


def unmark(key: DeadlineKey, *, who: str) -> None:
    """Take away the mark that stands there. The act of it stays."""
    record_act(Verb.UNMARK, str(key), who=who)


def _told(reason: Reason, why: str) -> str:
    try:
        return in_words(reason, why)
    except SaysTooLittle as little:
        raise NoMark(str(little)) from little
