"""The letters that people recorded, read back from their acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from pejl.acts.models import Act
from pejl.casework.informing.letter import BEFORE, Letter, LetterKind, subject_parts
from pejl.casework.informing.verbs import Verb

_VERBS = [verb.value for verb in Verb]


def letters(topic: str = "") -> list[Letter]:
    """The letters that count, of one topic or of all, in the order in which they were recorded."""
    begins = f"{BEFORE}{topic}:" if topic else BEFORE
    acts = Act.objects.filter(subject__startswith=begins, verb__in=_VERBS).order_by("pk")
    return _counting(acts.iterator())


def letters_to(person: str) -> list[Letter]:
    """The letters to one person that count."""
    acts = Act.objects.filter(subject__startswith=BEFORE, subject__endswith=f":{person}", verb__in=_VERBS)
    return _counting(acts.order_by("pk"))


def letter_numbered(number: int) -> Letter | None:
    """The letter of that act's number, None where there is none that counts."""
    act = Act.objects.filter(pk=number, verb=Verb.SENT.value).first()
    if act is None:
        return None
    on_it = Act.objects.filter(subject=act.subject, verb__in=_VERBS).order_by("pk")
    return next((letter for letter in _counting(on_it) if letter.number == number), None)


def _counting(acts: Iterable[Act]) -> list[Letter]:
    sent: dict[int, Letter] = {}
    for act in acts:
        if act.verb == Verb.WITHDRAWN.value:
            sent.pop(act.detail.get("letter", 0), None)
        elif (letter := _letter(act)) is not None:
            sent[letter.number] = letter
    return list(sent.values())


def _letter(act: Act) -> Letter | None:
    parts = subject_parts(act.subject)
    if parts is None:
        return None
    topic, person = parts
    told = act.detail
    return Letter(
        number=act.pk,
        person=person,
        topic=topic,
        sent=dt.date.fromisoformat(told["sent"]),
        kind=LetterKind(told["kind"]),
        template=told["template"],
        version=told["version"],
        hash=told["hash"],
        right_from=_day(told["right_from"]),
        right_until=_day(told["right_until"]),
        who=act.who,
        at=act.at,
    )


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
