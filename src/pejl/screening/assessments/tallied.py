"""What has been done with advice, as numbers that anyone with a right to figures may see: no person, nothing of few.

Sick leaves are counted, to the nearest ten, and one to four is told as such. What somebody decided twice counts as they
decided last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pejl.register.small_counts import Count, rounded
from pejl.screening.advice.shapes import Kind
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import DECISIONS, Event

COUNTED = (
    Event.VURDERET,
    Event.TILBAGEHOLDT,
    Event.EGEN,
    *DECISIONS,
    Event.SPURGT,
    Event.SVARET,
    Event.INDSIGELSE,
    Event.RETTET,
)
"""The events that are counted, in the order in which they come about."""
ABOUT_ALL = (Event.INDSIGELSE,)
"""Events of a person, and of no single sick leave."""


@dataclass(frozen=True)
class Decided:
    """On how many sick leaves an advice of one kind was followed, deviated from, or led to a release."""

    kind: Kind
    own: Count
    followed: Count
    deviated: Count
    released: Count


@dataclass(frozen=True)
class Tallied:
    """How many sick leaves (of objections: citizens) each event has happened to, and what was decided by kind."""

    happened: tuple[tuple[Event, Count], ...]
    decided: tuple[Decided, ...]


def tallied(entries: Iterable[Entry]) -> Tallied:
    """Count the entries, which come in the order of the log."""
    found = [each for each in entries if each.event in COUNTED and not each.emptied]
    return Tallied(
        tuple((event, rounded(len(_about(found, event)))) for event in COUNTED),
        tuple(_decided(found, kind) for kind in Kind),
    )


def _about(entries: Sequence[Entry], event: Event) -> set[str]:
    return {each.person if event in ABOUT_ALL else each.spell for each in entries if each.event is event}


def _decided(entries: Sequence[Entry], kind: Kind) -> Decided:
    of_kind = [each for each in entries if each.detail.get("kind") == kind.value]
    last = {each.spell: each.event for each in of_kind if each.event in DECISIONS}
    counts = Counter(last.values())
    followed, deviated, released = (rounded(counts[event]) for event in DECISIONS)
    return Decided(kind, rounded(len(_about(of_kind, Event.EGEN))), followed, deviated, released)
