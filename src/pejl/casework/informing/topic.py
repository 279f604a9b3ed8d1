"""What people are told of: a yes-or-no rule, a duty, or a word that they come under, such as a rate or a target group.

A topic is written as its name in the law: `omfattet_af_arbejdspligt`, `timer_arbejdspligt`, `udbetalt_sats`; with
`udbetalt_sats=mindstesats` it is one word of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pejl.calendar.days import danish_day
from pejl.casework.givens import OF_MONTH, OF_PERSON, OF_SICK_LEAVE, OF_SPELL
from pejl.law.label import heading, label
from pejl.law.refusals import NoRule, no_such_name

if TYPE_CHECKING:
    from pejl.law.duty import Duty
    from pejl.law.law_day import LawOnDay
    from pejl.law.rulebook import Rulebook

WRITTEN = re.compile(r"(?P<name>[a-z][a-z0-9_]{1,79})(?:=(?P<word>[a-z][a-z0-9_]{1,39}))?\Z")
HELD = frozenset({*OF_SPELL, *OF_PERSON, *OF_SICK_LEAVE, *OF_MONTH})
"""The facts that the register can hold."""


class TopicKind(StrEnum):
    """What a topic is in the law."""

    RULE = "regel"
    DUTY = "pligt"
    WORD = "gruppe"


class NoTopic(ValueError):
    """A name of which nobody can be told. `str()` says why, in Danish."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is told of. `word` is the one word that is meant, "" where it is a yes or a no, or any word."""

    name: str
    kind: TopicKind
    word: str = ""

    def __str__(self) -> str:
        return f"{self.name}={self.word}" if self.word else self.name

    @property
    def danish(self) -> str:
        """What it is called where the law has no better name."""
        return topic_words(str(self))


def topic_words(written: str) -> str:
    """What a topic is called, also where the law no longer has the name."""
    name, _, word = written.partition("=")
    return f"{heading(name)}: {label(word)}" if word else heading(name)


@dataclass(frozen=True, slots=True)
class Said:
    """What the law says of a topic on a day: title, sentence, section, and where it was read."""

    danish: str
    says: str
    cites: str
    source: str


def topic_named(written: str, book: Rulebook) -> Topic:
    """The topic that is meant. Raises `NoTopic`."""
    found = WRITTEN.match(written.strip())
    name, word = (found["name"], found["word"] or "") if found else ("", "")
    if name in {duty.name for duty in book.duties} and not word:
        return Topic(name, TopicKind.DUTY)
    kind = book.kinds.get(name)
    if kind is None or not (name in book.versions or name in HELD):
        raise NoTopic(
            f"Loven har ingen regel eller pligt, og registeret ingen oplysning, der hedder »{written[:80]}«. "
            f"»pejl law show« viser dem, der er."
        )
    if kind is bool and not word and name in book.versions:
        return Topic(name, TopicKind.RULE)
    words = book.words.get(name, frozenset())
    if kind is str and (not word or word in words or not words):
        return Topic(name, TopicKind.WORD, word)
    if kind is str:
        raise NoTopic(f"»{name}« kan ikke være »{word}«. Ordene er: {', '.join(sorted(words))}.")
    raise NoTopic(f"»{name}« er hverken ja eller nej, en pligt eller et ord, så ingen kan komme ind under det.")


def topics(book: Rulebook) -> Iterator[Topic]:
    """All rules of yes or no, all duties, and the groups that people can change between."""
    for name in book.versions:
        if book.kinds.get(name) is bool:
            yield Topic(name, TopicKind.RULE)
    for name in dict.fromkeys(duty.name for duty in book.duties):
        yield Topic(name, TopicKind.DUTY)
    for name in ("udbetalt_sats", "maalgruppe", "ydelse"):
        yield Topic(name, TopicKind.WORD)


def duties_of(topic: Topic, law_day: LawOnDay) -> tuple[Duty, ...]:
    """The versions of the duty that are law on the day and may be used."""
    return law_day.duties(topic.name) if topic.kind is TopicKind.DUTY else ()


def rules_of(topic: Topic, law_day: LawOnDay) -> tuple[str, ...]:
    """The rules of the law that decide it on the day."""
    if topic.kind is TopicKind.DUTY:
        asked = (
            rule
            for duty in duties_of(topic, law_day)
            for rule in (duty.applies, *(each.rule for each in duty.exceptions))
            if rule
        )
        return tuple(dict.fromkeys(asked))
    return (topic.name,) if topic.name in law_day.book.versions else ()


def is_law(topic: Topic, law_day: LawOnDay) -> bool:
    """Whether anything is law of it on the day. What is unsettled is not refused here: asking it does that."""
    if topic.kind is TopicKind.DUTY:
        return bool(duties_of(topic, law_day))
    return topic.name not in law_day.book.versions or not isinstance(law_day.settled(topic.name), NoRule)


def said(topic: Topic, law_day: LawOnDay) -> Said:
    """What is said of it on the day. Raises the law's refusal where nothing is, or nothing settled."""
    if topic.kind is TopicKind.DUTY:
        found = next(iter(duties_of(topic, law_day)), None)
        if found is None:
            raise no_duty(topic, law_day)
        return Said(found.danish, found.says, found.cites, found.source)
    if topic.name in law_day.book.givens:
        given = law_day.book.givens[topic.name]
        return Said(topic.danish, given.means, given.cites, "")
    versions = law_day.book.versions[topic.name]
    rule = next((each.rule for each in versions if each.force.covers(law_day.day, law_day.known)), None)
    if rule is None:
        raise NoRule(topic.name, str(law_day.settled(topic.name)))
    return Said(topic.danish, rule.says, rule.cites, rule.source)


def no_duty(topic: Topic, law_day: LawOnDay) -> NoRule:
    """Nothing of the duty may be used on the day."""
    versions = [duty for duty in law_day.book.duties if duty.name == topic.name]
    if not versions:
        return no_such_name(topic.name)
    day = law_day.day
    proposed = next((each for each in versions if each.force.covers(day, law_day.known)), None)
    why = (
        f"er {proposed.status.danish} og bruges kun i et scenarie, der siger det"
        if proposed
        else f"var ikke lov {danish_day(day)}"
    )
    return NoRule(topic.name, f"Pligten »{versions[-1].danish}« ({topic.name}) {why}.")
