"""Read a set of minutes or an agenda: a file in, the document `Minutes` out.

1. The file becomes numbered lines (`sources`).  2. Lines lose their markup (`lines`).  3. Each family of layouts that
the text bears the signs of tries to find the items (`segments`); the one that explains most is chosen.  4. What
stands before the first item is head and contents.  5. Each item is cut into sections, and each section read for what
it is.  6. Every line that no part took is listed in `unread`.

An export of a case system has its items told: it goes in at 5, by way of `exports`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from pejl.minutes.between_items import kind_by_decisions, with_told_elsewhere
from pejl.minutes.closed_parts import with_closed_parts
from pejl.minutes.contents import folded, read_contents
from pejl.minutes.document import Item, Minutes, Role, Source, SourceLine
from pejl.minutes.exports import (
    Export,
    ExportedMeeting,
    MeetingList,
    minutes_of,
    open_export,
    source_of,
    with_parts,
)
from pejl.minutes.family import Family, families
from pejl.minutes.furniture import furniture
from pejl.minutes.head import Head, find_time, read_head
from pejl.minutes.item import Setting, read_item
from pejl.minutes.labels import Label, Labels
from pejl.minutes.lines import Line, is_blank_source, read_lines
from pejl.minutes.members import members_of
from pejl.minutes.segments import Segment, segment
from pejl.minutes.sources import SourceText, Unreadable, file_bytes, open_bytes
from pejl.minutes.sources.unreadable import Words
from pejl.minutes.spelling import tied_to_members
from pejl.minutes.unfold import unfold

_ENDED = re.compile(r"^Mødet\s+(?:blev\s+|er\s+)?(?:hævet|hævedes|sluttede|sluttet|slut|afsluttet)\b", re.IGNORECASE)
_LAST_LINES = 6
_A_LIST = Words(
    "it is a list of meetings, not minutes; the record can take it in",
    "den er en liste over møder, ikke et referat; arkivet kan tage den ind",
)
_A_NOTICE = Words(
    "it only says that something is published or withdrawn; the record can take it in",
    "den fortæller kun, at noget er offentliggjort eller trukket tilbage; arkivet kan tage den ind",
)
_SIGN_LENGTH = 400  # what a layout is known by are short lines; running text would only be searched in vain


def read(path: Path) -> Minutes:
    """The document that the file at `path` holds, together with the files beside it that belong to it.

    Raises `Unreadable` with one sentence when it holds no text.
    """
    return read_bytes(path.name, with_parts(path, file_bytes(path)), str(path))


def read_bytes(name: str, data: bytes, called: str | None = None) -> Minutes:
    """The document that `data` holds; `name` is the file's name as received. Raises `Unreadable`."""
    opened = open_export(name, data, called)
    if opened is None:
        return read_source(open_bytes(name, data, called))
    return minutes_of(_meeting(opened.export, called or name), name, data, opened.media_type)


def source_bytes(name: str, data: bytes) -> SourceText:
    """The numbered lines that the document of `read_bytes` speaks of. Raises `Unreadable`."""
    opened = open_export(name, data)
    if opened is None:
        return open_bytes(name, data)
    return source_of(_meeting(opened.export, name), name, data, opened.media_type)


def _meeting(export: Export, name: str) -> ExportedMeeting:
    if isinstance(export, ExportedMeeting):
        return export
    raise Unreadable(name, _A_LIST if isinstance(export, MeetingList) else _A_NOTICE)


def read_source(source: SourceText) -> Minutes:
    """The document that a source's lines hold. Any text gives a document: what is not understood is in `unread`."""
    lines = unfold(read_lines(source.lines))
    family, segments, skipped = _best_reading(lines)
    kept = [line if line.number not in skipped else _emptied(line) for line in lines]
    before = kept[: segments[0].start] if segments else kept
    contents = read_contents(before, {folded(seg.title) for seg in segments if seg.title})
    head = read_head(before, {entry.line for entry in contents})
    setting = Setting(*_body_and_day(head, kept, segments, family))
    readings = [
        read_item(kept, seg, position, family.labels, setting) for position, seg in enumerate(segments, start=1)
    ]
    members = members_of(head, readings)
    items = [tied_to_members(item, members) for item in with_told_elsewhere(readings)]
    return Minutes(
        kind=head.kind or kind_by_decisions(items),
        body=setting.body,
        term=head.term,
        date=setting.day,
        time=head.time,
        end_time=head.end_time or _end_told_last(kept, segments),
        place=head.place,
        members=members,
        items=_with_absent_ranges(items, head),
        contents=contents,
        head=head.lines,
        furniture=[_as_source(line, "furniture") for line in lines if line.number in skipped],
        source=Source(
            name=source.name,
            sha256=source.sha256,
            media_type=source.media_type,
            family=family.name,
            lines=len(source.lines),
        ),
        unread=_unread(before, head, {entry.line for entry in contents}),
    )


def _best_reading(lines: list[Line]) -> tuple[Family, list[Segment], frozenset[int]]:
    """The family whose items explain most of the text. The general families stand in where
    no declared one explains every item that it finds."""
    text = "\n".join(line.text for line in lines if len(line.text) <= _SIGN_LENGTH)
    best: tuple[float, Family, list[Segment], frozenset[int]] | None = None
    shared = Labels()
    for declared in families():
        if not declared.fits(text) or (best and not declared.signs and _explains_all(*best[:3])):
            continue
        family = replace(declared, labels=declared.labels.fresh() if declared.labels.own else shared)
        skipped = furniture(lines, family)
        segments = with_closed_parts(lines, segment(lines, family, skipped), family.labels)
        score = _explained(lines, segments, family) * (1.0 if family.signs else 0.85)
        if best is None or score > best[0]:
            best = (score, family, segments, skipped)
    if best is None:  # the general families have no signs, so at least one of them fits any text
        raise RuntimeError("No general family of layouts is declared in pejl.minutes.families.")
    return best[1:]


def _explains_all(score: float, family: Family, segments: list[Segment]) -> bool:
    """Whether a declared family explains every item that it finds, so that no general one need be tried."""
    return bool(family.signs) and score >= len(segments) > 0


def _explained(lines: list[Line], segments: list[Segment], family: Family) -> float:
    """How well the segments look like items: each should have a title and one decision or recommendation of its own."""
    score = 0.0
    for seg in segments:
        labels = [label for line in lines[seg.body : seg.end] if (label := family.labels.of(line))]
        roles = {label.role for label in labels}
        decisions = _decision_count(labels)
        if roles & {Role.DECISION, Role.RECOMMENDATION, Role.ANNOUNCEMENT}:
            score += 1.0
        elif not labels and seg.end - seg.body > 8:
            score -= 0.5
        score += 0.3 if seg.title else 0.0
        score += 0.2 if seg.number is not None else 0.0
        score -= 0.6 * max(0, decisions - 1)
    return score


def _decision_count(labels: list[Label]) -> int:
    return sum(1 for label in labels if label.role is Role.DECISION and label.day is None and label.body is None)


def _emptied(line: Line) -> Line:
    return Line(line.number, line.raw, "", 0, "", line.indent)


def _body_and_day(
    head: Head, lines: list[Line], segments: list[Segment], family: Family
) -> tuple[str | None, dt.date | None]:
    """Body and day: the head's, else those that the decisions' own headings agree on. Never
    guessed from running text.
    """
    if head.body and head.date:
        return head.body, head.date
    dated = [
        label
        for seg in segments
        for line in lines[seg.body : seg.end]
        if (label := family.labels.of(line)) and label.role is Role.DECISION
    ]
    days = Counter(label.day for label in dated if label.day)
    latest = max((day for day, count in days.items() if count == max(days.values())), default=None)
    bodies = Counter(label.body for label in dated if label.body and label.day in {None, head.date or latest})
    body = head.body or (bodies.most_common(1)[0][0] if bodies else None)
    return body, head.date or latest


def _end_told_last(lines: list[Line], segments: list[Segment]) -> str | None:
    """The time at which the meeting ended, where the text's last lines tell it ("Mødet hævet kl. 12.05")."""
    if not segments:
        return None
    last = [line for line in lines[segments[-1].body :] if not line.blank][-_LAST_LINES:]
    return next((find_time(line.text) for line in last if _ENDED.match(line.text)), None)


def _with_absent_ranges(items: list[Item], head: Head) -> list[Item]:
    """Absences that the head gives for a range of items, put on those items."""
    if not head.absent_ranges:
        return items
    return [
        item.model_copy(
            update={
                "absent": list(
                    dict.fromkeys([*item.absent, *(n for n, r in head.absent_ranges.items() if item.number in r)])
                )
            }
        )
        for item in items
    ]


def _unread(before: list[Line], head: Head, contents: set[int]) -> list[SourceLine]:
    taken = {line.line for line in head.lines} | contents
    return [
        _as_source(line, "head")
        for line in before
        if line.number not in taken and not line.blank and not is_blank_source(line.raw)
    ]


def _as_source(line: Line, name: str) -> SourceLine:
    return SourceLine(line=line.number, text=line.raw.strip(), field=name)
