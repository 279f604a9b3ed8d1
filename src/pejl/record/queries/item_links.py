"""An item with where it points, what points at it, who must have voted for it, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.minutes.checks.flag import Flag
from pejl.minutes.derived import DerivedVoters, Unanimity, derived_voters, unanimity
from pejl.minutes.document import Minutes
from pejl.record.models import Item
from pejl.record.queries.catalogue import Place, item_at
from pejl.record.queries.flags import flags_of
from pejl.record.queries.pointers import Resolved, pointers_to, resolve


@dataclass(frozen=True)
class ItemLinks:
    """An item and what the record makes of it. Nothing of a closed item but itself."""

    item: Item
    points_at: tuple[Resolved, ...]
    named_in: tuple[Resolved, ...]
    unanimity: Unanimity | None
    derived: DerivedVoters | None
    flags: tuple[Flag, ...]


def item_with_links(place: Place, slug: str) -> ItemLinks | None:
    """The item at an address, or None."""
    item = item_at(place, slug)
    if item is None:
        return None
    if item.closed:
        return ItemLinks(item, (), (), None, None, ())
    minutes = Minutes.model_validate(item.document.content)
    read = minutes.items[item.position - 1]
    return ItemLinks(
        item=item,
        points_at=tuple(resolve(item, item.pointers.all())),
        named_in=tuple(pointers_to(item)),
        unanimity=unanimity(read.decision),
        derived=derived_voters(minutes, read),
        flags=tuple(flags_of(minutes, item.position, item.meeting)),
    )
