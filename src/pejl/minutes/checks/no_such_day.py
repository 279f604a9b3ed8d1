"""Days that the text states and no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.impossible_days import find_impossible_days
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.running_text import running_text
from pejl.minutes.document import Item, Minutes


def in_item(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Each day that its month does not have."""
    for text, lines in running_text(item):
        for day in find_impossible_days(text):
            yield Flag(
                kind=FlagKind.DATE,
                rule="no-such-day",
                sentence=f"{LEAD_IN}Datoen »{day.text}« findes ikke: måneden har kun {day.last} dage.",
                stated=day.text,
                computed=f"{day.last} dage",
                certainty=Certainty.CERTAIN,
                lines=[lines],
            )
