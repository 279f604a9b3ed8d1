"""Votes against attendance and membership: who voted, how many, on which side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, partial

from pejl.minutes.checks.flag import Certainty, Flag, FlagKind, look_at
from pejl.minutes.checks.member_names import shortened
from pejl.minutes.checks.roster import Roster, came_or_went, roster_of, told_of_substitutes
from pejl.minutes.derived import unanimity
from pejl.minutes.document import Item, Minutes, Vote
from pejl.minutes.people import PARTY_NAMES

_flag = partial(look_at, FlagKind.PEOPLE)

_SIDES = ("for", "imod", "undlod")
_MOST_MISSING = 2
_CAPITAL = re.compile(r"(?<=[\w,)] )[A-ZÆØÅ][\w'’.-]+")
_NO_NAME = re.compile(
    rf"(?:{PARTY_NAMES}|Ad|For|Imod|Undlod|Formand\w*|Næstformand\w*|Borgmester\w*|Viceborgmester\w*|Liste|Enhedslisten)\b"
)
_SOMETHING_ELSE = re.compile(r"\b(?:Ad|punkt|pkt|\w*forslag\w*|at-punkt\w*)\b", re.IGNORECASE)
_THE_OTHERS = re.compile(r"\b(?:øvrige|resten|resterende|andre|alle|flere|heraf|samt)\b", re.IGNORECASE)


class _Told:
    """What the minutes as a whole tell of those who vote: looked up once, however many votes the item has."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes

    @cached_property
    def of_substitutes(self) -> set[str]:
        return told_of_substitutes(self.minutes)

    @cached_property
    def voting(self) -> set[str]:
        return {name for item in self.minutes.items for vote in item.votes for side in _sides(vote) for name in side}

    def mostly_listed(self, roster: Roster) -> bool:
        """Whether the head lists most of those who vote in these minutes."""
        return 2 * sum(roster.knows(name) for name in self.voting) >= len(self.voting)


def voters(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """What does not fit of each vote of the item."""
    roster, told = roster_of(minutes), _Told(minutes)
    mostly_listed = bool(item.votes) and roster is not None and told.mostly_listed(roster)
    yield from _unanimous_against(item)
    for vote in item.votes:
        own = [*_two_sides(vote), *_counts(vote)]
        yield from own
        yield from _absent(told, item, vote, roster)
        unknown = _unknown(told, vote, roster) if roster and mostly_listed else []
        for name in unknown:
            yield _flag(
                "voter-unknown",
                f"{name} stemmer, men står ikke blandt mødets medlemmer og nævnes ikke som stedfortræder.",
                name,
                "ikke blandt medlemmerne",
                [vote.lines],
            )
        if roster and not unknown and not own:  # a total is off because of what has been told already
            yield from _too_many(told, item, vote, roster)
            yield from _missing(told, item, vote, roster)


def _sides(vote: Vote) -> list[list[str]]:
    return [vote.for_, vote.against, vote.abstain]


def _stated(vote: Vote) -> list[int | None]:
    return [vote.stated.for_, vote.stated.against, vote.stated.abstain] if vote.stated else [None, None, None]


def _unanimous_against(item: Item) -> Iterator[Flag]:
    """A decision that calls itself unanimous though somebody voted against what it decides.

    One that tells of points one by one may be unanimous in some, and a proposal has a vote of its own.
    """
    unanimous, decision = unanimity(item.decision), item.decision
    if unanimous is None or decision is None or len(item.votes) != 1 or _SOMETHING_ELSE.search(decision.text):
        return
    (vote,) = item.votes
    stated = vote.stated.against if vote.stated else None
    if vote.on != "recommendation" or not (vote.against or stated or (vote.parties and vote.parties.against)):
        return
    yield _flag(
        "unanimous-against",
        f"Beslutningen siger »{unanimous.words}«, men nævner også stemmer imod.",
        unanimous.words,
        "stemmer imod",
        [unanimous.lines],
    )


def _two_sides(vote: Vote) -> Iterator[Flag]:
    """The same person on two sides of one vote."""
    for name in dict.fromkeys(name for side in _sides(vote) for name in side):
        on = [word for word, side in zip(_SIDES, _sides(vote), strict=True) if name in side]
        if len(on) > 1:
            yield _flag(
                "voter-two-sides",
                f"{name} står på to sider i samme afstemning: {' og '.join(on)}.",
                f"{name}: {' og '.join(on)}",
                "én side",
                [vote.lines],
            )


def _counts(vote: Vote) -> Iterator[Flag]:
    """A side whose stated count is another than the number of names beside it."""
    for word, names, stated in zip(_SIDES, _sides(vote), _stated(vote), strict=True):
        if names and stated is not None and stated != len(names) and _all_read(vote, names):
            yield _flag(
                "vote-count",
                f"Der står {stated} ({word}), men der nævnes {len(names)}: {', '.join(names)}.",
                str(stated),
                str(len(names)),
                [vote.lines],
                Certainty.CERTAIN,
            )


def _all_read(vote: Vote, names: list[str]) -> bool:
    """Whether the sentence with the names holds no other name that the reader may have missed, and no "øvrige"."""
    printed = [vote.spelled.get(name, name) for name in names]
    known = [vote.spelled.get(name, name) for side in _sides(vote) for name in side]
    for line in (line for line in vote.text.split("\n") if any(name in line for name in printed)):
        if _THE_OTHERS.search(line):
            return False
        for name in sorted(known, key=len, reverse=True):
            line = line.replace(name, "")
        if _CAPITAL.search(_NO_NAME.sub("", line)):
            return False
    return True


def _absent(told: _Told, item: Item, vote: Vote, roster: Roster | None) -> Iterator[Flag]:
    """Somebody who votes though absent from the item, or from the meeting."""
    for name in dict.fromkeys(name for side in _sides(vote) for name in side):
        away = name in item.absent or (roster is not None and roster.was_absent(name))
        if away and not came_or_went(told.minutes, item, name) and name not in told.of_substitutes:
            yield _flag(
                "voter-absent",
                f"{name} stemmer, men er nævnt som fraværende.",
                f"{name} stemmer",
                "fraværende",
                [vote.lines],
            )


def _unknown(told: _Told, vote: Vote, roster: Roster) -> list[str]:
    """Voters whom the head does not list; asked where it lists most of those who vote."""
    voting = dict.fromkeys(name for side in _sides(vote) for name in side)
    unknown = [name for name in voting if not roster.knows(name) and not shortened(name, roster.names)]
    named = told.of_substitutes if unknown else set()
    return [name for name in unknown if name not in named]


def _too_many(told: _Told, item: Item, vote: Vote, roster: Roster) -> Iterator[Flag]:
    """More votes than members who were there, with everybody who may have stood in for one."""
    cast = [max(len(names), stated or 0) for names, stated in zip(_sides(vote), _stated(vote), strict=True)]
    there = {*roster.present, *roster.substitutes} - set(item.absent)
    voting_while_absent = {name for side in _sides(vote) for name in side} - there
    if sum(cast) > len(there) + len(voting_while_absent) + len(told.of_substitutes - there):
        yield _flag(
            "votes-too-many",
            f"Der er afgivet {sum(cast)} stemmer, men kun {len(there)} medlemmer deltog.",
            f"{sum(cast)} stemmer",
            f"{len(there)} medlemmer",
            [vote.lines],
        )


def _missing(whole: _Told, item: Item, vote: Vote, roster: Roster) -> Iterator[Flag]:
    """Members whose vote is not told, where the names of both those for and those not for it are."""
    if not vote.for_ or not (vote.against or vote.abstain) or vote.parties:
        return
    told = {name for side in _sides(vote) for name in side}
    left = [
        name
        for name in roster.present
        if name not in told and name not in item.absent and not shortened(name, list(told))
    ]
    stated = [count for count in _stated(vote) if count is not None]
    if (
        not 1 <= len(left) <= min(_MOST_MISSING, len(told) // 2)
        or _THE_OTHERS.search(vote.text)
        or sum(stated) > len(told)
    ):
        return
    if not any(came_or_went(whole.minutes, item, name) for name in left) and not whole.of_substitutes & {*left}:
        yield _flag(
            "votes-missing",
            f"Afstemningen nævner {len(told)} navne, men {len(told) + len(left)} medlemmer deltog: "
            f"{' og '.join(left)} nævnes ikke.",
            f"{len(told)} stemmer",
            f"{len(told) + len(left)} medlemmer",
            [vote.lines],
            Certainty.POSSIBLE,
        )
