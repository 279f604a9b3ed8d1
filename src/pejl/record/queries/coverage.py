"""What the record lacks, body by body: meetings that are known of and not here, item numbers, lines, files.

A meeting is known when it is here, when a published list names it, or when something here points at its day: a
reference, a related treatment, an announced station. Nothing says that it must be in the record; it says what a reader
does not find. Everything is counted by body and day, in a constant number of database queries.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Count, Max, Q, QuerySet, Sum

from pejl.record.models import Body, Document, ListedMeeting, Meeting, Municipality, Pointer, Withdrawn
from pejl.record.names import address
from pejl.record.queries.numbers import MissingNumbers, missing_numbers
from pejl.record.queries.retractions import Withdrawal, withdrawals

BodyKey = tuple[int, str]
"""A municipality's primary key and a body's key."""


@dataclass(frozen=True)
class MissingMeeting:
    """A day on which the body is known to have met, or to meet, and of which nothing is here.

    `listed` tells that a published list names it; `named` counts the places here that point at it, and `places` are
    some of them, where they were asked for: those of the latest meetings.
    """

    date: dt.date
    listed: bool
    named: int
    places: tuple[Pointer, ...] = ()


@dataclass(frozen=True)
class Files:
    """A body's documents: how many, the lines of the current ones and those of them that could not be placed, and when
    the last one came.
    """

    documents: int = 0
    lines: int = 0
    unread: int = 0
    updated: dt.datetime | None = None


@dataclass(frozen=True)
class BodyCoverage:
    """What of one body is here and what is not. `body` is None where the body is only pointed at, not even listed.

    `imported` counts meetings of which a document is here, `undated` those of them that state no day. `missing` lies
    before today, latest first; `coming` from today on, soonest first. `listed` counts days on published lists, and
    `withdrawn` documents.
    """

    municipality: Municipality
    body: Body | None
    key: str
    name: str
    slug: str
    imported: int
    undated: int
    withdrawn: int
    listed: int
    missing: tuple[MissingMeeting, ...]
    coming: tuple[MissingMeeting, ...]
    numbers: MissingNumbers
    files: Files

    @property
    def is_here(self) -> bool:
        """Whether anything of the body has come in, though it may be withdrawn; lists and pointers only name it."""
        return bool(self.imported or self.withdrawn)

    @property
    def known(self) -> int:
        """How many meetings are known of, each once."""
        return self.imported + len(self.missing) + len(self.coming)


@dataclass
class _Here:
    """The meetings of a body that are here."""

    days: set[dt.date] = field(default_factory=set)
    meetings: int = 0
    undated: int = 0


class _Told:
    """What the tables tell of all bodies of some municipalities. Nine database queries."""

    def __init__(self, within: list[int]) -> None:
        self.bodies = {
            (row.municipality_id, row.key): row
            for row in Body.objects.filter(municipality__in=within).select_related("municipality")
        }
        by_pk = {row.pk: key for key, row in self.bodies.items()}
        self.here = _meetings(within, by_pk)
        self.files = {by_pk[pk]: files for pk, files in _files(within)}
        self.listed = _days(ListedMeeting.objects.filter(body__municipality__in=within), by_pk)
        self.withdrawn = _days(Withdrawn.objects.filter(body__municipality__in=within), by_pk)
        self.pointed = _pointed_at(within, by_pk)
        self.numbers = {by_pk[pk]: numbers for pk, numbers in missing_numbers(within).items()}

    def lacking(self, key: BodyKey) -> list[MissingMeeting]:
        """The days on which the body is known to have met, or to meet, and of which nothing is here; latest first."""
        listed, pointed = self.listed.get(key, {}), self.pointed.get(key, {})
        here = self.here.get(key, _Here()).days | self.withdrawn.get(key, {}).keys()
        return [
            MissingMeeting(day, day in listed, pointed.get(day, 0))
            for day in sorted({*listed, *pointed} - here, reverse=True)
        ]


def coverage(today: dt.date, municipality: str | None = None) -> list[BodyCoverage]:
    """Every body that is here or pointed at, by municipality and name. Eleven database queries at most."""
    rows = Municipality.objects.all() if municipality is None else Municipality.objects.filter(slug=municipality)
    municipalities = {row.pk: row for row in rows}
    told = _Told(list(municipalities))
    keys = told.bodies.keys() | told.pointed.keys()
    names = _printed_names(told, keys - told.bodies.keys())
    found = [_of_body(told, key, municipalities[key[0]], names, today) for key in keys]
    return sorted(found, key=lambda each: (each.municipality.name, each.name, each.slug))


def coverage_of(today: dt.date, municipality: str, slug: str, places: int = 3) -> BodyCoverage | None:
    """The body at an address, with at most `places` of the places that point at each meeting that is not here."""
    found = [each for each in coverage(today, municipality) if each.slug == slug]
    return _with_places(found, places)[0] if found else None


def coverage_in_full(today: dt.date, places: int = 10) -> list[BodyCoverage]:
    """Every body, with at most so many of the places that point at each meeting that is not here."""
    return _with_places(coverage(today), places)


def unread_documents(body: Body) -> QuerySet[Document]:
    """The body's current documents with lines that could not be placed, the latest meeting first."""
    rows = Document.objects.filter(meeting__body=body, current=True, lines_unread__gt=0)
    return rows.select_related("meeting__body__municipality").defer("content").order_by("-meeting__date", "kind")


def withdrawals_of(found: BodyCoverage) -> list[Withdrawal]:
    """The documents of the body that are withdrawn, the latest first."""
    if not found.withdrawn:
        return []
    return [each for each in withdrawals(found.municipality.slug) if each.body_slug == found.slug]


def _of_body(
    told: _Told, key: BodyKey, municipality: Municipality, names: dict[BodyKey, str], today: dt.date
) -> BodyCoverage:
    body, here, lacking = told.bodies.get(key), told.here.get(key, _Here()), told.lacking(key)
    return BodyCoverage(
        municipality=municipality,
        body=body,
        key=key[1],
        name=body.name if body else names.get(key, key[1]),
        slug=body.slug if body else address(key[1], 200),
        imported=here.meetings,
        undated=here.undated,
        withdrawn=sum(told.withdrawn.get(key, {}).values()),
        listed=len(told.listed.get(key, {})),
        missing=tuple(each for each in lacking if each.date < today),
        coming=tuple(each for each in reversed(lacking) if each.date >= today),
        numbers=told.numbers.get(key, MissingNumbers()),
        files=told.files.get(key, Files()),
    )


def _meetings(within: list[int], by_pk: dict[int, BodyKey]) -> dict[BodyKey, _Here]:
    found: dict[BodyKey, _Here] = defaultdict(_Here)
    for body, day in Meeting.objects.filter(body__municipality__in=within).order_by().values_list("body", "date"):
        here = found[by_pk[body]]
        here.meetings += 1
        if day is None:
            here.undated += 1
        else:
            here.days.add(day)
    return found


def _files(within: list[int]) -> Iterator[tuple[int, Files]]:
    rows = Document.objects.filter(meeting__body__municipality__in=within).order_by().values_list("meeting__body")
    told = rows.annotate(
        documents=Count("pk"),
        lines=Sum("lines_total", filter=Q(current=True), default=0),
        unread=Sum("lines_unread", filter=Q(current=True), default=0),
        updated=Max("received_at"),
    )
    for body, documents, lines, unread, updated in told:
        yield body, Files(documents, lines, unread, updated)


def _days(
    rows: QuerySet[ListedMeeting] | QuerySet[Withdrawn], by_pk: dict[int, BodyKey]
) -> dict[BodyKey, dict[dt.date, int]]:
    """How many rows each body has on each day."""
    found: dict[BodyKey, dict[dt.date, int]] = defaultdict(dict)
    for body, day, count in rows.order_by().values_list("body", "date").annotate(count=Count("pk")):
        found[by_pk[body]][day] = count
    return found


def _towards(within: list[int]) -> QuerySet[Pointer]:
    """The pointers that name a day of another meeting. Closed items have none: no row holds what they say."""
    rows = Pointer.objects.filter(item__meeting__body__municipality__in=within)
    return rows.filter(same_meeting=False, date__isnull=False).order_by()


def _pointed_at(within: list[int], by_pk: dict[int, BodyKey]) -> dict[BodyKey, dict[dt.date, int]]:
    """How often each day of each body is pointed at. A pointer that names no body means the body that it stands in."""
    found: dict[BodyKey, dict[dt.date, int]] = defaultdict(lambda: defaultdict(int))
    named = _towards(within).exclude(body_key="").values_list("item__meeting__body__municipality", "body_key", "date")
    for municipality, key, day, count in named.annotate(count=Count("pk")):
        if day is not None:
            found[municipality, key][day] += count
    unnamed = _towards(within).filter(body_key="").values_list("item__meeting__body", "date")
    for body, day, count in unnamed.annotate(count=Count("pk")):
        if day is not None:
            found[by_pk[body]][day] += count
    return found


def _printed_names(told: _Told, wanted: set[BodyKey]) -> dict[BodyKey, str]:
    """How bodies that are only pointed at are printed most often, of several names the first by alphabet."""
    rows = _towards([municipality for municipality, _ in wanted]).filter(body_key__in={key for _, key in wanted})
    counts: dict[BodyKey, list[tuple[int, str]]] = defaultdict(list)
    told_names = rows.values_list("item__meeting__body__municipality", "body_key", "body_name")
    for municipality, key, name, count in told_names.annotate(count=Count("pk")):
        counts[municipality, key].append((-count, name))
    return {key: min(names)[1] for key, names in counts.items()}


def _with_places(found: Sequence[BodyCoverage], places: int) -> list[BodyCoverage]:
    """The same with the places that point at the missing meetings, each item once. One database query."""
    lacking = {(each.municipality.pk, each.key): {*_days_of(each.missing), *_days_of(each.coming)} for each in found}
    rows = _towards([municipality for municipality, _ in lacking]).filter(
        body_key__in={"", *(key for _, key in lacking)}, date__in=set().union(*lacking.values())
    )
    rows = rows.select_related("item__meeting__body__municipality").defer("item__detail")
    named: dict[tuple[BodyKey, dt.date], list[Pointer]] = defaultdict(list)
    for pointer in rows.order_by("-item__meeting__date", "item__meeting__slug", "item__position", "position"):
        body, day = pointer.item.meeting.body, pointer.date
        key = (body.municipality_id, pointer.body_key or body.key)
        if day is None or day not in lacking.get(key, ()):
            continue
        told_before = named[key, day]
        if len(told_before) < places and all(each.item_id != pointer.item_id for each in told_before):
            told_before.append(pointer)

    def told(key: BodyKey, meetings: tuple[MissingMeeting, ...]) -> tuple[MissingMeeting, ...]:
        return tuple(replace(each, places=tuple(named[key, each.date])) for each in meetings)

    return [
        replace(each, missing=told(key, each.missing), coming=told(key, each.coming))
        for each in found
        for key in [(each.municipality.pk, each.key)]
    ]


def _days_of(meetings: Iterable[MissingMeeting]) -> Iterator[dt.date]:
    return (each.date for each in meetings)
