"""Closed items that no description of a layout knew for items, cut out of the open items they would be published in.

A line that calls itself a closed item begins one, and what stands under a closed group's heading is closed, whatever
follows: a label, plain text or nothing. A line that does nothing but say that something is closed, in the midst of an
open item, begins one too, with the numbered title above it if there is one. What is cut out lasts to the next item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pejl.minutes.case_number import is_case_line
from pejl.minutes.closing_words import BEHIND_DOORS
from pejl.minutes.document import Role
from pejl.minutes.groups import is_group_heading
from pejl.minutes.item import preamble_end
from pejl.minutes.labels import Labels
from pejl.minutes.lines import Line
from pejl.minutes.lists import is_marked_attachment
from pejl.minutes.openness import closed_title, closes_case, closes_group, is_closing_mark, numbered_title
from pejl.minutes.segments import Segment

_FARTHEST = 5
"""Numbers of items rise by little; one that leaps is a figure in the text."""

_DOORS = re.compile(rf"{BEHIND_DOORS}\W*$", re.IGNORECASE)
"""What may head a group, and may also stand right under the title of the one item that it closes."""

_ABOVE = 4
"""So many lines above one that closes an item its title may stand: a case number and the like come between."""


def with_closed_parts(lines: list[Line], segments: list[Segment], labels: Labels) -> list[Segment]:
    """The segments, with those cut in two that hold the beginning of a closed item."""
    whole: list[Segment] = []
    group: str | None = None
    for seg in segments:
        heading = lines[seg.start].text
        group = heading if is_group_heading(heading) else group or seg.group
        whole += _parts(lines, replace(seg, group=group), labels)
        group = whole[-1].group
    return _with_titles_above(lines, whole)


def _with_titles_above(lines: list[Line], segments: list[Segment]) -> list[Segment]:
    """A closed title right above the number of an item without one is that item's title, and closes it."""
    joined: list[Segment] = []
    for seg in segments:
        above = joined[-1] if joined else None
        bare = above is not None and above.title and above.number is None and above.body == above.start + 1
        if above and bare and not seg.title and not any(line.text for line in lines[above.body : seg.start]):
            joined[-1] = replace(seg, start=above.start, title=above.title, closed=above.closed or seg.closed)
        else:
            joined.append(seg)
    return joined


def _parts(lines: list[Line], seg: Segment, labels: Labels) -> Iterator[Segment]:
    """A segment and the closed items inside it, in order."""
    beginnings = list(_closed_beginnings(lines, seg, labels))
    ends = [part.start for part in beginnings] + [seg.end]
    yield replace(seg, end=ends[0], body=min(seg.body, ends[0]))
    for part, (_, end) in zip(beginnings, pairwise([*ends, seg.end]), strict=False):
        yield replace(part, end=max(end, part.body))


def _closed_beginnings(lines: list[Line], seg: Segment, labels: Labels) -> Iterator[Segment]:
    """The closed items that begin inside a segment. A mark above the first label closes the item itself."""
    labelled = seg.body + preamble_end(lines[seg.body : seg.end], labels)
    group, last, reached, role = seg.group, seg.number or 0, seg.start + 1, Role.TEXT
    for index in range(max(seg.body, seg.start + 1), seg.end):
        text = lines[index].text
        if not text:
            continue
        label = labels.of(lines[index])
        role = label.role if label else role
        if role is Role.ATTACHMENTS and is_marked_attachment(text):
            continue
        under_title = index < labelled and is_closing_mark(text) and bool(_DOORS.search(text))
        if is_group_heading(text) and not (under_title and lines[index - 1].text):
            group, last = text, -1  # numbers may begin anew under it
            first = next((lines[i].text for i in range(index + 1, seg.end) if lines[i].text), None)
            if closes_group(text) and first is not None and not _begins_closed(first, text, last):
                yield Segment(index, seg.end, index + 1, group=text, closed=True)
                reached = index + 1
        elif (found := _begins_closed(text, group, last)) is not None:
            number, title = found
            if role is Role.ATTACHMENTS and not lines[index - 1].blank:
                title = ""  # it may be the name of a closed attachment, which is not public as an item's title is
            last = number if number is not None else last
            yield Segment(index, seg.end, index + 1, number, title, group=group, closed=True)
            reached = index + 1
        elif index >= labelled and (marked := _closed_above(lines, reached, index)) is not None:
            start, number, title = marked
            last = number if number is not None else last
            yield Segment(start, seg.end, index + 1, number, title, group=group, closed=True)
            reached = index + 1


def _closed_above(lines: list[Line], first: int, index: int) -> tuple[int, int | None, str] | None:
    """Where the item begins that the line at `index` closes, with its number and title; None where it closes none.

    "Lukket" alone may stand in any table: it counts only under a title or beside a case number.
    """
    text = lines[index].text
    if not (is_closing_mark(text) or closes_case(text)):
        return None
    seen = 0
    for at in range(index - 1, first - 1, -1):
        if lines[at].blank:
            continue
        numbered = numbered_title(lines[at].text)
        if numbered and _is_title(numbered[1]) and not is_case_line(lines[at].text):
            return at, *numbered
        seen += 1
        if seen >= _ABOVE:
            break
    return (index, None, "") if closes_case(text) or " " in text.strip() else None


def _is_title(text: str) -> bool:
    """Whether words are no sentence: a title is published, and text must not be."""
    return text[:1].isupper() and not text.endswith((".", ":", ";", ","))


def _begins_closed(text: str, group: str | None, last: int) -> tuple[int | None, str] | None:
    """Number and title where the line begins a closed item: by its own words, or in a closed group by a number that
    goes on from `last` and words that are no sentence, since a title is published and text must not be.
    """
    if (closed := closed_title(text)) is not None:
        return closed
    numbered = numbered_title(text) if group is not None and closes_group(group) else None
    if numbered is None or (last >= 0 and not last < numbered[0] <= last + _FARTHEST):
        return None
    return numbered if _is_title(numbered[1]) else None
