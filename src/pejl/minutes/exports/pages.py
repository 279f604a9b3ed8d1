"""Items whose words an export holds only as the text of their printed pages."""

from __future__ import annotations

from collections.abc import Sequence

from pejl.minutes.exports.layout import LaidItem
from pejl.minutes.family import Family, families
from pejl.minutes.furniture import furniture
from pejl.minutes.item import ItemReading, Setting, read_item
from pejl.minutes.lines import Line
from pejl.minutes.segments import Segment

_FAMILY = "contents-group"
"""The layout that such pages have: its furniture and labels are theirs."""


def page_furniture(lines: Sequence[Line], items: Sequence[LaidItem]) -> frozenset[int]:
    """The numbers of the lines that the pages of all items repeat: page numbers and running heads."""
    printed = [line for laid in items for line in lines[laid.pages[0] - 1 : laid.pages[1] - 1]]
    found = furniture(printed, _family()) if printed else frozenset()
    repeated = {line.text for line in printed if line.number in found}
    return frozenset(line.number for line in printed if line.text in repeated)


def read_pages(lines: list[Line], laid: LaidItem, place: int, setting: Setting) -> ItemReading:
    """The item as its printed pages tell it; what the export states as data is put in its place afterwards."""
    segment = Segment(start=laid.first - 1, end=laid.last, body=laid.pages[0] - 1, title=laid.title or "")
    return read_item(lines, segment, place, _family().labels.fresh(), setting)


def _family() -> Family:
    return next(family for family in families() if family.name == _FAMILY)
