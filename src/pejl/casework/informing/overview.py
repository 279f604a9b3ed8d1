"""The topics that the house has texts for, with how many each list has: what was begun, and how far it has come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pejl.casework.informing.found import Found, found
from pejl.casework.informing.letter import Letter, LetterKind
from pejl.casework.informing.stretches import law_book
from pejl.casework.informing.templates import Template, templates
from pejl.casework.informing.told import Question
from pejl.casework.informing.topic import NoTopic, Topic, topic_named
from pejl.law.refusals import Refusal
from pejl.register.snapshot import Snapshot


@dataclass(frozen=True)
class Begun:
    """A topic from a day, as of the last day `until` for which the text is right, where that has passed.

    `found` is None where the law gives no answer, and `refusal` is then its sentence.
    """

    topic: Topic
    from_day: dt.date
    until: dt.date | None
    danish: str
    found: Found | None
    refusal: str = ""


def begun(snapshot: Snapshot, on_day: dt.date, letters: Sequence[Letter]) -> Iterator[Begun]:
    """Each topic of a notice, from the first day for which a text of it is right; the newest first."""
    for template in sorted(_notices(templates()), key=lambda each: each.since, reverse=True):
        topic = _topic(template)
        on = min(max(on_day, template.since), template.until or dt.date.max)
        try:
            answer = found(snapshot, Question(topic, template.since, on), letters)
            yield Begun(topic, template.since, template.until, template.danish, answer)
        except Refusal as refusal:
            yield Begun(topic, template.since, template.until, template.danish, None, str(refusal))


def _notices(texts: Iterable[Template]) -> Iterator[Template]:
    return (each for each in texts if each.kind is LetterKind.NOTICE)


def _topic(template: Template) -> Topic:
    try:
        return topic_named(template.topic, law_book())
    except NoTopic as none:
        raise Refusal(template.topic, f"{template.name}: {none}") from none


def is_topic(written: str) -> bool:
    """Whether the law or the register has anything of that name that people are told of."""
    try:
        topic_named(written, law_book())
    except NoTopic:
        return False
    return True
