"""Periods that the text ends before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.reversed_periods import find_reversed_periods
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.running_text import running_text
from pejl.minutes.document import Item, Minutes


def in_item(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Stretches whose end lies before their beginning. Surer where words call them a period than where a dash does."""
    for text, lines in running_text(item):
        for period in find_reversed_periods(text):
            yield Flag(
                kind=FlagKind.DATE,
                rule="period-backwards",
                sentence=f"{LEAD_IN}Perioden »{period.text}« slutter, før den begynder.",
                stated=period.text,
                computed="slutter før sin begyndelse",
                certainty=Certainty.CERTAIN if period.led else Certainty.LIKELY,
                lines=[lines],
            )
