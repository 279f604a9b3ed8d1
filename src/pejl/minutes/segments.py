"""Where the items of a text begin, by a family's description.

Every way ends in segments: runs of lines that belong to one item. Which numbered lines begin items is told in
`starts`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pejl.minutes.case_number import is_case_line
from pejl.minutes.document import Role
from pejl.minutes.family import Family
from pejl.minutes.groups import is_group_heading
from pejl.minutes.lines import Line
from pejl.minutes.starts import Start, item_starts

_KIND_MARK = re.compile(r"\s*\((?P<kind>[BOD])\)$")


@dataclass(frozen=True)
class Segment:
    """An item's lines, as indexes into the text: `start` to `end` (not included), with what its first lines tell.

    `body` is the index from which on labels are looked for. `closed`: the item is closed, whatever its lines say.
    """

    start: int
    end: int
    body: int
    number: int | None = None
    title: str = ""
    kind: str | None = None
    group: str | None = None
    closed: bool = False


def segment(lines: list[Line], family: Family, skipped: frozenset[int]) -> list[Segment]:
    """The items' segments in their order. `skipped` are the numbers of lines that are furniture."""
    match family.how:
        case "line":
            segments = _by_start_lines(lines, family, skipped)
        case "label":
            segments = _by_labels(lines, family)
        case "titled":
            segments = _by_titles(lines, family)
        case "page":
            segments = _whole_page(lines, family)
    return _with_groups(lines, segments)


def _by_start_lines(lines: list[Line], family: Family, skipped: frozenset[int]) -> list[Segment]:
    starts = item_starts(lines, family, skipped)
    if family.title == "before":
        starts = [_title_before(lines, start) for start in starts]
    if not starts:
        return []
    ends = [start.index for start in starts[1:]] + [len(lines)]
    return _with_numbers_once(
        _with_kinds([_segment(lines, start, end, family) for start, end in zip(starts, ends, strict=True)])
    )


def _with_numbers_once(segments: list[Segment]) -> list[Segment]:
    """Titles without the item's number where most repeat it ("2. 2. Budget"): else it is part of the title."""
    repeated = [bool(seg.number and seg.title.startswith(f"{seg.number}. ")) for seg in segments]
    if 4 * sum(repeated) < 3 * len(segments) or len(segments) < 2:
        return segments
    return [
        replace(seg, title=seg.title.removeprefix(f"{seg.number}. ").strip()) if again else seg
        for seg, again in zip(segments, repeated, strict=True)
    ]


def _with_kinds(segments: list[Segment]) -> list[Segment]:
    """The marks (B), (O), (D) taken off titles, where most titles bear one: else it is a party's letter."""
    marked = [_KIND_MARK.search(seg.title) for seg in segments]
    if 2 * sum(bool(mark) for mark in marked) < len(segments) or len(segments) < 2:
        return segments
    return [
        replace(seg, title=seg.title[: mark.start()], kind=seg.kind or mark["kind"]) if mark else seg
        for seg, mark in zip(segments, marked, strict=True)
    ]


def _title_before(lines: list[Line], start: Start) -> Start:
    index = start.index - 1
    while index >= 0 and lines[index].blank:
        index -= 1
    return replace(start, index=index, title=lines[index].text) if index >= 0 else start


def _segment(lines: list[Line], start: Start, end: int, family: Family) -> Segment:
    title, body = start.title, start.index + 1
    if family.title == "before":
        body = next(i for i in range(start.index + 1, end + 1) if i == end or family.start[0].match(lines[i].text)) + 1
    elif not title and family.title in {"here", "after"}:
        title, body = _title_after(lines, body, end, family)
        title, body = _wrapped_title(lines, title, body, end, family)
    else:
        title, body = _wrapped_title(lines, title, body, end, family)
    return Segment(start.index, end, min(body, end), start.number, title, start.kind)


def _title_after(lines: list[Line], index: int, end: int, family: Family) -> tuple[str, int]:
    for at in range(index, end):
        line = lines[at]
        if line.blank:
            continue
        if family.labels.of(line) or is_case_line(line.text):
            return "", index
        if any(pattern.match(line.text) for pattern in family.start):
            continue
        return line.text, at + 1
    return "", index


def _wrapped_title(lines: list[Line], title: str, index: int, end: int, family: Family) -> tuple[str, int]:
    """A title that runs on over the next line, and one that is printed a second time."""
    while index < end and not lines[index].blank and title:
        line = lines[index]
        runs_on = line.text[:1].islower() and not family.labels.of(line) and not is_case_line(line.text)
        if not runs_on or line.bullet or len(title) > 400:
            break
        title, index = f"{title} {line.text}", index + 1
    following = next((i for i in range(index, min(end, index + 4)) if not lines[i].blank), None)
    repeated = following is not None and title and lines[following].text.casefold() == title.casefold()
    return title, following + 1 if repeated and following is not None else index


def _by_labels(lines: list[Line], family: Family) -> list[Segment]:
    starts: list[int] = []
    seen: set[str] = set()
    decided = False
    for index, line in enumerate(lines):
        label = family.labels.of(line)
        if label is None:
            continue
        heading = label.heading.casefold()
        if heading in family.opens and (not starts or (decided and heading in seen)):
            starts.append(index)
            seen, decided = set(), False
        if starts:
            seen.add(heading)
            decided = decided or label.role is Role.DECISION
    ends = [*starts[1:], len(lines)] if starts else []
    return [Segment(start, end, start) for start, end in zip(starts, ends, strict=True)]


def _by_titles(lines: list[Line], family: Family) -> list[Segment]:
    starts: list[int] = []
    decided = False
    for index, line in enumerate(lines):
        label = family.labels.of(line)
        if label is None:
            continue
        title = _bare_line_before(lines, index, family)
        if label.heading.casefold() in family.opens and title is not None and (not starts or decided):
            starts.append(title)
            decided = False
        if starts:
            decided = decided or label.role is Role.DECISION
    ends = [*starts[1:], len(lines)] if starts else []
    return [Segment(start, end, start + 1, title=lines[start].text) for start, end in zip(starts, ends, strict=True)]


def _bare_line_before(lines: list[Line], index: int, family: Family) -> int | None:
    """The index of a line that may be a title: alone in its paragraph, without a stop, and no label."""
    at = index - 1
    while at >= 0 and lines[at].blank:
        at -= 1
    if at < 0 or lines[at].text.endswith((".", ":", ";", ",")) or len(lines[at].text) > 200:
        return None
    alone = at == 0 or lines[at - 1].blank or lines[at - 1].indent != lines[at].indent
    plain = family.labels.of(lines[at]) is None and not is_case_line(lines[at].text)
    return at if alone and plain else None


def _whole_page(lines: list[Line], family: Family) -> list[Segment]:
    """The one item of a page: it begins at the line above the first label or paragraph that the head does not take."""
    first_label = next((i for i, line in enumerate(lines) if family.labels.of(line)), None)
    if first_label is None:
        return []
    start = next((i for i in range(first_label) if not lines[i].blank and not _is_head(lines[i])), first_label)
    if start == first_label:
        return [Segment(first_label, len(lines), first_label)]
    return [Segment(start, len(lines), start + 1, title=lines[start].text)]


_HEAD = re.compile(
    r"^(?:Mødedato|Mødested|Mødetid|Dato|Sted|Tidspunkt|Udvalg|Referat|Dagsorden|REFERAT|DAGSORDEN|Deltagere|Tilstede|Afbud|Vælg|Transkript)\b"
)


def _is_head(line: Line) -> bool:
    return bool(_HEAD.match(line.text))


def _with_groups(lines: list[Line], segments: list[Segment]) -> list[Segment]:
    """Group headings at the end of a segment belong to the items after it."""
    grouped: list[Segment] = []
    group: str | None = None
    for i, seg in enumerate(segments):
        heading_at = _group_heading_before(lines, seg.start)
        if heading_at is not None:
            group = lines[heading_at].text
            if grouped and grouped[-1].end == seg.start:
                grouped[-1] = replace(grouped[-1], end=heading_at, body=min(grouped[-1].body, heading_at))
            seg = replace(seg, start=heading_at)
        grouped.append(replace(seg, group=group if i or heading_at is not None else None))
    return grouped


def _group_heading_before(lines: list[Line], index: int) -> int | None:
    at = index - 1
    while at >= 0 and lines[at].blank:
        at -= 1
    return at if at >= 0 and is_group_heading(lines[at].text) else None
