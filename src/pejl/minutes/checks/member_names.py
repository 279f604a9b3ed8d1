"""Names that are nearly another's: a voter's beside a member's, and one person spelled in two ways.

Two spellings may be two persons. So a name counts as nearly another's only where both have as many words, all but one
of them alike, and that one begins with the same letter and sounds much the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import partial

from pejl.minutes.checks.flag import Certainty, Flag, FlagKind, look_at
from pejl.minutes.checks.roster import capital_names, roster_of
from pejl.minutes.document import Item, Lines, Minutes, Role
from pejl.minutes.passages import passages
from pejl.minutes.people import looks_like_name
from pejl.minutes.spelling import member_meant

_flag = partial(look_at, FlagKind.PEOPLE)

_NEAR_WORD = 0.6
_MOST_NAMES = 150


def nearly_members(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Names in votes, motions and absences that are plainly a member's, spelled otherwise."""
    roster = roster_of(minutes)
    listed = roster.names if roster else [member.name for member in minutes.members]
    printed: dict[str, tuple[str, Lines]] = {}
    for vote in item.votes:
        printed |= {name: (member, vote.lines) for member, name in vote.spelled.items()}
        for name in (*vote.for_, *vote.against, *vote.abstain):
            if roster and (member := shortened(name, listed)):
                printed[name] = member, vote.lines
        if vote.moved_by and (member := _meant(vote.moved_by, listed)):
            printed[vote.moved_by] = member, vote.lines
    for name in item.absent if roster else []:
        if (member := _meant(name, listed)) and item.decision:
            printed[name] = member, item.decision.lines
    for remark in item.decision.remarks if item.decision else []:
        if remark.by and (member := _meant(remark.by, listed)):
            printed[remark.by] = member, Lines(first=remark.line, last=remark.line)
    for name, (member, lines) in printed.items():
        among = "på mødets liste" if member in listed and roster else "andre steder"
        yield _flag(
            "member-name",
            f"»{name}« hedder {member} {among}.",
            name,
            member,
            _where(item, name) or [lines],
            Certainty.LIKELY,
        )


def spelled_two_ways(minutes: Minutes) -> Iterator[Flag]:
    """Persons without a place on the head's list whose name stands in two spellings in the document."""
    roster = roster_of(minutes)
    found = {name: place for name, place in _named(minutes).items() if roster is None or not _meant(name, roster.names)}
    names = sorted(found, key=lambda name: found[name].first)
    if len(names) > _MOST_NAMES:
        return
    for place, name in enumerate(names):
        for other in names[:place]:
            if nearly(name, other):
                yield _two_ways(other, name, [found[other], found[name]])


def participants_in_text(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Participants whose name the text of the item spells otherwise than their list does."""
    listed = {person.name for person in item.participants} | {member.name for member in minutes.members}
    told = [each for each in passages(item) if each.role not in {Role.PARTICIPANTS, Role.ATTACHMENTS}]
    for person in item.participants:
        words = len(person.name.split())
        for passage in told if words > 1 else []:
            for printed in _runs(passage.text, words):
                if printed not in listed and nearly(printed, person.name):
                    places = [passage.lines, Lines(first=person.line, last=person.line)]
                    yield _two_ways(printed, person.name, places)
                    return


def shortened(name: str, members: list[str]) -> str | None:
    """The one member whose first and last name these are, with a middle name less or more; None for a member's own."""
    words = name.split()
    if name in members or len(words) < 2:
        return None
    meant = [
        member
        for member in members
        if len(member.split()) != len(words) and (member.split()[0], member.split()[-1]) == (words[0], words[-1])
    ]
    return meant[0] if len(meant) == 1 else None


def nearly(one: str, other: str) -> bool:
    """Whether two names are one but for the spelling of one word.

    >>> nearly("Mikael Berg Holm", "Michael Berg Holm"), nearly("Lars Hansen", "Lars Jansen")
    (True, False)
    """
    mine, its = one.split(), other.split()
    if len(mine) != len(its) or len(mine) < 2:
        return False
    differing = [(a.casefold(), b.casefold()) for a, b in zip(mine, its, strict=True) if a.casefold() != b.casefold()]
    if len(differing) != 1 or min(len(differing[0][0]), len(differing[0][1])) < 3:
        return False
    first, second = differing[0]
    return first[0] == second[0] and SequenceMatcher(None, first, second).ratio() >= _NEAR_WORD


def _meant(name: str, members: list[str]) -> str | None:
    """The member whose name it nearly is; None for a member's own, and for what is no person's name."""
    return member_meant(name, members) if looks_like_name(name) else None


def _named(minutes: Minutes) -> dict[str, Lines]:
    """The persons whom the items name where names stand, each with the first place of that spelling."""
    found: dict[str, Lines] = {}
    listed = {member.name for member in minutes.members if member.line is not None}
    for item in minutes.items:
        if item.closed:
            continue
        for person in item.participants:
            found.setdefault(person.name, Lines(first=person.line, last=person.line))
        for vote in item.votes:
            for name in (*vote.for_, *vote.against, *vote.abstain):
                found.setdefault(vote.spelled.get(name, name), vote.lines)
        for name in item.absent if item.decision else []:
            found.setdefault(name, item.decision.lines if item.decision else item.lines)
    spelled = {name for item in minutes.items for vote in item.votes for name in vote.spelled.values()}
    return {name: place for name, place in found.items() if name not in listed | spelled and looks_like_name(name)}


def _runs(text: str, words: int) -> Iterator[str]:
    """Every run of so many words on end that begin with a capital."""
    for run in capital_names(text):
        names = run.split()
        for start in range(len(names) - words + 1):
            yield " ".join(names[start : start + words])


def _two_ways(one: str, other: str, places: list[Lines]) -> Flag:
    return _flag(
        "name-two-ways",
        f"»{one}« og »{other}« ligner ét navn, stavet på to måder.",
        one,
        other,
        sorted(places, key=lambda lines: lines.first),
        Certainty.POSSIBLE,
    )


def _where(item: Item, name: str) -> list[Lines]:
    """The paragraphs of the decision that hold the name as printed."""
    told = [passage for passage in passages(item) if passage.role in {Role.DECISION, Role.ABSENT}]
    return [passage.lines for passage in told if name in passage.text]
