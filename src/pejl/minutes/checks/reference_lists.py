"""The references of the running text against the item's own list of related treatments.

The two are written apart, and a slip in one of them leaves a pair: a reference that only the text has, and one that
only the list has, alike but for the item, or but for one slip in the day. Where the text makes the reference more than
once and only one of them slipped, the list has its pair already: then the two differ in the day and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pejl.minutes.checks.slips import one_slip_apart
from pejl.minutes.document import Item, Reference
from pejl.minutes.keys import body_key


def differing_pairs(item: Item, own_body: str | None) -> Iterator[tuple[Reference, Reference]]:
    """Pairs of one reference in the text and one in the list that differ by one slip. Each is in one pair at most.

    An item that lists nothing has nothing to differ from.
    """
    in_text = _dated(item.references)
    in_list = _dated(item.related)
    only_text = [each for each in in_text if not any(_same(each, other, own_body) for other in in_list)]
    only_list = [each for each in in_list if not any(_same(each, other, own_body) for other in in_text)]
    taken: set[int] = set()
    for one in only_text:
        near = [
            place
            for place, other in enumerate(only_list)
            if place not in taken and _body(one, own_body) == _body(other, own_body) and _slip(one, other)
        ]
        if len(near) == 1:
            taken.add(near[0])
            yield one, only_list[near[0]]
        elif not near:
            again = [other for other in in_list if _same_but_for_day(one, other, own_body)]
            yield from [(one, again[0])] if len(again) == 1 else []


def told_again(item: Item, own_body: str | None) -> Iterator[tuple[Reference, Reference]]:
    """Pairs of references in the text of one body and day but two items, of which the list has only the second."""
    in_text, in_list = _dated(item.references), _dated(item.related)
    known = [each for each in in_text if any(_same(each, other, own_body) for other in in_list)]
    for one in in_text if in_list else ():
        if any(_same(one, other, own_body) for other in in_list):
            continue
        same_day = [
            other for other in known if other.date == one.date and _body(other, own_body) == _body(one, own_body)
        ]
        if len({other.item for other in same_day}) == 1:
            yield one, same_day[0]


def _dated(references: Sequence[Reference]) -> list[Reference]:
    return [each for each in references if each.date is not None and each.item is not None and not each.same_meeting]


def _same(one: Reference, other: Reference, own_body: str | None) -> bool:
    return (one.date, one.item) == (other.date, other.item) and _body(one, own_body) == _body(other, own_body)


def _body(reference: Reference, own_body: str | None) -> str:
    return body_key(reference.body or own_body or "")


def _same_but_for_day(one: Reference, other: Reference, own_body: str | None) -> bool:
    """The same item of the same body, and a day that is one slip off."""
    if one.date is None or other.date is None or one.item != other.item:
        return False
    return _body(one, own_body) == _body(other, own_body) and one_slip_apart(one.date, other.date)


def _slip(one: Reference, other: Reference) -> bool:
    """Alike but for the item, or but for one slip in the day."""
    if one.date is None or other.date is None:
        return False
    return one.date == other.date or (one.item == other.item and one_slip_apart(one.date, other.date))
