"""Items that the agenda closed and the minutes of the same meeting hold in the open: a body may have opened them.

The flag tells the item's own number and nothing of what the agenda says of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pejl.minutes.checks.flag import Certainty, Flag, FlagKind, look_at
from pejl.minutes.document import Item, Kind, Minutes
from pejl.minutes.keys import case_key, item_key

RULE = "closed-on-agenda"


@dataclass(frozen=True, slots=True)
class Announced:
    """An item as an agenda announces it: its number as shown, its title and its case number folded, "" where none."""

    label: str
    title: str
    case: str
    closed: bool

    @classmethod
    def of(cls, item: Item) -> Announced:
        """What is needed of an item to tell it again in the minutes."""
        case = case_key(item.case_number.raw) if item.case_number else ""
        return cls(item.shown_number, item_key(item.title or ""), case, item.closed)


Agenda = Sequence[Announced]
"""The items of a meeting's agenda, in its order."""


def announced(items: Iterable[Item]) -> tuple[Announced, ...]:
    """An agenda's items."""
    return tuple(Announced.of(item) for item in items)


def opened_since(minutes: Minutes, item: Item, agenda: Agenda) -> Iterator[Flag]:
    """The flag of an open item of the minutes that the agenda has closed."""
    if minutes.kind is not Kind.MINUTES or not any(each.closed for each in agenda):
        return
    if _was_closed(item, minutes, agenda):
        name = f"Punkt {item.label}" if item.label else "Punktet"
        yield look_at(
            FlagKind.FORM,
            RULE,
            f"{name} er lukket på dagsordenen, men åbent i referatet. Må det offentliggøres?",
            "lukket på dagsordenen",
            "åbent i referatet",
            [item.lines],
            Certainty.POSSIBLE,
        )


def _was_closed(item: Item, minutes: Minutes, agenda: Agenda) -> bool:
    """Whether the agenda's item that this is, by title, else case number, else number, is closed there."""
    own = Announced.of(item)
    by_title = [each for each in agenda if own.title and each.title == own.title]
    same = by_title or [each for each in agenda if own.case and each.case == own.case]
    if same:
        numbered_alike = [each for each in same if each.label == own.label]
        return all(each.closed for each in numbered_alike or same)
    return bool(own.label) and any(each.closed and each.label == own.label for each in _not_found(minutes, agenda))


def _not_found(minutes: Minutes, agenda: Agenda) -> list[Announced]:
    """The agenda's items that no title or case number finds in the minutes, so that their number alone may.

    None where the minutes close as many items as the agenda: those without a name may be any of them.
    """
    there = announced(minutes.items)
    if sum(each.closed for each in there) >= sum(each.closed for each in agenda):
        return []
    known = {mark for each in there for mark in (each.title, each.case) if mark}
    return [each for each in agenda if not {each.title, each.case} & known]
