"""What became of each clause of a recommendation on its way through the bodies.

A clause is found again at the next station by its words, since numbers shift when another body puts the case. It has
changed when figures differ or much of the wording does. A station that decides without a recommendation of its own
decides what was sent to it. A clause that was sent on and is not put at a later station that puts others is dropped,
unless the body that sent it away (for hearing, to somebody else) takes the case up without it: it went another way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pejl.minutes.document import Outcome
from pejl.minutes.stems import stem
from pejl.record.threads.station import ClauseAt, Station

SAME = 0.45
"""Clauses that share this much of their words, or more, are one clause."""
UNCHANGED = 0.75
"""Clauses that share less than this of their words have changed."""

_WORD = re.compile(r"[^\W\d_]{3,60}")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


class Fate(StrEnum):
    """What became of a clause, as far as the record tells."""

    ADOPTED = "adopted"
    CHANGED = "changed"
    """Adopted in other words or with other figures than it was first put."""
    SENT_ON = "sent_on"
    """Recommended to a body that is not known to have decided."""
    DROPPED = "dropped"
    """Sent on, and not put where the case went, or put off and not put when it was taken up again."""
    REJECTED = "rejected"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    UNDECIDED = "undecided"
    """No decision on it is known."""


_FATES = {
    Outcome.ADOPTED: Fate.ADOPTED,
    Outcome.APPROVED: Fate.ADOPTED,
    Outcome.RECOMMENDED: Fate.SENT_ON,
    Outcome.SENT_ON: Fate.SENT_ON,
    Outcome.REJECTED: Fate.REJECTED,
    Outcome.POSTPONED: Fate.POSTPONED,
    Outcome.WITHDRAWN: Fate.WITHDRAWN,
}
_ASKED_FOR_NO_MORE = {
    Outcome.NOTED: "efterretning",
    Outcome.FOR_INFORMATION: "orientering",
    Outcome.DISCUSSED: "drøft",
}
"""Outcomes that decide nothing, but do all that a clause with the word asks: "at status tages til efterretning"."""
_OPEN = frozenset({Fate.SENT_ON, Fate.POSTPONED, Fate.UNDECIDED})


@dataclass(frozen=True, slots=True)
class Step:
    """A clause at one station. `clause` None: the station decided on the case as a whole. `changed`: since it was first
    put.
    """

    outcome: Outcome
    clause: ClauseAt | None
    changed: bool


@dataclass(frozen=True, slots=True)
class ClauseThread:
    """One clause through a run: its text where it was first put, a step or None for each station, and its fate.

    `first` is the place of the station where it was first put.
    """

    text: str
    first: int
    steps: tuple[Step | None, ...]
    fate: Fate


def clause_threads(run: Sequence[Station]) -> tuple[ClauseThread, ...]:
    """The clauses of a run in the order in which they were first put."""
    growing: list[list[tuple[int, ClauseAt]]] = []
    for place, station in enumerate(run):
        free = list(growing)
        for clause in station.clauses:
            found = _found_again(clause, free)
            if found is None:
                growing.append([(place, clause)])
            else:
                free.remove(found)
                found.append((place, clause))
    return tuple(_thread(put, run) for put in growing)


def _found_again(clause: ClauseAt, threads: Sequence[list[tuple[int, ClauseAt]]]) -> list[tuple[int, ClauseAt]] | None:
    """The thread whose last wording is most like the clause, if any is like it at all."""
    scored = [(_alike(thread[-1][1].text, clause.text), thread) for thread in threads]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= SAME else None


def _thread(put: list[tuple[int, ClauseAt]], run: Sequence[Station]) -> ClauseThread:
    at = dict(put)
    first, original = put[0]
    steps: list[Step | None] = []
    fate, changed = Fate.UNDECIDED, False
    sender, elsewhere = "", False
    for place, station in enumerate(run):
        step = None
        if place in at:
            changed = changed or _changed(original.text, at[place].text)
            step = Step(at[place].outcome, at[place], changed)
            elsewhere = False
        elif place > first and fate in _OPEN and station.decided and not station.closed:
            if elsewhere or station.body == sender:
                elsewhere = True
            elif station.clauses:
                fate = Fate.DROPPED
            elif station.outcome in _FATES:
                step = Step(station.outcome, None, changed)
        if step:
            sender = station.body if step.outcome is Outcome.SENT_ON else ""
            fate = _fate_of(step, original.text) or fate
        steps.append(step)
    if fate is Fate.ADOPTED and changed:
        fate = Fate.CHANGED
    return ClauseThread(original.text, first, tuple(steps), fate)


def _fate_of(step: Step, text: str) -> Fate | None:
    """What a station's outcome makes of the clause; None where it leaves it as it was."""
    word = _ASKED_FOR_NO_MORE.get(step.outcome) if step.clause else None
    return Fate.ADOPTED if word and word in text.casefold() else _FATES.get(step.outcome)


def _changed(first: str, now: str) -> bool:
    return _figures(first) != _figures(now) or _alike(first, now) < UNCHANGED


def _alike(one: str, other: str) -> float:
    """The share of their words that two clauses have in common, from 0 to 1."""
    a, b = _stems(one), _stems(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in _WORD.findall(text))


def _figures(text: str) -> frozenset[str]:
    return frozenset(_FIGURE.findall(text))
