"""A reform as it may be shown: counts to the nearest ten, means to the nearest hundred, no group of fewer than five."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pejl.calendar.numbers import danish_count, danish_number
from pejl.casework.reform.cube import AGES, EDGES, MANY_CHILDREN, Cell, Part
from pejl.casework.reform.groups import (
    OTHERS,
    Group,
    Told,
    grouped,
    mean,
    neighbours,
    summed,
    told,
    without_few,
)
from pejl.casework.reform.households import SEVERAL, Households
from pejl.casework.reform.judgement import Judgement
from pejl.law.label import heading
from pejl.register.contract.codes import TARGET_GROUPS
from pejl.register.small_counts import FEW, Count, rounded

MOST_HOUSEHOLDS = 10
"""How many kinds of households are listed."""

_NO_WORD = {"-": "Ikke oplyst", OTHERS: "Andre, lagt sammen"}
_REASONS = {
    "oplysninger": "En oplysning, som satsen følger af, er ukendt",
    "foer": "Beløbet efter den første dags lov er ikke afklaret",
    "efter": "Beløbet efter den anden dags lov er ikke afklaret",
    "andet": "Et tillæg eller fradraget for løn kan ikke regnes",
}


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the distribution: from and to kroner a month, None where it has no outer end."""

    least: int | None
    most: int | None
    told: Told


@dataclass(frozen=True, slots=True)
class Row:
    """A group under its Danish words."""

    danish: str
    told: Told


@dataclass(frozen=True, slots=True)
class Division:
    """The losers and the gainers by one thing. `name` is a word, `danish` its heading."""

    name: str
    danish: str
    losers: tuple[Row, ...]
    gainers: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PartTold:
    """A part of the month: how many have it on either day, and what it comes to for one of them."""

    name: str
    danish: str
    had: Count
    has: Count
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Reform:
    """What a reform does, as it may be shown. `losers`, `gainers` None where they are fewer than five."""

    judgement: Judgement
    judged: Count
    unjudged: Count
    less: Count
    more: Count
    same: Count
    elsewhere: Count
    losers: Told | None
    gainers: Told | None
    bands: tuple[Band, ...]
    divisions: tuple[Division, ...]
    households: tuple[Row, ...]
    parts: tuple[PartTold, ...]
    reasons: tuple[tuple[str, Count], ...]
    lacking: tuple[tuple[str, Count], ...]


_BY: Mapping[str, tuple[str, Callable[[Cell], str]]] = {
    "maalgruppe": ("Målgruppe", lambda cell: cell.maalgruppe),
    "familie": ("Familie", lambda cell: cell.familie),
    "satsgruppe": ("Sats", lambda cell: cell.satsgruppe),
    "alder": ("Alder", lambda cell: f"{cell.alder:03}"),
}


def reform(found: Judgement) -> Reform:
    """What of a judgement may be shown."""
    losers, gainers = found.losers, found.gainers
    numbers = (_persons(each) for each in (found.cells, losers, gainers, found.same))
    judged, less, more, same = (rounded(each) for each in numbers)
    return Reform(
        found,
        judged,
        rounded(sum(found.reasons.values())),
        less,
        more,
        same,
        rounded(found.elsewhere),
        _all(losers),
        _all(gainers),
        (*_bands(losers, outer_first=True), *_bands(gainers, outer_first=False)),
        tuple(_division(name, losers, gainers) for name in _BY),
        _households(found.households),
        tuple(_part(each) for each in found.parts),
        tuple((_REASONS[name], rounded(number)) for name, number in found.reasons.items()),
        tuple((heading(name), rounded(number)) for name, number in found.lacking.items()),
    )


def _persons(cells: Sequence[Cell]) -> int:
    return sum(cell.persons for cell in cells)


def _all(cells: Sequence[Cell]) -> Told | None:
    whole = summed(("alle",), cells)
    return told(whole) if whole.persons >= FEW else None


def _bands(cells: Sequence[Cell], *, outer_first: bool) -> list[Band]:
    """The distribution from the greatest loss to the greatest gain. Small bands join the next one towards nought."""
    groups = grouped(cells, lambda cell: f"{cell.band:03}")
    kept = neighbours(groups if outer_first else groups[::-1])
    return [_band(each) for each in sorted(kept, key=lambda each: min(each.words))]


def _band(group: Group) -> Band:
    first, last = int(min(group.words)), int(max(group.words))
    return Band(EDGES[first - 1] if first else None, EDGES[last] if last < len(EDGES) else None, told(group))


def _division(name: str, losers: Sequence[Cell], gainers: Sequence[Cell]) -> Division:
    danish, word = _BY[name]
    both = (_rows(name, without_few(grouped(cells, word))) for cells in (losers, gainers))
    return Division(name, danish, *both)


def _rows(name: str, groups: Sequence[Group]) -> tuple[Row, ...]:
    return tuple(Row(_danish(name, each.words[0]), told(each)) for each in groups)


def _households(losing: Sequence[Households]) -> tuple[Row, ...]:
    """The kinds of households that lose most, each of at least five households; counts and means are of households."""
    many = sorted((each for each in losing if each.households >= FEW), key=lambda each: each.change / each.households)
    return tuple(Row(_household(each), told(_homes(each))) for each in many[:MOST_HOUSEHOLDS])


def _homes(kind: Households) -> Group:
    return Group((kind.familie,), kind.households, kind.change, kind.gross, kind.beside, kind.net)


def _household(kind: Households) -> str:
    more = " eller flere" if kind.boern == MANY_CHILDREN else ""
    children = f"{danish_count(kind.boern, 'barn', 'børn')}{more}" if kind.boern else "uden børn"
    on_it = f", {danish_number(kind.members)} på ydelsen" if kind.members > 1 else ""
    rate = "forskellige satser" if kind.satsgruppe == SEVERAL else _danish("satsgruppe", kind.satsgruppe).lower()
    return f"{_danish('familie', kind.familie)}, {children}{on_it}, {rate}"


def _danish(name: str, word: str) -> str:
    if word in _NO_WORD:
        return _NO_WORD[word]
    if name == "maalgruppe":
        return TARGET_GROUPS.get(word, word).partition(" (")[0]
    return _age(int(word)) if name == "alder" else heading(word)


def _age(begin: int) -> str:
    if begin < 0:
        return "Ikke oplyst"
    ends = {0: AGES[0], **dict(pairwise(AGES))}
    if not begin:
        return f"Under {AGES[0]} år"
    return f"{begin}-{ends[begin] - 1} år" if begin in ends else f"{begin} år og derover"


def _part(part: Part) -> PartTold:
    before, after = _each(part.before, part.had), _each(part.after, part.has)
    return PartTold(part.name, heading(part.name), rounded(part.had), rounded(part.has), before, after)


def _each(total: float, persons: int) -> int | None:
    return mean(total, persons) if persons >= FEW else None
