"""References inside running text: "01.10.25, punkt 4", "(01.10.2025, punkt 3, og 29.10.2025, punkt
1)", "jf. punkt 2".

A day with an item number is a reference. A day alone is one only where a body or a meeting stands right before it:
other days are days on which something commences. The body is the nearest one named before the day in the same
sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pejl.calendar.days import FoundDay, find_days
from pejl.minutes.abbreviations import ABBREVIATED, LONGEST_ABBREVIATION
from pejl.minutes.bodies import find_bodies
from pejl.minutes.document import Reference

_NEAR, _SENTENCE = 60, 600
_DIGIT = re.compile(r"\d")
_ITEM_WORD = r"(?:dagsordens?punkt(?:et)?|punkt(?:erne)?|pkt\.?|sag(?:\s*nr\.?)?|sagerne)"
_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_NUMBER = rf"(\d{{1,3}})(?!\d|\.\d|\s?(?:pct|procent|%|kr|mio|\.\s*(?:{_MONTH})))"
_ITEMS_AFTER = re.compile(rf"\s*,?\s*\(?\s*(?:dagsordenens\s+)?{_ITEM_WORD}\s*(?:nr\.?\s*)?{_NUMBER}", re.IGNORECASE)
_ANOTHER = re.compile(rf"\s*(?P<link>,\s*og|,|og|samt|-|–|til)\s*(?:{_ITEM_WORD}\s*)?{_NUMBER}(?!,\d)", re.IGNORECASE)
_ITEM_BEFORE = re.compile(
    rf"{_ITEM_WORD}\s*(?:nr\.?\s*)?{_NUMBER},?\s+(?:(?:på|fra|ved|i|den|d\.|af|mødet?|udvalgets|møde)\s+)*$",
    re.IGNORECASE,
)
_GENERIC_BODY = re.compile(r"\b(?:fag)?[Uu]dvalget?s?\b")
_LINKING_WORDS = (
    "blev|vil|på|mødet|møde|møder|den|d|besluttede|drøftede|godkendte|behandlede|behandles|i|skal|har|bliver|sit|er|de|"
    "mundtligt|orienteret|forelagt|temadrøftelse|temadrøftelser|to|og"
)
_DIRECT_GAP = re.compile(rf"^(?:[\s,:.(]|\b(?:{_LINKING_WORDS})\b)*$", re.IGNORECASE)
_LINKING = frozenset(_LINKING_WORDS.split("|"))
_LAST_WORD = re.compile(r"(\w+)[\s,:.(]*$")
_MEETING_BEFORE = re.compile(
    r"\b(?:møde(?:t|r|rne)?|temadrøftelser?(?:ne)?|temamøde(?:t|r)?)\s+(?:(?:den|d\.)\s*)?$", re.IGNORECASE
)
_DAY_CHAIN = re.compile(r"^[\s,]*(?:og|samt)?\s*(?:den\s+|d\.\s*)?$")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_SAME_MEETING = re.compile(
    rf"\b{_ITEM_WORD}\s*(?:nr\.?\s*)?(?P<ahead>[0-9]{{1,3}})(?=\s+på\s+(?:dagsordenen\b|dette\s+møde\b|samme\s+møde\b|dagens\s))|"
    rf"(?:\bjf\.?|\bse(?:\s+også)?|\bunder|\bsammen\s+med|\bhenvises\s+til)\s+(?:dagsordenens\s+|dette\s+mødes\s+)?{_ITEM_WORD}\s*(?:nr\.?\s*)?(?P<number>{_NUMBER})"
    r"(?!\s+(?:i|på)\s+(?:bilag|loven?|aftalen|listen|planen|handlingsplanen|vedtægten))",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(rf"(?:\b(?:{ABBREVIATED})|\d)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Named:
    """A body named in the text; `name` None is a bare "udvalget", which is the committee itself."""

    start: int
    end: int
    name: str | None


def find_references(text: str, line: int, own_body: str | None) -> list[Reference]:
    """The references that one paragraph makes, in the order of the text.

    `own_body` stands in where the text says "udvalget" or names no body. Several items of one day are several
    references.
    """
    if not _DIGIT.search(text):
        return []
    days = find_days(text)
    bodies = _Bodies(text)
    found: list[Reference] = []
    taken: list[tuple[int, int]] = []
    previous: tuple[FoundDay, str | None] | None = None
    for day in days:
        items, end, start = _items_of(text, day)
        if items or _points_at_meeting(text, day, bodies, previous):
            body = _body_before(text, day.start, bodies, own_body, previous)
            quoted = text[start:end].strip(" ,(")
            targets: list[int | None] = [*items] or [None]
            found += [Reference(body=body, date=day.day, item=item, line=line, text=quoted) for item in targets]
            taken.append((start, end))
            previous = (day, body)
        else:
            previous = None
    found += _same_meeting(text, line, own_body, taken)
    return found


def is_reference_line(text: str) -> bool:
    """Whether a line holds a dated reference and little else, as lists of related treatments do."""
    days = find_days(text)
    if not days:
        return False
    rest = text[: days[0].start] + text[days[-1].end :]
    for _, end, _name in reversed(find_bodies(rest)):
        rest = rest[end:]
    words = re.findall(r"[^\W\d]+", _ITEMS_AFTER.sub("", rest))
    return len([word for word in words if word.lower() not in {"og", "punkt", "den", "d", "pkt", "sag", "nr"}]) <= 2


class _Bodies:
    """The bodies that a text names, in their order; looked for when first asked for, since most days need none."""

    def __init__(self, text: str) -> None:
        self._text = text

    def last_before(self, position: int) -> _Named | None:
        """The last body that ends before `position`. Bodies never overlap."""
        count = bisect_right(self._all, position, key=lambda body: body.end)
        return self._all[count - 1] if count else None

    @cached_property
    def _all(self) -> list[_Named]:
        named = [_Named(start, end, name) for start, end, name in find_bodies(self._text)]
        generics = [
            _Named(generic.start(), generic.end(), None)
            for generic in _GENERIC_BODY.finditer(self._text)
            if not _within(named, generic.start())
        ]
        return sorted(named + generics, key=lambda body: body.start)


def _within(bodies: list[_Named], position: int) -> bool:
    place = bisect_right(bodies, position, key=lambda body: body.start)
    return place > 0 and position < bodies[place - 1].end


def _items_of(text: str, day: FoundDay) -> tuple[list[int], int, int]:
    """The item numbers tied to a day, and where the whole reference ends and starts."""
    if after := _ITEMS_AFTER.match(text, day.end):
        items, end = [int(after[1])], after.end()
        while another := _ANOTHER.match(text, end):
            number = int(another[2])
            if another["link"] in {"-", "–", "til"} and items[-1] < number <= items[-1] + 50:
                items += range(items[-1] + 1, number + 1)
            else:
                items.append(number)
            end = another.end()
        return items, end, day.start
    if before := _ITEM_BEFORE.search(text, max(0, day.start - _NEAR), day.start):
        return [int(before[1])], day.end, before.start()
    return [], day.end, day.start


def _sentence_start(text: str, position: int) -> int:
    """Where the sentence around `position` begins, looked for within `_SENTENCE` characters before it."""
    start = max(0, position - _SENTENCE)
    for end in _SENTENCE_END.finditer(text, start, position):
        if not _ABBREVIATED.search(text, max(start, end.start() - LONGEST_ABBREVIATION), end.start()):
            start = end.end()
    return start


def _body_before(
    text: str, position: int, bodies: _Bodies, own_body: str | None, previous: tuple[FoundDay, str | None] | None
) -> str | None:
    start = _sentence_start(text, position)
    last = bodies.last_before(position)
    if last and last.start >= start:
        return last.name or own_body
    if previous and previous[0].start >= start:
        return previous[1]
    return own_body


def _points_at_meeting(text: str, day: FoundDay, bodies: _Bodies, previous: tuple[FoundDay, str | None] | None) -> bool:
    if _MEETING_BEFORE.search(text, max(0, day.start - _NEAR), day.start):
        return True
    if previous and _DAY_CHAIN.match(text[previous[0].end : day.start]):
        return True
    if not _may_follow_body(text, day):
        return False
    last = bodies.last_before(day.start)
    return last is not None and bool(_DIRECT_GAP.match(text[last.end : day.start][:_SENTENCE]))


def _may_follow_body(text: str, day: FoundDay) -> bool:
    """False where the word before the day neither ends a body's name nor may stand between a body and its day."""
    before = _LAST_WORD.search(text, max(0, day.start - _NEAR), day.start)
    word = before[1] if before else ""
    return not word.islower() or "udvalg" in word or word in _LINKING


def _names_item(text: str) -> bool:
    """Whether one of the words for an item may be in the text: far quicker to tell than where it points."""
    lower = text.casefold()
    return "punkt" in lower or "pkt" in lower or "sag" in lower


def _same_meeting(text: str, line: int, own_body: str | None, taken: list[tuple[int, int]]) -> Iterator[Reference]:
    if not _names_item(text):
        return
    for match in _SAME_MEETING.finditer(text):
        number = "ahead" if match["ahead"] else "number"
        place = bisect_right(taken, match.start(number), key=lambda span: span[0])
        if place and match.start(number) < taken[place - 1][1]:
            continue
        items, end = [int(match[number])], match.end()
        while another := _ANOTHER.match(text, end):
            items.append(int(another[2]))
            end = another.end()
        for item in items:
            yield Reference(body=own_body, item=item, line=line, text=text[match.start() : end], same_meeting=True)
