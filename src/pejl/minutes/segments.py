"""Where the items of a text begin, by a family's description.

Every way ends in segments: runs of lines that belong to one item. Numbered lines inside case text look like items
too, so a line begins an item only where a label or a case number follows it, and the numbers of the items that are
kept rise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pejl.calendar.days import find_days
from pejl.minutes.case_number import is_case_line
from pejl.minutes.contents import has_page_number, split_inline
from pejl.minutes.document import Role
from pejl.minutes.family import Family
from pejl.minutes.groups import is_group_heading
from pejl.minutes.lines import Line

_NEAR = 6
_OPENNESS = re.compile(
    r"^(?:Åbent?|Lukket|Lukkede?)(?:\s+(?:punkt|sag|dagsorden))?$|\s(?:Åbent|Lukket)(?:\s+punkt)?$|^(?:Åbent|Lukket)\s[-–]\s"
)
_NO_ITEM = re.compile(r"^\d+\.?\s+(?:REFERAT|Referat|DAGSORDEN|Dagsorden)\s+[A-ZÆØÅ]|\bIndholdsfortegnelse\s")
_CLAUSE = re.compile(r"^(?:at|At)\s")


@dataclass(frozen=True)
class Segment:
    """An item's lines, as indexes into the text: `start` to `end` (not included), with what its first lines tell.

    `body` is the index from which on labels are looked for.
    """

    start: int
    end: int
    body: int
    number: int | None = None
    title: str = ""
    kind: str | None = None
    group: str | None = None


@dataclass(frozen=True)
class _Start:
    index: int
    number: int | None
    title: str
    kind: str | None
    weight: float


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
    candidates = [start for index in range(len(lines)) if (start := _start_at(lines, index, family))]
    starts = _rising([start for start in candidates if start.weight >= 1]) if _numbered(candidates) else candidates
    starts = _with_stubs(lines, starts, candidates, skipped)
    starts = _without_repeats(lines, starts)
    if family.title == "before":
        starts = [_title_before(lines, start) for start in starts]
    if not starts:
        return []
    ends = [start.index for start in starts[1:]] + [len(lines)]
    return [_segment(lines, start, end, family) for start, end in zip(starts, ends, strict=True)]


def _start_at(lines: list[Line], index: int, family: Family) -> _Start | None:
    line = lines[index]
    if line.blank:
        return None
    for pattern in family.start:
        if found := pattern.match(line.text):
            if has_page_number(line.text) or _NO_ITEM.search(line.text) or _begins_with_day(line.text):
                return None
            parts = found.groupdict()
            title = (parts.get("title") or "").strip()
            number = int(parts["number"]) if parts.get("number") else None
            if _CLAUSE.match(title) or len(title) > 400 or (not family.sure and _is_sentence(title)):
                return None
            weight = 1.0 if family.sure else 0.0
            return _Start(index, number, title, parts.get("kind"), weight + _evidence(lines, index, family, title))
    return None


def _is_sentence(title: str) -> bool:
    """A numbered sentence ("2. rate modtages ...") or a whole list on one line is no item's title."""
    return title[:1].islower() or (len(title) > 140 and title.endswith(".")) or len(split_inline(title)) > 1


def _begins_with_day(text: str) -> bool:
    """ "8. juni 2016 kl. 08:00" is a day and no eighth item."""
    days = find_days(text[:40])
    return bool(days) and days[0].start == 0


def _evidence(lines: list[Line], index: int, family: Family, title: str) -> float:
    """How much the next lines speak for an item: a label or a case number is certain, a heading's mark is a hint."""
    seen = 0
    for line in lines[index + 1 : index + 1 + 3 * _NEAR]:
        if line.blank:
            continue
        label = family.labels.of(line)
        if label or is_case_line(line.text) or _OPENNESS.search(line.text):
            return 2.0 if seen <= 2 else 1.0
        if line.text != title and any(pattern.match(line.text) for pattern in family.start):
            return 0.0
        seen += 1
        if seen >= _NEAR:
            return 0.0
    return 0.0


def _numbered(starts: list[_Start]) -> bool:
    return any(start.number is not None for start in starts)


def _rising(starts: list[_Start]) -> list[_Start]:
    """The heaviest run of starts whose numbers never fall; a number that comes again is kept beside its like."""
    best: list[tuple[float, int]] = []
    for i, start in enumerate(starts):
        before = [(best[j][0], j) for j in range(i) if (starts[j].number or 0) <= (start.number or 0)]
        weight, link = max(before, key=lambda pair: (pair[0], -pair[1])) if before else (0.0, -1)
        jump = (start.number or 0) - (starts[link].number or 0) if link >= 0 else 1
        best.append((weight + start.weight - (0.5 if jump > 5 else 0.0) - (0.9 if jump == 0 else 0.0), link))
    if not best:
        return []
    chain, at = [], max(range(len(best)), key=lambda i: (best[i][0], -i))
    while at >= 0:
        chain.append(starts[at])
        at = best[at][1]
    return chain[::-1]


def _with_stubs(
    lines: list[Line], starts: list[_Start], candidates: list[_Start], skipped: frozenset[int]
) -> list[_Start]:
    """Add the items that hold nothing but their title, such as closed ones, where only such lines stand up to the
    next.
    """
    kept = list(starts)
    for candidate in reversed(candidates):
        if candidate in kept or candidate.number is None:
            continue
        after = next((start for start in kept if start.index > candidate.index), None)
        before = next((start for start in reversed(kept) if start.index < candidate.index), None)
        end = after.index if after else len(lines)
        rises = (before is None or (before.number or 0) < candidate.number) and (
            after is None or candidate.number < (after.number or candidate.number + 1)
        )
        if before is None or not rises:
            continue
        if all(_nothing_said(line, skipped) for line in lines[candidate.index + 1 : end]):
            kept = sorted([*kept, candidate], key=lambda start: start.index)
    return kept


def _nothing_said(line: Line, skipped: frozenset[int]) -> bool:
    return line.blank or line.number in skipped or is_group_heading(line.text) or bool(_OPENNESS.match(line.text))


def _without_repeats(lines: list[Line], starts: list[_Start]) -> list[_Start]:
    """An item's number printed again right under it ("Pkt. 100 ..." then "Pkt. 100") begins nothing new."""
    kept: list[_Start] = []
    for start in starts:
        if kept and start.number is not None and start.number == kept[-1].number:
            if not kept[-1].title:
                kept[-1] = replace(kept[-1], title=start.title)
            continue
        kept.append(start)
    return kept


def _title_before(lines: list[Line], start: _Start) -> _Start:
    index = start.index - 1
    while index >= 0 and lines[index].blank:
        index -= 1
    return replace(start, index=index, title=lines[index].text) if index >= 0 else start


def _segment(lines: list[Line], start: _Start, end: int, family: Family) -> Segment:
    title, body = start.title, start.index + 1
    if family.title == "before":
        body = next(i for i in range(start.index + 1, end + 1) if i == end or family.start[0].match(lines[i].text)) + 1
    elif not title and family.title in {"here", "after"}:
        title, body = _title_after(lines, body, end, family)
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
