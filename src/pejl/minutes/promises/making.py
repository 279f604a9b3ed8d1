"""A promise put together of what a clause says: what kind of thing, by whom, to whom."""

from __future__ import annotations

import re

from pejl.minutes.promises.clause import Clause, Found
from pejl.minutes.promises.people import NamedBody
from pejl.minutes.promises.promise import By, PromiseKind, Window
from pejl.minutes.promises.segments import Opening
from pejl.minutes.promises.things import Thing

_W = r"(?<![^\W_])"
_E = r"(?![^\W_])"
TO_DECIDE = re.compile(
    rf"{_W}til\s+(?:(?:endelig|politisk)\s+)?(?:beslutning|godkendelse|behandling|stillingtagen){_E}", re.IGNORECASE
)
"""What a thing is laid before a body for, where the body is to decide on it."""
SAME_CASE = re.compile(
    rf"{_W}(?:sagen|punktet|dagsordenspunktet|indstillingen|behandlingen|drøftelsen|den|det){_E}", re.IGNORECASE
)
"""Words for the very case that the text stands in."""
ONCE_MORE = re.compile(rf"{_W}(?:igen|på\s+ny|fornyet|genoptages|genoptager|genoptage){_E}", re.IGNORECASE)
"""Words for a case that comes back."""
_TO_INFORM = re.compile(rf"{_W}til\s+(?:efterretning|orientering){_E}", re.IGNORECASE)
_WITHOUT_NAME = {"forvaltningen", "administrationen", "afdelingen", "direktionen"}


def listed(things: list[Thing]) -> list[Thing]:
    """The first thing and those that "og" or a comma links to it."""
    return [thing for place, thing in enumerate(things) if place == 0 or thing.joined]


def kind_of(clause: Clause, thing: Thing) -> PromiseKind:
    """What the thing is; "til beslutning" behind it makes a decision of it."""
    behind = clause.text[thing.end :]
    if TO_DECIDE.search(behind):
        return PromiseKind.DECISION
    if thing.kind == PromiseKind.OTHER:
        if thing.definite:
            return PromiseKind.DECISION
        return PromiseKind.INFORMATION if _TO_INFORM.search(behind) else PromiseKind.OTHER
    return thing.kind


def announcement(
    clause: Clause, receiver: NamedBody | None, kind: PromiseKind, where: tuple[int, int], window: Window
) -> Found:
    """The promise of what stands at `where` of the sentence, to `receiver`, without one to the minutes' own body."""
    by, name = promiser(clause)
    returns = kind == PromiseKind.DECISION and bool(ONCE_MORE.search(clause.text))
    return Found(by, name, clause.name_of(receiver), kind, *where, window, returns)


def promiser(clause: Clause) -> tuple[By, str]:
    """Who promises: a mayor or chair who is quoted, the part of the administration that is named, else the author."""
    if clause.speaker and clause.opening == Opening.THAT:
        return By.OTHER, clause.speaker.name
    by, name = clause.scene.default
    named = clause.administration.name if clause.administration else ""
    if by == By.ADMINISTRATION and named[:1].isupper() and named.casefold() not in _WITHOUT_NAME:
        return by, named
    return by, name


def deed(clause: Clause, body: NamedBody | None, kind: PromiseKind, where: tuple[int, int], window: Window) -> Found:
    """The promise of what a body itself will do, or asks for."""
    name = clause.name_of(body)
    return Found(By.COMMITTEE, name, name, kind, *where, window)
