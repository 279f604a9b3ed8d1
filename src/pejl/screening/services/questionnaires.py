"""The questions to a citizen: a link is made, used once and in time, or taken back. The answers go into the log.

The token is told once to whoever made the link. Only its SHA-256 is kept, and it is looked up by that: the time that
takes tells nothing of the token, and nobody guesses one of 256 bits.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from pejl.screening.assessments.events import Event
from pejl.screening.models import QuestionLink
from pejl.screening.queries.questionnaires import OpenLink, asked_by, hash_of
from pejl.screening.queries.standing import objected, stopped
from pejl.screening.questionnaire.answers import BadAnswer, checked
from pejl.screening.questionnaire.language import Language, in_language
from pejl.screening.questionnaire.questions import VERSION
from pejl.screening.services import chain
from pejl.screening.services.chain import Unsigned

__all__ = ["BadAnswer", "NoLink", "Unsigned", "answer", "revoke", "send"]

BYTES = 32
LONGEST_DAYS = 60


class NoLink(ValueError):
    """A link that cannot be made, or cannot be used. `str()` says so in Danish; why it cannot be used is not told."""


def send(person: str, spell: str, *, who: str, language: str, days: int = 14) -> str:
    """Make a link for a person's sick leave and return its token. Earlier links for it can no longer be used.

    Raises `NoLink` where the citizen objects, the screening is stopped, or the days are too many; and `Unsigned`.
    """
    if not 1 <= days <= LONGEST_DAYS:
        raise NoLink(f"Linket skal virke mindst 1 og højst {LONGEST_DAYS} dage.")
    token, now = secrets.token_urlsafe(BYTES), timezone.now()
    spoken = in_language(language)
    with chain.held():
        _see_may_ask(person)
        _take_back(person, spell, now)
        until = _end_of_day(now + dt.timedelta(days=days))
        link = QuestionLink.objects.create(
            token_hash=hash_of(token),
            person=person,
            spell=spell,
            language=spoken.value,
            sent_at=now,
            sent_by=who[:200],
            expires=until,
        )
        detail = {"link": link.pk, "language": spoken.value, "until": until.isoformat()}
        chain.append(Event.SPURGT, who=who, person=person, spell=spell, detail=detail)
    return token


def answer(token: str, answers: Mapping[str, int], language: str | Language) -> None:
    """Keep a citizen's answers, and use the link up: once, also for who sends twice at the same time.

    Raises `NoLink` where it is unknown, used, taken back or too late, and `BadAnswer`; then nothing is used up.
    """
    given = checked(answers)
    with transaction.atomic():
        link = asked_by(token)
        if link is None or not _used_up(link):
            raise NoLink("Linket kan ikke bruges.")
        detail = {
            "link": link.number,
            "language": in_language(language).value,
            "version": VERSION,
            "answers": given,
            "day": timezone.localdate().isoformat(),
        }
        chain.append(Event.SVARET, who="borgeren", person=link.person, spell=link.spell, detail=detail)


def revoke(person: str, spell: str, *, who: str) -> bool:
    """Take back the link that is open for a sick leave; whether there was one. Raises `Unsigned`."""
    with chain.held():
        gone = _take_back(person, spell, timezone.now())
        if gone:
            chain.append(Event.LINK_TRUKKET, who=who, person=person, spell=spell, detail={})
        return bool(gone)


def _see_may_ask(person: str) -> None:
    if stopped():
        raise NoLink("Screeningen er stoppet, så der kan ikke laves et link.")
    if objected(person):
        raise NoLink("Borgeren har gjort indsigelse, så der kan ikke laves et link.")


def _used_up(link: OpenLink) -> bool:
    open_ones = QuestionLink.objects.filter(pk=link.number, used_at=None, revoked_at=None, expires__gt=timezone.now())
    return open_ones.update(used_at=timezone.now()) == 1


def _take_back(person: str, spell: str, now: dt.datetime) -> int:
    found = QuestionLink.objects.filter(person=person, spell=spell, used_at=None, revoked_at=None, expires__gt=now)
    return found.update(revoked_at=now)


def _end_of_day(moment: dt.datetime) -> dt.datetime:
    """The last moment of the local day: a link works through the day that the citizen was told."""
    return timezone.localtime(moment).replace(hour=23, minute=59, second=59, microsecond=0)
