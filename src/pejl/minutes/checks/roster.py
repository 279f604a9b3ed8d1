"""Who the head says was there: what votes and absences are held against."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.minutes.document import Item, Member, Minutes, Role, Status
from pejl.minutes.passages import passages

_FEWEST = 3
"""A head that names fewer lists somebody, not the body."""

_CAME_AND_WENT = re.compile(
    r"\b(?:ankom|kom|mødte|forlod|forlader|gik|deltog|deltager|til\sstede|udgik|inhabil\w*|trådte|erstatte\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Roster:
    """The members that the head lists, and the substitutes that votes name. Nothing is known where it lists nobody."""

    members: tuple[Member, ...]
    substitutes: frozenset[str]

    @property
    def names(self) -> list[str]:
        """The listed members, the absent ones too."""
        return [member.name for member in self.members]

    @property
    def present(self) -> list[str]:
        """Those who took part, with substitutes who are only named as they vote."""
        took_part = [member.name for member in self.members if member.status is not Status.ABSENT]
        return took_part + sorted(self.substitutes - set(self.names))

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


def came_or_went(minutes: Minutes, item: Item, name: str) -> bool:
    """Whether the head, or the item's decision, says that the person came, went, or took no part for a time."""
    told = [line.text for line in minutes.head]
    told += [passage.text for passage in passages(item) if passage.role in {Role.DECISION, Role.ABSENT}]
    told += [line.text for line in minutes.unread]
    return any(name in text and _CAME_AND_WENT.search(text) for text in told)
