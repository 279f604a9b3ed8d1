"""Names in votes and absences tied to the members that they plainly are, though spelled otherwise.

Tied only where one member alone is that near, and no member bears the printed name. How it was printed is kept.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from pejl.minutes.document import Item, Member, Vote

_NEAR = 0.86


def member_meant(printed: str, members: list[str]) -> str | None:
    """The one member whose name `printed` is nearly, or None when it is a member's own or no one's.

    >>> member_meant("Mikael Berg Holm", ["Michael Berg Holm", "Anne Holm"])
    'Michael Berg Holm'
    """
    if printed in members:
        return None
    near = [name for name in members if _alike(printed, name)]
    return near[0] if len(near) == 1 else None


def tied_to_members(item: Item, members: list[Member]) -> Item:
    """The item with its voters under their members' names. Absent persons stay as printed: they are on no list to tie
    to when the head has none.
    """
    names = [member.name for member in members]
    votes = [_tied(vote, names) for vote in item.votes]
    return item.model_copy(update={"votes": votes}) if votes != item.votes else item


def _tied(vote: Vote, members: list[str]) -> Vote:
    sides = {"for_": vote.for_, "against": vote.against, "abstain": vote.abstain, "substitutes": vote.substitutes}
    meant = {name: member for side in sides.values() for name in side if (member := member_meant(name, members))}
    if not meant:
        return vote
    tied = {side: [meant.get(name, name) for name in names] for side, names in sides.items()}
    return vote.model_copy(update={**tied, "spelled": {member: name for name, member in meant.items()}})


def _alike(printed: str, name: str) -> bool:
    """Nearly the same letters, and the same number of words: "Anne Holm" is not "Anne Berg Holm"."""
    if len(printed.split()) != len(name.split()):
        return False
    return SequenceMatcher(None, printed.casefold(), name.casefold()).ratio() >= _NEAR
