"""What follows from a set of minutes without standing in it. Shown as derived, never mixed with what is stated.

"Enstemmigt" is stated; who that was is not: it follows from the list of members less those who were away. The
derivation names what it rests on, and is not made where the minutes list no members.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.minutes.document import Decision, Item, Lines, Minutes, Outcome, Status

_UNANIMOUS = re.compile(
    r"\b(?:enstemmigt?e?|et\s+enigt\s+(?:[\wæøå-]*udvalg|byråd|råd|kommunalbestyrelse|magistrat))\b"
    r"|\ben\s+enig\s+(?:kommunalbestyrelse|magistrat|bestyrelse)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:ikke|hverken|uden)\s+(?:\w+\s+)?$", re.IGNORECASE)
_REACH = 24
_TOOK_PART = (Status.PRESENT, Status.SUBSTITUTE)
_DECIDED = frozenset({Outcome.ADOPTED, Outcome.APPROVED, Outcome.RECOMMENDED, Outcome.SENT_ON, Outcome.REJECTED})


@dataclass(frozen=True, slots=True)
class Unanimity:
    """That a decision says it was unanimous: the words as printed and the lines of the decision."""

    words: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class DerivedVoters:
    """Who must have voted as the body did, since it was unanimous. Derived, not stated.

    `members` counts the members listed as taking part, `away` those of them that were away from this item.
    """

    names: tuple[str, ...]
    members: int
    away: int


def unanimity(decision: Decision | None) -> Unanimity | None:
    """What a decision says of being unanimous, or None. A decision that was not reached was not unanimous."""
    if decision is None or decision.outcome not in _DECIDED:
        return None
    for match in _UNANIMOUS.finditer(decision.text):
        if not _DENIED.search(decision.text[max(0, match.start() - _REACH) : match.start()]):
            return Unanimity(match[0], decision.lines)
    return None


def derived_voters(minutes: Minutes, item: Item) -> DerivedVoters | None:
    """Those who took part in the item, where its decision says that it was unanimous and names nobody.

    None where the minutes list no members, or a vote of the item already names who voted how.
    """
    if unanimity(item.decision) is None or any(vote.for_ or vote.against or vote.abstain for vote in item.votes):
        return None
    took_part = [member.name for member in minutes.members if member.status in _TOOK_PART]
    away = {_folded(name) for name in item.absent}
    names = tuple(name for name in took_part if _folded(name) not in away)
    return DerivedVoters(names, len(took_part), len(took_part) - len(names)) if names else None


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
