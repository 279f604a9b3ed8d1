"""Parties in a vote against those that the head's members bear."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.roster import roster_of
from pejl.minutes.document import Item, Minutes, Status, Vote

_LETTER = re.compile(r"[A-ZÆØÅ]{1,2}")
_SPLIT = re.compile(
    r"[A-ZÆØÅ]\s?\([0-9]|[0-9]\s[A-ZÆØÅ]{1,2}\b|\b(?:medlem\w*|delt\w*|dele\w*|resten|øvrige|undtagen|bortset|deler)\b",
    re.IGNORECASE,
)
"""What tells that a party did not vote as one."""
_MOST_WITHOUT_PARTY = 4
"""One member in so many may be outside any party; where more lack a letter, the head does not tell parties."""


def party_seats(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """A party that no member bears, more votes than a side's parties have members who were there, one on two sides."""
    seats = _seats(minutes, item)
    for vote in item.votes if seats else ():
        yield from _two_sides(vote, seats)
        for word, letters, stated in _sides(vote):
            strange = [letter for letter in letters if letter not in seats]
            if strange:
                yield _flag(
                    "party-unknown",
                    f"Parti {strange[0]} stemmer, men ingen af mødets medlemmer er fra {strange[0]}.",
                    strange[0],
                    ", ".join(sorted(seats)),
                    vote,
                    Certainty.LIKELY,
                )
            elif stated is not None and letters and stated > sum(seats[letter] for letter in letters):
                held = sum(seats[letter] for letter in letters)
                yield _flag(
                    "party-seats",
                    f"Der er {stated} stemmer {word} fra {', '.join(letters)}, som har {held} medlemmer på mødet.",
                    f"{stated} stemmer",
                    f"{held} medlemmer",
                    vote,
                    Certainty.LIKELY,
                )


def _two_sides(vote: Vote, seats: Counter[str]) -> Iterator[Flag]:
    """A party that votes on two sides as a whole: with one member it cannot, with more the text would tell how."""
    sides = list(_sides(vote))
    for letter in dict.fromkeys(letter for _, letters, _ in sides for letter in letters):
        of_it = [(letters, stated) for _, letters, stated in sides if letter in letters]
        on = [word for word, letters, _ in sides if letter in letters]
        fewer = any(stated is not None and stated < sum(seats[one] for one in letters) for letters, stated in of_it)
        if len(on) > 1 and letter in seats and not fewer and not _SPLIT.search(vote.text):
            yield _flag(
                "party-two-sides",
                f"Parti {letter} står på to sider i samme afstemning: {' og '.join(on)}.",
                f"{letter}: {' og '.join(on)}",
                "én side",
                vote,
                Certainty.LIKELY if seats[letter] == 1 else Certainty.POSSIBLE,
            )


def _seats(minutes: Minutes, item: Item) -> Counter[str]:
    """How many members of each party could vote on the item; empty where the head does not tell parties by letter."""
    roster = roster_of(minutes)
    if roster is None:
        return Counter()
    without = [member for member in roster.members if not member.party or not _LETTER.fullmatch(member.party)]
    if _MOST_WITHOUT_PARTY * len(without) > len(roster.members):
        return Counter()
    seats: Counter[str] = Counter()
    for member in roster.members:
        if member.party:
            seats[member.party] += member.status is not Status.ABSENT
    if roster.substitutes - set(roster.names):
        return Counter()  # a substitute whose party is not told may be of any
    return seats


def _sides(vote: Vote) -> Iterator[tuple[str, list[str], int | None]]:
    """Each side's parties, where all of them are letters and no person is named beside them, and its stated count."""
    if vote.parties is None:
        return
    stated = vote.stated
    for word, letters, names, count in (
        ("for", vote.parties.for_, vote.for_, stated.for_ if stated else None),
        ("imod", vote.parties.against, vote.against, stated.against if stated else None),
        ("hverken for eller imod", vote.parties.abstain, vote.abstain, stated.abstain if stated else None),
    ):
        if letters and not names and all(_LETTER.fullmatch(letter) for letter in letters):
            yield word, letters, count


def _flag(rule: str, sentence: str, stated: str, computed: str, vote: Vote, certainty: Certainty) -> Flag:
    return Flag(
        kind=FlagKind.PEOPLE,
        rule=rule,
        sentence=LEAD_IN + sentence,
        stated=stated,
        computed=computed,
        certainty=certainty,
        lines=[vote.lines],
    )
