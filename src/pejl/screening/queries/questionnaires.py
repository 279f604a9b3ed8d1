"""Links to the questions, and what citizens answered."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from pejl import when_used
from pejl.home.folders import Home
from pejl.screening.assessments.case import Asked, LinkState
from pejl.screening.assessments.events import Event
from pejl.screening.models import QuestionLink
from pejl.screening.queries.chain import entries
from pejl.screening.queries.standing import objected
from pejl.screening.questionnaire.questions import QUESTIONS, VERSION

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = when_used.module("pyarrow")

LONGEST = 100
"""Signs of a token that are looked at; ours have 43."""


@dataclass(frozen=True)
class OpenLink:
    """A link that can be used. Whom it is about is never shown to who has it."""

    number: int
    person: str
    spell: str
    language: str
    expires: dt.datetime


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def asked_by(token: str) -> OpenLink | None:
    """The link of that token; None where it is unknown, used, taken back or too late, or the citizen objects since it
    was made, without telling which."""
    if not token or len(token) > LONGEST:
        return None
    now = timezone.now()
    found = QuestionLink.objects.filter(token_hash=hash_of(token), used_at=None, revoked_at=None, expires__gt=now)
    link = found.first()
    if link is not None and objected(link.person):
        return None
    return OpenLink(link.pk, link.person, link.spell, link.language, link.expires) if link else None


def asked_of(person: str, spell: str) -> Asked:
    """The last link that was made for a sick leave, and the last answers."""
    given = [each for each in entries(person=person, events=[Event.SVARET]) if each.spell == spell]
    answered_at, answers = (given[-1].at, given[-1].detail["answers"]) if given else (None, {})
    link = QuestionLink.objects.filter(person=person, spell=spell).order_by("-pk").first()
    if link is None:
        return Asked(None, answered_at=answered_at, answers=answers)
    return Asked(
        _state(link), link.sent_at, link.sent_by, link.expires, link.language, answered_at=answered_at, answers=answers
    )


def answers(home: Home) -> pa.Table:
    """All answers that were given here, with the columns of the register's `survey_answers`.

    `home` is the installation whose database is asked; there is one to a process.
    """
    questions = {each.key: each for each in QUESTIONS}
    rows = [
        (entry.person, key, dt.date.fromisoformat(entry.detail["day"]), float(value), questions[key])
        for entry in entries(events=[Event.SVARET])
        for key, value in entry.detail.get("answers", {}).items()
        if key in questions
    ]
    return pa.table(
        {
            "survey": pa.array([f"pejl-{VERSION}"] * len(rows), pa.string()),
            "person": pa.array([row[0] for row in rows], pa.string()),
            "question": pa.array([row[1] for row in rows], pa.string()),
            "answered": pa.array([row[2] for row in rows], pa.date32()),
            "answer": pa.array([row[3] for row in rows], pa.float64()),
            "scale_least": pa.array([float(row[4].least) for row in rows], pa.float64()),
            "scale_most": pa.array([float(row[4].most) for row in rows], pa.float64()),
        }
    )


def _state(link: QuestionLink) -> LinkState:
    if link.used_at:
        return LinkState.BESVARET
    if link.revoked_at:
        return LinkState.TRUKKET
    return LinkState.UDLOEBET if link.expires <= timezone.now() else LinkState.AABEN
