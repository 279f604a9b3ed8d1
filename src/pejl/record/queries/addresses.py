"""Where things of the record are found, as commands, acts and the search index name them: municipality/body/day/item.

The site's own addresses begin with the same words; `web.record.addresses` makes those.
"""

from __future__ import annotations

from pejl.record.models import Item, Meeting


def meeting_address(meeting: Meeting) -> str:
    """The meeting's address: "fjordby-kommune/beskaeftigelsesudvalg/2026-03-11"."""
    return "/".join((meeting.body.municipality.slug, meeting.body.slug, meeting.slug))


def item_address(item: Item) -> str:
    """The item's address: "fjordby-kommune/beskaeftigelsesudvalg/2026-03-11/punkt-3"."""
    return f"{meeting_address(item.meeting)}/{item.slug}"
