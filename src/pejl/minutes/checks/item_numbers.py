"""The run of the items' own numbers: one that is missing, one that comes twice.

Numbers may run over the whole term, and begin anew in each group; a case that was moved keeps its number. So only a run
that is otherwise unbroken is judged. Many municipalities leave closed items out of what they publish: where a document
shows none, a missing number may be one of those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from pejl.calendar.rows import in_a_row
from pejl.minutes.checks.flag import Certainty, Flag, FlagKind, look_at
from pejl.minutes.checks.numbers_missing import MOST_MISSING
from pejl.minutes.document import Item, Lines, Minutes

_flag = partial(look_at, FlagKind.NUMBERING, "item-numbers")

_SHORTEST_RUN = 3
_HEADED = re.compile(r"(?:dagsordens)?(?:punkt|pkt\.?|sag nr\.?)\s*(?P<number>[0-9]{1,4})\s*[:.)]", re.IGNORECASE)


def run_of_items(minutes: Minutes) -> Iterator[Flag]:
    """Items whose number does not follow the one before."""
    yield from _headed_again(minutes)
    numbered = [(int(item.label), item) for item in minutes.items if item.label and item.label.isdigit()]
    steps = [(one, other) for one, other in pairwise(numbered) if not _begins_anew(one, other)]
    odd = [(one, other) for one, other in steps if other[0] != one[0] + 1]
    if len(numbered) < max(_SHORTEST_RUN, len(minutes.items)) or len(odd) > 1:
        return
    for (before, upper), (after, lower) in odd:
        lines = [Lines(first=item.lines.first, last=item.lines.first) for item in (upper, lower)]
        if after == before:
            yield _flag(f"Punkt {after} står to gange.", f"to punkter {after}", f"punkt {after + 1}", lines)
        elif before < after <= before + 1 + MOST_MISSING and not _elsewhere(minutes, range(before + 1, after)):
            missing = list(range(before + 1, after))
            shows_closed = any(item.closed for item in minutes.items)
            reason = "" if shows_closed else " Det kan være et lukket punkt, som er udeladt."
            yield _flag(
                f"Punkterne springer fra {before} til {after}; punkt {in_a_row(missing)} mangler.{reason}",
                f"punkt {before} og {after}",
                f"punkt {in_a_row(missing)} mangler",
                lines,
                Certainty.LIKELY if shows_closed else Certainty.POSSIBLE,
            )


def _headed_again(minutes: Minutes) -> Iterator[Flag]:
    """Items in which a heading bears the item's own number once more: the number was given to two items."""
    for item in minutes.items:
        for section in item.sections if not item.closed else ():
            again = _HEADED.match(section.heading or "")
            if again and again["number"] == item.label and any(_HEADED.match(line.text) for line in item.heading):
                places = [item.lines.first, section.lines.first]
                yield _flag(
                    f"Punkt {item.label} står to gange.",
                    f"to punkter {item.label}",
                    "ét",
                    [Lines(first=line, last=line) for line in places],
                )


def _begins_anew(one: tuple[int, Item], other: tuple[int, Item]) -> bool:
    """Whether the numbers begin anew: in another group, or at 1."""
    return one[1].group != other[1].group or (other[0] == 1 and one[0] > 1)


def _elsewhere(minutes: Minutes, missing: range) -> bool:
    """Whether a number that is missing here stands on an item elsewhere in the document."""
    return any(item.label == str(number) for item in minutes.items for number in missing)
