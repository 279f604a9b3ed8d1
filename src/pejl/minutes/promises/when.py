"""Which of a clause's times belongs to which of the things promised in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pejl.minutes.promises.clause import Clause
from pejl.minutes.promises.promise import Window
from pejl.minutes.promises.segments import Opening
from pejl.minutes.promises.things import Thing
from pejl.minutes.promises.times import Time

_LINK = re.compile(r"\s*(?:,|og|samt|,\s*og)\s*(?:(?:den|d\.|i)\s+)?", re.IGNORECASE)
_EVENT = re.compile(
    r"\s*(?P<words>(?:efter|ved|inden|i forbindelse med)\s[^,;]{3,70}?)\s(?:vil|skal|forelægges|får|gives|vender)\s",
    re.I,
)
_LONGEST_WORDS = 100


def windows(clause: Clause, thing: Thing | None, things: Sequence[Thing], at: int) -> list[Window]:
    """When the thing comes: one window, several for "01.10. og 29.10.", and none where the text names no time at all.

    `things` are all that the clause promises, and `at` is where its verb stands.
    """
    ahead = [time for time in clause.times if not time.past]
    several = thing is not None and len(things) > 1
    chosen = _of_thing(ahead, thing, things) if thing and several else _of_clause(ahead, at, thing)
    found = _linked(clause, ahead, chosen) if chosen else []
    if found:
        return [time.window for time in found]
    inherited = _inherited(clause)
    return [inherited] if inherited else []


def _of_thing(ahead: list[Time], thing: Thing, things: Sequence[Thing]) -> Time | None:
    """The thing's own time, right behind it; else one before all things or behind them all."""
    until = min((other.start for other in things if other.start > thing.start), default=None)
    own = [time for time in ahead if time.start >= thing.end and (until is None or time.start < until)]
    if own:
        return own[0]
    first, last = min(other.start for other in things), max(other.end for other in things)
    before = [time for time in ahead if time.end <= first]
    behind = [time for time in ahead if time.start >= last]
    return before[-1] if before else behind[0] if behind else None


def _of_clause(ahead: list[Time], at: int, thing: Thing | None) -> Time | None:
    """The only promise's time: before its verb and its thing, else the first behind the verb, else any."""
    edge = min(at, thing.start) if thing else at
    before = [time for time in ahead if time.end <= edge + 1]
    behind = [time for time in ahead if time.start >= at]
    return before[-1] if before else behind[0] if behind else ahead[0] if ahead else None


def _linked(clause: Clause, ahead: list[Time], chosen: Time) -> list[Time]:
    """The time chosen with those that an "og" links to it."""
    found = [chosen]
    for time in ahead[ahead.index(chosen) + 1 :]:
        if not _LINK.fullmatch(clause.text[found[-1].end : time.start]):
            break
        found.append(time)
    return found


def _inherited(clause: Clause) -> Window | None:
    """What the words around the clause say of its time: "I januar 2027, når ..., vil forvaltningen", "når ..."."""
    if clause.opening == Opening.RESUMED:
        for step in range(1, clause.place + 1):
            earlier = clause.neighbour(-step)
            if earlier and earlier.opening == Opening.MAIN and (ahead := [t for t in earlier.times if not t.past]):
                return ahead[-1].window
            if earlier and earlier.opening == Opening.WHEN:
                continue
            break
    for step in (1, -1):
        beside = clause.neighbour(step)
        if beside and beside.opening == Opening.WHEN:
            timed = [time.window for time in beside.times if not time.past]
            words = beside.text.strip(" ,.;")[:_LONGEST_WORDS]
            return timed[0].model_copy(update={"words": words}) if timed else Window(words=words)
    event = _EVENT.match(clause.text)
    return Window(words=event["words"].strip()) if event else None
