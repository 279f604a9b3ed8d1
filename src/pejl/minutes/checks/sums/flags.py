"""What is told of an item's running text where its figures do not follow from each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.sums.amounts import stated
from pejl.minutes.checks.sums.beside_tables import beside_tables
from pejl.minutes.checks.sums.budgets import budgets
from pejl.minutes.checks.sums.changes import changes
from pejl.minutes.checks.sums.clauses import clauses
from pejl.minutes.checks.sums.listed import listed
from pejl.minutes.checks.sums.lists import lists
from pejl.minutes.checks.sums.named import named
from pejl.minutes.checks.sums.parts import parts_of_a_whole
from pejl.minutes.checks.sums.products import products
from pejl.minutes.checks.sums.rest import rests
from pejl.minutes.checks.sums.restated import restated
from pejl.minutes.checks.sums.totals import totals
from pejl.minutes.checks.sums.years import years_beside_tables
from pejl.minutes.checks.tables.flags import sums_in_tables
from pejl.minutes.document import Item, Minutes

IN_A_PASSAGE = (totals, products, parts_of_a_whole, rests, changes, budgets)
"""Rules that look at one passage by itself."""

ACROSS_THE_ITEM = (clauses, years_beside_tables, beside_tables, restated, named)
"""Rules that look at all that the item states. What another rule has told of is not told again."""

_MOST = 50
"""More flags than this of one rule say that the item is no text a person wrote."""


def sums_in_text(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """The figures of the item's text that do not follow from the figures beside them, each told of once."""
    found = stated(item)
    told = [flag for read in found.read if len(read.figures) > 1 for rule in IN_A_PASSAGE for flag in rule(read)]
    told += (*lists(found.read), *listed(found.read))
    yield from told
    told += sums_in_tables(minutes, item) if found.texts else []
    for rule in ACROSS_THE_ITEM:
        for flag in islice(rule(found), _MOST):
            if not any(_tells_the_same(flag, other) for other in told):
                told.append(flag)
                yield flag


def _tells_the_same(flag: Flag, other: Flag) -> bool:
    """Whether both point at one line and one of their figures is the same."""
    lines = {number for each in other.lines for number in (each.first, each.last)}
    meet = any(each.first in lines or each.last in lines for each in flag.lines)
    return meet and bool(
        {_figure(flag.stated), _figure(flag.computed)} & {_figure(other.stated), _figure(other.computed)}
    )


def _figure(text: str) -> str:
    return text.removesuffix(" kr.")
