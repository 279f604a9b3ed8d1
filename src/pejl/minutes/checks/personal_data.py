"""Personal numbers in text that is published. The flag never repeats one, not even the day it begins with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pejl.calendar.personal_numbers import find_personal_numbers, has_mask
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.document import Item, Lines, Minutes
from pejl.minutes.texts import texts_of

RULE = "cpr-number"
Text = tuple[str, Lines | None]


def in_item(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """The places of an open item where a number passes as a CPR number, or where one has been hidden."""
    yield from _flags(texts_of(item))


def beside_the_items(minutes: Minutes) -> Iterator[Flag]:
    """The same for all that is public and in no open item: the head, the contents, the titles of closed items."""
    yield from _flags(texts_of(minutes.model_copy(update={"items": []})))
    yield from _flags((item.title, item.lines) for item in minutes.items if item.closed and item.title)


def _flags(texts: Iterable[Text]) -> Iterator[Flag]:
    found: dict[tuple[int, int], bool] = {}
    for text, lines in texts:
        numbers = find_personal_numbers(text)
        if numbers or has_mask(text):
            place = (lines.first, lines.last) if lines else (0, 0)
            found[place] = found.get(place, False) or any(each.sure for each in numbers)
    for (first, last), sure in found.items():
        if not any(_within(other, (first, last)) for other in found):
            yield _flag([Lines(first=first, last=last)] if first else [], sure)


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether one place is a narrower one inside the other: the same number is told once, where it stands."""
    return inner != outer and (outer == (0, 0) or (outer[0] <= inner[0] and inner[1] <= outer[1]))


def _flag(lines: list[Lines], sure: bool) -> Flag:
    return Flag(
        kind=FlagKind.FORM,
        rule=RULE,
        sentence=f"{LEAD_IN}Her står et tal på ti cifre, som har form af et CPR-nummer. Tallet er skjult. Er det et "
        "CPR-nummer, skal filen trækkes tilbage og erstattes.",
        stated="et tal i form af et CPR-nummer",
        computed="skjult",
        certainty=Certainty.CERTAIN if sure else Certainty.LIKELY,
        lines=lines,
    )
