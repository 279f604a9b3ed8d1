"""Closed items that no description of a layout knew for items, cut out of the open items they would be published in.

A line that calls itself a closed item begins one, and what stands under a closed group's heading is closed, whatever
follows: a label, plain text or nothing. What is cut out lasts to the next item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pejl.minutes.groups import is_group_heading
from pejl.minutes.lines import Line
from pejl.minutes.openness import closed_title, closes_group, numbered_title
from pejl.minutes.segments import Segment

_FARTHEST = 5
"""Numbers of items rise by little; one that leaps is a figure in the text."""


def with_closed_parts(lines: list[Line], segments: list[Segment]) -> list[Segment]:
    """The segments, with those cut in two that hold the beginning of a closed item."""
    whole: list[Segment] = []
    group: str | None = None
    for seg in segments:
        heading = lines[seg.start].text
        group = heading if is_group_heading(heading) else group or seg.group
        whole += _parts(lines, replace(seg, group=group))
        group = whole[-1].group
    return _with_titles_above(lines, whole)


def _with_titles_above(lines: list[Line], segments: list[Segment]) -> list[Segment]:
    """A closed title right above the number of an item without one is that item's title, and closes it."""
    joined: list[Segment] = []
    for seg in segments:
        above = joined[-1] if joined else None
        bare = above is not None and above.title and above.number is None and above.body == above.start + 1
        if above and bare and not seg.title and not any(line.text for line in lines[above.body : seg.start]):
            joined[-1] = replace(seg, start=above.start, title=above.title)
        else:
            joined.append(seg)
    return joined


def _parts(lines: list[Line], seg: Segment) -> Iterator[Segment]:
    """A segment and the closed items inside it, in order."""
    beginnings = list(_closed_beginnings(lines, seg))
    ends = [part.start for part in beginnings] + [seg.end]
    yield replace(seg, end=ends[0], body=min(seg.body, ends[0]))
    for part, (_, end) in zip(beginnings, pairwise([*ends, seg.end]), strict=False):
        yield replace(part, end=max(end, part.body))


def _closed_beginnings(lines: list[Line], seg: Segment) -> Iterator[Segment]:
    group, last = seg.group, seg.number or 0
    for index in range(max(seg.body, seg.start + 1), seg.end):
        text = lines[index].text
        if not text:
            continue
        if is_group_heading(text):
            group, last = text, -1  # numbers may begin anew under it
            first = next((lines[i].text for i in range(index + 1, seg.end) if lines[i].text), None)
            if closes_group(text) and first is not None and not _begins_closed(first, text, last):
                yield Segment(index, seg.end, index + 1, group=text)
        elif (found := _begins_closed(text, group, last)) is not None:
            number, title = found
            last = number if number is not None else last
            yield Segment(index, seg.end, index + 1, number, title, group=group)


def _begins_closed(text: str, group: str | None, last: int) -> tuple[int | None, str] | None:
    """Number and title where the line begins a closed item: by its own words, or in a closed group by a number that
    goes on from `last` and words that are no sentence, since a title is published and text must not be.
    """
    if (closed := closed_title(text)) is not None:
        return closed
    numbered = numbered_title(text) if group is not None and closes_group(group) else None
    if numbered is None or (last >= 0 and not last < numbered[0] <= last + _FARTHEST):
        return None
    title = numbered[1]
    return numbered if title[:1].isupper() and not title.endswith((".", ":", ";", ",")) else None
