"""Groups of persons as they may be told: none of fewer than five, and none that can be worked out from the others.

What is smaller is put together with its neighbours, so that a table is always a whole. Counts are to the nearest ten
(`register.small_counts`) and means to the nearest hundred kroner, always, also where nothing is small: two exact ones,
of two days or of a group and a part of it, would give away the one person between them by their difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pejl.casework.reform.cube import Cell
from pejl.register.small_counts import FEW, Count, rounded

MEAN_TO = 100
"""Kroner to which a mean is rounded."""

OTHERS = "andre"
"""The word of what was put together."""


@dataclass(frozen=True, slots=True)
class Group:
    """Persons under one word or several, exactly. Kroner are the sum of a month; `net` None where not all is known."""

    words: tuple[str, ...]
    persons: int
    change: float
    gross: float
    beside: float
    net: float | None


@dataclass(frozen=True, slots=True)
class Told:
    """A group as it may be shown. `mean` and `mean_net` are kroner a person and month, `month` mean times persons."""

    words: tuple[str, ...]
    persons: Count
    mean: int
    mean_gross: int
    mean_beside: int
    mean_net: int | None

    @property
    def month(self) -> int:
        """Kroner a month for all of them, as far as the rounded numbers tell."""
        return self.mean * self.persons.nearest


def grouped(cells: Iterable[Cell], word: Callable[[Cell], str]) -> list[Group]:
    """The groups that a word makes of the cells, in the order of the words."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(word(cell), []).append(cell)
    return [summed((key,), found[key]) for key in sorted(found)]


def summed(words: tuple[str, ...], cells: Sequence[Cell]) -> Group:
    """The group of these cells."""
    persons = sum(cell.persons for cell in cells)
    known = sum(cell.net_known for cell in cells) == persons
    change, gross, beside = (sum(getattr(cell, name) for cell in cells) for name in ("change", "gross", "beside"))
    return Group(words, persons, change, gross, beside, sum(cell.net for cell in cells) if known else None)


def without_few(groups: Sequence[Group]) -> list[Group]:
    """The groups with those of fewer than five put together, and with the smallest of the others where that is needed.

    None where they are fewer than five in all.
    """
    few = [each for each in groups if each.persons < FEW]
    enough = sorted((each for each in groups if each.persons >= FEW), key=lambda each: each.persons)
    while few and sum(each.persons for each in few) < FEW and enough:
        few.append(enough.pop(0))
    together = merged(few, (OTHERS,))
    kept = [each for each in groups if each in enough]
    return kept + ([together] if together and together.persons >= FEW else [])


def neighbours(groups: Sequence[Group]) -> list[Group]:
    """The groups of an order, each of fewer than five put together with those after it, the last with those before."""
    found: list[Group] = []
    waiting: list[Group] = []
    for each in groups:
        waiting.append(each)
        if sum(one.persons for one in waiting) >= FEW:
            found.append(_joined(waiting))
            waiting = []
    if waiting and found:
        found[-1] = _joined([found[-1], *waiting])
    return found


def merged(groups: Sequence[Group], words: tuple[str, ...]) -> Group | None:
    """Several as one, under other words; None where there are none."""
    return None if not groups else Group(words, *_sums(groups))


def told(group: Group) -> Told:
    """A group of five or more as it may be shown."""
    if group.persons < FEW:
        raise ValueError("A group of fewer than five persons is not told.")
    many = group.persons
    change, gross, beside = (mean(value, many) for value in (group.change, group.gross, group.beside))
    return Told(group.words, rounded(many), change, gross, beside, None if group.net is None else mean(group.net, many))


def _joined(groups: Sequence[Group]) -> Group:
    return Group(tuple(word for each in groups for word in each.words), *_sums(groups))


def _sums(groups: Sequence[Group]) -> tuple[int, float, float, float, float | None]:
    nets = [each.net for each in groups]
    net = None if None in nets else sum(each for each in nets if each is not None)
    change, gross, beside = (sum(getattr(each, name) for each in groups) for name in ("change", "gross", "beside"))
    return sum(each.persons for each in groups), change, gross, beside, net


def mean(total: float, persons: int) -> int:
    """Kroner a person, as far as they are told."""
    return round(total / persons / MEAN_TO) * MEAN_TO
