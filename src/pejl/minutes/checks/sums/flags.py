"""What is told of an item's running text where its figures do not follow from each other."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.sums.figures import Told
from pejl.minutes.checks.sums.parts import parts_of_a_whole
from pejl.minutes.checks.sums.totals import totals
from pejl.minutes.document import Item, Minutes
from pejl.minutes.passages import passages

IN_A_PASSAGE = (totals, parts_of_a_whole)
"""Rules that look at one passage by itself."""


def sums_in_text(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """The figures of the item's text that do not follow from the figures beside them."""
    for passage in passages(item):
        told = Told(passage)
        if len(told.figures) > 1:
            for rule in IN_A_PASSAGE:
                yield from rule(told)
