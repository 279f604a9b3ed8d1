"""What happens when: the clause around a day or a short period, what kind of thing it says happens, and to what.

An event here is a moment that a clause ties to one kind of happening (put before a body, in force, held, due, begun,
ended, moved, paid, told). A day that names a treatment by its item ("28.02.2024, punkt 2") is a reference and none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.minutes.bodies import find_bodies
from pejl.minutes.checks import event_words as words
from pejl.minutes.checks.event_words import Happening
from pejl.minutes.checks.moments import Moment, find_moments
from pejl.minutes.document import Item, Lines, Minutes, Role
from pejl.minutes.keys import body_key
from pejl.minutes.passages import Passage, passages
from pejl.minutes.stems import stem, subject_stems

_OTHER_ROLES = frozenset({Role.ROUTE, Role.RELATED, Role.ATTACHMENTS, Role.EARLIER_DECISION, Role.ABSENT})
_OWN_BODY = re.compile(r"\b(?:fag)?udvalget\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,40}")
_NUMBER = re.compile(r"(?<![\w.,/-])[0-9]{1,4}(?![\w/-]|[.,][0-9])")
_LONGEST, _MOST_MOMENTS = 1_200, 5
"""A longer sentence, or one of more moments, is a list that lost its marks."""

_BEFORE, _LONGEST_NAME = 20, 60


@dataclass(frozen=True)
class Event:
    """A moment with what a clause says of it.

    `body` is the key of the body named nearest before it, `stems` what the clause is about, `edge` whether it is the
    last ("til") or a bound ("efter"). `names`, `numbers`, `purposes` and the words in `apart` tell two events of one
    kind apart.
    """

    moment: Moment
    happening: Happening
    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    body: str
    edge: str
    names: frozenset[str]
    numbers: frozenset[str]
    apart: frozenset[str]
    purposes: frozenset[str]
    lines: Lines
    list_number: int


def events(minutes: Minutes, item: Item) -> Iterator[Event]:
    """The events of the item's own text, in its order."""
    for passage in passages(item):
        if passage.role in _OTHER_ROLES:
            continue
        for sentence in passage.sentences:
            if len(sentence.text) <= _LONGEST:
                yield from _in_sentence(sentence.text, passage, minutes)


def _in_sentence(text: str, passage: Passage, minutes: Minutes) -> Iterator[Event]:
    every = find_moments(text, minutes.date)
    for found in every if len(every) <= _MOST_MOMENTS else ():
        start, end = _clause(text, found)
        others = [other for other in every if start <= other.start < end and not other.meets(found)]
        happening = _happening(text[start:end], found.start - start, found.end - start)
        if happening and not others and not found.names_item:
            yield _event(found, happening, text, (start, end), passage, minutes)


def _clause(text: str, found: Moment) -> tuple[int, int]:
    """Where the clause around the moment begins and ends: a sentence cut where it goes over to something else."""
    start = max((cut.end() for cut in words.CUT.finditer(text, 0, found.start)), default=0)
    after = words.CUT.search(text, found.end)
    end = after.start() if after else len(text)
    if words.RELATIVE.search(text, start, found.start):
        comma = text.find(",", found.end, end)  # "Reformen, som trådte i kraft 01.07.2025, betyder ..."
        end = comma if comma >= 0 else end
    return start, end


def _happening(clause: str, start: int, end: int) -> Happening | None:
    """What the words nearest to the moment say: before it rather than after it."""
    if words.DUE_NOUN.search(clause):
        return Happening.DUE
    if words.NAMED.search(clause[max(0, start - _LONGEST_NAME) : start]):
        return Happening.HELD
    best: tuple[int, Happening] | None = None
    for happening, pattern in words.HAPPENINGS.items():
        for match in pattern.finditer(clause):
            far = start - match.end() if match.end() <= start else 2 * (match.start() - end)
            if far >= 0 and (best is None or far < best[0]):
                best = (far, happening)
    return best[1] if best else None


def _event(
    found: Moment, happening: Happening, text: str, span: tuple[int, int], passage: Passage, minutes: Minutes
) -> Event:
    if words.NAMED.search(text[max(span[0], found.start - _LONGEST_NAME) : found.start]):
        span = (span[0], found.end)  # what happens at a meeting that is named tells it from no other
    clause = text[slice(*span)]
    without_day = clause.replace(found.text, " ")
    bodies = [name for start, end, name in find_bodies(text[span[0] : found.start])]
    own = bool(_OWN_BODY.search(text[span[0] : found.start]))
    before = text[max(0, found.start - _BEFORE) : found.start]
    return Event(
        moment=found,
        happening=happening,
        text=clause.strip(" ,"),
        words=tuple(_WORD.findall(without_day)),
        stems=subject_stems(without_day) - words.OF_NO_EVENT,
        body=body_key(bodies[-1]) if bodies else body_key(minutes.body or "udvalg") if own else "",
        edge="until" if words.UNTIL.search(before) else "after" if words.AFTER.search(before) else "",
        names=frozenset(stem(word.lower()) for word in _names(without_day)),
        numbers=frozenset(_NUMBER.findall(without_day)),
        apart=frozenset(word.lower() for word in words.TELLS_APART.findall(without_day)),
        purposes=frozenset(word.lower() for word in words.PURPOSE.findall(without_day)),
        lines=passage.lines,
        list_number=passage.list_number,
    )


def _names(clause: str) -> Iterator[str]:
    """Words with a capital that do not begin the clause and are no body's."""
    reached = 0
    spans = [(start, end) for start, end, _ in find_bodies(clause)]
    for match in _WORD.finditer(clause):
        inside = any(start <= match.start() < end for start, end in spans)
        if reached and match.group()[0].isupper() and not inside:
            yield match.group()
        reached = match.end()
