"""Which item numbers are missing, by body: within meetings and between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Max, Min

from pejl.record.models import Item, Meeting
from pejl.record.number_gaps import Between, Numbered, missing_between, missing_within


@dataclass(frozen=True)
class MissingNumbers:
    """The numbers that a body's meetings lack: each meeting's own, and those between two meetings.

    Meetings are known by primary key; `meetings_with_gaps` fetches them.
    """

    within: tuple[tuple[int, tuple[int, ...]], ...] = ()
    between: tuple[Between[int], ...] = ()

    @property
    def count(self) -> int:
        """How many numbers are missing in all."""
        own = sum(len(numbers) for _, numbers in self.within)
        return own + sum(gap.last - gap.first + 1 for gap in self.between)


def missing_numbers(municipalities: Iterable[int]) -> dict[int, MissingNumbers]:
    """The missing numbers of every body of these municipalities, by the body's primary key. Two database queries."""
    rows = (
        Item.objects.filter(meeting__body__municipality__in=municipalities, number__isnull=False)
        .order_by("meeting__body", F("meeting__date").asc(nulls_last=True), "meeting__slug")
        .values_list("meeting__body", "meeting", "meeting__date")
        .annotate(first=Min("number"), last=Max("number"), different=Count("number", distinct=True))
    )
    dated: dict[int, list[Numbered[int]]] = defaultdict(list)
    broken: dict[int, int] = {}
    for body, meeting, date, first, last, different in rows:
        if date is not None:
            dated[body].append(Numbered(meeting, first, last))
        if last - first + 1 > different:
            broken[meeting] = body
    within: dict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
    for meeting, numbers in _numbers_of(broken).items():
        if missing := missing_within(numbers):
            within[broken[meeting]].append((meeting, tuple(missing)))
    between = {body: missing_between(meetings) for body, meetings in dated.items()}
    found = {
        body: MissingNumbers(tuple(within.get(body, ())), tuple(between.get(body, ()))) for body in within | between
    }
    return {body: missing for body, missing in found.items() if missing.count}


def meetings_with_gaps(missing: Iterable[MissingNumbers]) -> dict[int, Meeting]:
    """The meetings that the gaps are of or between, by primary key."""
    keys: set[int] = set()
    for each in missing:
        keys |= {meeting for meeting, _ in each.within}
        keys |= {meeting for gap in each.between for meeting in (gap.before, gap.after)}
    return Meeting.objects.select_related("body__municipality").in_bulk(keys)


def _numbers_of(meetings: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = Item.objects.filter(meeting__in=list(meetings), number__isnull=False).order_by("meeting", "position")
    for meeting, number in rows.values_list("meeting", "number"):
        found[meeting].append(number or 0)
    return found
