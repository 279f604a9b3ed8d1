"""Who the head says was there: what votes and absences are held against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.minutes.document import Item, Member, Minutes, Role, Status
from pejl.minutes.passages import passages

_FEWEST = 3
"""A head that names fewer lists somebody, not the body."""

_READ_AS_LISTS = frozenset({"members", "absent"})
_SUBSTITUTE = re.compile(r"\b(?:1\.\s)?(?:stedfortræder|stedf|stedef|suppleant|suppl)", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-ZÆØÅÄÖÜÉ][\w'’-]*(?:[ \u00a0][A-ZÆØÅÄÖÜÉ][\w'’-]*\.?)+")
_CAME_AND_WENT = re.compile(
    r"\b(?:ankom|kom|mødte|forlod|forlader|gik|deltog|deltager|til\sstede|udgik|inhabil\w*|trådte|erstatte\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Roster:
    """The members that the head lists, and the substitutes that it or a vote marks as such."""

    members: tuple[Member, ...]
    substitutes: frozenset[str]

    @property
    def names(self) -> list[str]:
        """The listed members, the absent ones too."""
        return [member.name for member in self.members]

    @property
    def present(self) -> list[str]:
        """Those listed who took part."""
        return [member.name for member in self.members if member.status is not Status.ABSENT]

    def knows(self, name: str) -> bool:
        """Whether the name is a listed member's, or a substitute's."""
        return name in self.substitutes or any(member.name == name for member in self.members)

    def was_absent(self, name: str) -> bool:
        """Whether the head lists the person as absent from the meeting."""
        return any(member.name == name and member.status is Status.ABSENT for member in self.members)


def roster_of(minutes: Minutes) -> Roster | None:
    """The head's list of members, or None where it lists too few to be the body."""
    listed = tuple(member for member in minutes.members if member.line is not None)
    if sum(1 for member in listed if member.status is not Status.ABSENT) < _FEWEST:
        return None
    named = {member.name for member in minutes.members if member.status is Status.SUBSTITUTE}
    voting = {name for item in minutes.items for vote in item.votes for name in vote.substitutes}
    return Roster(listed, frozenset(named | voting))


def told_of_substitutes(minutes: Minutes) -> set[str]:
    """Everybody named in a text that speaks of substitutes: those who stood in, and those for whom."""
    told = [line.text for line in (*minutes.head, *minutes.unread) if line.field not in _READ_AS_LISTS]
    told += [text for item in minutes.items for text in _decided(item)]
    return {name for text in told if _SUBSTITUTE.search(text) for name in capital_names(text)}


def capital_names(text: str) -> list[str]:
    """Runs of two words or more that begin with a capital, as names do."""
    return [" ".join(run.split()).rstrip(".") for run in _CAPITALS.findall(text)]


def came_or_went(minutes: Minutes, item: Item, name: str) -> bool:
    """Whether the head, or the item's decision, says that the person came, went, or took no part for a time."""
    told = (*(line.text for line in (*minutes.head, *minutes.unread)), *_decided(item))
    return any(name in text and _CAME_AND_WENT.search(text) for text in told)


def _decided(item: Item) -> Iterator[str]:
    yield from (passage.text for passage in passages(item) if passage.role in {Role.DECISION, Role.ABSENT})
