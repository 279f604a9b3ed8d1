"""What of an item somebody should look at, as its page and the API show it."""

from __future__ import annotations

from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.run import check_item
from pejl.minutes.document import Minutes
from pejl.record.queries.known_meetings import KnownMeetings, named_days


def flags_of(minutes: Minutes, place: int, municipality: int) -> list[Flag]:
    """The flags of the item at `place`, from 1, held against what the record knows. Nothing of a closed item."""
    item = minutes.items[place - 1]
    if item.closed:
        return []
    return check_item(minutes, place, KnownMeetings(municipality, named_days(minutes, [item])))
