"""Which lines begin items: candidates by a family's description, and the chain of them that makes the best minutes.

Numbered lists inside case text look like items too. What tells them apart is what follows (a label, a case number),
whether the contents announce the title, whether numbers rise, and whether the lines up to the next candidate hold a
decision as an item's lines do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from pejl.calendar.days import find_days
from pejl.minutes.case_number import is_case_line
from pejl.minutes.contents import folded, has_page_number, split_inline
from pejl.minutes.document import Role
from pejl.minutes.family import Family
from pejl.minutes.groups import is_group_heading
from pejl.minutes.lines import Line
from pejl.minutes.openness import is_closing_mark

_NEAR = 6
_LOOKBACK = 120
"""So many candidates back a chain may go on from: minutes have less items than that between two of them."""

_OPENNESS = re.compile(
    r"^(?:Åbent?|Lukket|Lukkede?)(?:\s+(?:punkt|sag|dagsorden))?$"
    r"|\s(?:Åbent|Lukket)(?:\s+punkt)?$"
    r"|^(?:Åbent|Lukket)\s[-–]\s"
)
_NO_ITEM = re.compile(r"^\d+\.?\s+(?:REFERAT|Referat|DAGSORDEN|Dagsorden)\s+[A-ZÆØÅ]|\bIndholdsfortegnelse\s")
_CLAUSE = re.compile(r"^(?:at|At)\s")
_ANNOUNCED_BY = 24
"""So many letters of a title must be the same in the contents: contents lines are cut."""


@dataclass(frozen=True)
class Start:
    """A line that may begin an item. `weight` says how much speaks for it; `rank` is its place in the contents."""

    index: int
    number: int | None
    title: str
    kind: str | None
    weight: float
    case_below: bool = False
    rank: int | None = None


def item_starts(lines: list[Line], family: Family, skipped: frozenset[int]) -> list[Start]:
    """The lines that begin items, in their order. `skipped` are the numbers of lines that are furniture."""
    candidates = [start for index in range(len(lines)) if (start := _start_at(lines, index, family))]
    if any(start.number is not None for start in candidates):
        candidates = _announced(lines, candidates, family)
        starts = _best_chain(_Marks(lines, family), [start for start in candidates if start.weight >= 1])
    else:
        starts = candidates
    return _without_repeats(_with_stubs(lines, starts, candidates, skipped))


def _start_at(lines: list[Line], index: int, family: Family) -> Start | None:
    line = lines[index]
    if line.blank:
        return None
    found = next((match for pattern in family.start if (match := pattern.match(line.text))), None)
    if found is None or has_page_number(line) or _NO_ITEM.search(line.text) or _begins_with_day(line.text):
        return None
    parts = found.groupdict()
    title = (parts.get("title") or "").strip()
    if _CLAUSE.match(title) or len(title) > 400 or (not family.sure and _is_sentence(title)):
        return None
    number = int(parts["number"]) if parts.get("number") else None
    weight, case_below = _evidence(lines, index, family, title)
    return Start(index, number, title, parts.get("kind"), weight + (1.0 if family.sure else 0.0), case_below)


def _is_sentence(title: str) -> bool:
    """A numbered sentence ("2. rate modtages ...") or a whole list on one line is no item's title."""
    return title[:1].islower() or (len(title) > 140 and title.endswith(".")) or len(split_inline(title)) > 1


def _begins_with_day(text: str) -> bool:
    """ "8. juni 2016 kl. 08:00" is a day and no eighth item."""
    days = find_days(text[:40])
    return bool(days) and days[0].start == 0


def _evidence(lines: list[Line], index: int, family: Family, title: str) -> tuple[float, bool]:
    """How much the next lines speak for an item, and whether a case number stands right below. A label or a case
    number is certain; a stop at the title's end speaks for a list.
    """
    stop = 0.75 if title.endswith((".", ",", ";")) else 0.0
    seen = 0
    for line in lines[index + 1 : index + 1 + 3 * _NEAR]:
        if line.blank:
            continue
        case = is_case_line(line.text)
        if case or family.labels.of(line) or _OPENNESS.search(line.text) or is_closing_mark(line.text):
            return (2.0 if seen <= 2 else 1.0) - stop, case and seen <= 2
        if line.text != title and any(pattern.match(line.text) for pattern in family.start):
            return 0.0, False
        seen += 1
        if seen >= _NEAR:
            return 0.0, False
    return 0.0, False


def _announced(lines: list[Line], candidates: list[Start], family: Family) -> list[Start]:
    """The candidates, with more weight for those whose number and title stand in a list further up."""
    listed: dict[tuple[int, str], tuple[int, int]] = {}
    told: list[Start] = []
    by_index = {start.index: start for start in candidates}
    for index, line in enumerate(lines):
        found = next((match for pattern in family.start if (match := pattern.match(line.text))), None)
        if found is None or not found.groupdict().get("number"):
            continue
        key = int(found["number"]), _bare_title(line, found.groupdict().get("title") or "")
        if (start := by_index.get(index)) is not None:
            first = listed.get(key)
            above = first is not None and first[0] < index - 2 and start.weight > 0
            told.append(replace(start, weight=start.weight + 1.5, rank=first[1]) if first and above else start)
        if key[1]:
            listed.setdefault(key, (index, len(listed)))
    return told


def _bare_title(line: Line, title: str) -> str:
    page = has_page_number(line)
    return folded(re.sub(r"[\s.]*\d+\s*$", "", title) if page else title)[:_ANNOUNCED_BY]


class _Marks:
    """Where labels, decisions and recommendations of a text stand, to judge what lies between two lines."""

    def __init__(self, lines: list[Line], family: Family) -> None:
        self.labels: list[int] = []
        self.decisions: list[int] = []
        self.undated: list[int] = []
        self.asked: list[int] = []
        for index, line in enumerate(lines):
            label = family.labels.of(line)
            if label is None:
                continue
            self.labels.append(index)
            if label.role is Role.DECISION:
                self.decisions.append(index)
                if label.day is None:
                    self.undated.append(index)
            elif label.role in {Role.RECOMMENDATION, Role.ANNOUNCEMENT}:
                self.asked.append(index)

    def worth(self, start: int, end: int) -> float:
        """How well the lines between look like one item: with one decision, or a recommendation, or nothing."""
        several = _between(self.undated, start, end) - 1
        if _between(self.decisions, start, end):
            return 1.0 - 0.6 * max(0, several)
        if _between(self.asked, start, end):
            return 0.5
        return -0.7 if _between(self.labels, start, end) else 0.0


def _between(places: list[int], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_left(places, start)


def _best_chain(marks: _Marks, starts: list[Start]) -> list[Start]:
    """The heaviest run of starts in which each goes on from the one before it."""
    best: list[tuple[float, int]] = []
    for i, start in enumerate(starts):
        weight, link = 0.0, -1
        for j in range(max(0, i - _LOOKBACK), i):
            cost = _step(starts[j], start)
            if cost is None:
                continue
            through = best[j][0] + marks.worth(starts[j].index, start.index) - cost
            if through >= weight:
                weight, link = through, j
        best.append((weight + start.weight, link))
    if not best:
        return []
    end = marks.labels[-1] + 1 if marks.labels else 0
    whole = [total + marks.worth(start.index, end) for (total, _), start in zip(best, starts, strict=True)]
    chain, at = [], max(range(len(best)), key=lambda i: (whole[i], -i))
    while at >= 0:
        chain.append(starts[at])
        at = best[at][1]
    return chain[::-1]


def _step(before: Start, after: Start) -> float | None:
    """What it costs to go on from one start to another; None where that cannot be.

    Numbers rise. One that comes again is the number printed twice, or a mistake; one that falls is an item only where
    the contents have that order or its case number stands right below it.
    """
    if before.rank is not None and after.rank is not None and before.rank < after.rank:
        return 0.0
    first, second = before.number or 0, after.number or 0
    if second > first:
        return 0.5 if second - first > 5 else 0.0
    if second == first:
        return 0.9 if after.index - before.index <= 4 else 3.0
    return 2.5 if after.case_below and before.number is not None else None


def _with_stubs(
    lines: list[Line], starts: list[Start], candidates: list[Start], skipped: frozenset[int]
) -> list[Start]:
    """Add the items that hold nothing but their title, such as closed ones, where only such lines stand
    up to the next.
    """
    if not starts:
        return starts
    kept = list(starts)
    chosen = {start.index for start in starts}
    filled = [index for index, line in enumerate(lines) if not _nothing_said(line, skipped)]
    for candidate in reversed(candidates):
        if candidate.index in chosen or candidate.number is None or candidate.index < kept[0].index:
            continue
        if candidate.title.endswith((".", ",", ";")):  # a sentence; a title alone on its line has no stop
            continue
        place = bisect_left(kept, candidate.index, key=lambda start: start.index)
        before, after = kept[place - 1], kept[place] if place < len(kept) else None
        rises = (before.number or 0) < candidate.number and (
            after is None or candidate.number < (after.number or candidate.number + 1)
        )
        end = after.index if after else len(lines)
        if rises and not _between(filled, candidate.index + 1, end):
            kept.insert(place, candidate)
    return kept


def _nothing_said(line: Line, skipped: frozenset[int]) -> bool:
    said = is_group_heading(line.text) or _OPENNESS.match(line.text) or is_closing_mark(line.text)
    return line.blank or line.number in skipped or bool(said)


def _without_repeats(starts: list[Start]) -> list[Start]:
    """An item's number printed again right under it ("Pkt. 100 ..." then "Pkt. 100") begins nothing new."""
    kept: list[Start] = []
    for start in starts:
        if kept and start.number is not None and start.number == kept[-1].number:
            if not kept[-1].title:
                kept[-1] = replace(kept[-1], title=start.title)
            continue
        kept.append(start)
    return kept
