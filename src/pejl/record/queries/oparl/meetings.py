"""Meetings with their agendas and files, single items, and single files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from pejl.minutes.document import Item as MinutesItem
from pejl.minutes.document import Kind as DocumentKind
from pejl.minutes.document import Status
from pejl.record.models import Attendance, Document, HeldDocument, Item, Meeting
from pejl.record.oparl.ground import Stamp
from pejl.record.oparl.shapes import FileShape, ItemShape, LocationShape, MeetingShape
from pejl.record.published.history import consultation_path
from pejl.record.published.holding import Holding, place_name, station_part
from pejl.record.published.paths import Kind, case_part, parts_of, veiled_part
from pejl.record.queries.oparl.places import Places
from pejl.record.queries.published import stamps


@dataclass(frozen=True)
class _Found:
    """What belongs to a meeting."""

    items: tuple[ItemShape, ...]
    files: tuple[FileShape, ...]
    present: tuple[str, ...]
    cancelled: bool


def meetings(places: Places, paths: Sequence[str]) -> dict[str, MeetingShape]:
    """The meetings at these paths, whole. Seven database queries."""
    rows = {meeting.pk: meeting for meeting in places.meetings(_addresses(paths)).values()}
    files, cancelled = _files(places, rows, Document.objects.filter(meeting__in=rows))
    present = _present(places, rows)
    items = _items(places, rows)
    shapes = [
        _meeting(places, meeting, _Found(items[pk], files.get(pk, ()), present.get(pk, ()), pk in cancelled))
        for pk, meeting in rows.items()
    ]
    told = stamps(each for shape in shapes for each in _within(shape))
    return {shape.path: _stamped(shape, told) for shape in shapes}


def items(places: Places, paths: Sequence[str]) -> dict[str, ItemShape]:
    """The items at these paths. Four database queries."""
    rows = {meeting.pk: meeting for meeting in places.meetings(_addresses(paths)).values()}
    wanted = set(paths)
    shapes = {shape.path: shape for own in _items(places, rows).values() for shape in own if shape.path in wanted}
    told = stamps(shapes)
    return {each: replace(shape, stamp=told.get(each)) for each, shape in shapes.items()}


def files(places: Places, paths: Sequence[str]) -> dict[str, FileShape]:
    """The files at these paths. Four database queries."""
    hashes = {parts_of(each)[0] for each in paths}
    documents = Document.objects.filter(sha256__in=hashes, meeting__body__municipality=places.municipality)
    rows = {row.pk: places.placed(row) for row in Meeting.objects.filter(documents__in=documents)}
    found, _ = _files(places, rows, documents)
    shapes = {shape.path: shape for own in found.values() for shape in own}
    told = stamps(shapes)
    return {each: replace(shape, stamp=told.get(each)) for each, shape in shapes.items()}


def _addresses(paths: Sequence[str]) -> Iterable[tuple[str, str]]:
    return {(body, slug) for body, slug, *_ in map(parts_of, paths)}


def _meeting(places: Places, meeting: Meeting, found: _Found) -> MeetingShape:
    minutes = any(each.minutes for each in found.files)
    place = place_name(meeting.place)
    return MeetingShape(
        path=places.meeting(meeting),
        stamp=None,
        organization=places.organization(meeting.body_id),
        body_name=meeting.body.name,
        date=meeting.date,
        time=meeting.time,
        end_time=meeting.end_time,
        minutes=minutes,
        cancelled=found.cancelled,
        place=LocationShape(places.of(Kind.LOCATION, veiled_part(place)), None, place) if place else None,
        participants=found.present if minutes else (),
        files=found.files,
        items=found.items,
        page=places.pages.meeting(meeting),
    )


def _items(places: Places, meetings: Mapping[int, Meeting]) -> dict[int, tuple[ItemShape, ...]]:
    found: dict[int, list[ItemShape]] = {pk: [] for pk in meetings}
    taken: set[str] = set()
    for row in Item.objects.filter(meeting__in=meetings).select_related("case").order_by("meeting", "position"):
        row.meeting = meeting = meetings[row.meeting_id]
        consultation = ""
        if row.case and not row.closed:
            case = case_part(row.case.number)
            station = station_part(meeting.body.key, meeting.slug)
            consultation = consultation_path(places.municipality.slug, case, station, row.slug, taken)
        found[row.meeting_id].append(
            ItemShape(
                path=places.item(row),
                stamp=None,
                meeting=places.meeting(meeting),
                order=row.position,
                label=row.label,
                title=row.title,
                item=MinutesItem.model_validate(row.detail),
                consultation=consultation,
                page=places.pages.item(row),
            )
        )
    return {pk: tuple(shapes) for pk, shapes in found.items()}


def _files(
    places: Places, meetings: Mapping[int, Meeting], documents: QuerySet[Document]
) -> tuple[dict[int, tuple[FileShape, ...]], set[int]]:
    """The files of the meetings, and the meetings whose document that counts says that they were called off."""
    rows = list(documents.defer("content").order_by("meeting", "kind", "version"))
    held = {row.sha256: row for row in HeldDocument.objects.filter(sha256__in=[row.sha256 for row in rows])}
    found: dict[int, list[FileShape]] = {}
    cancelled = set()
    for row in rows:
        kept = held[row.sha256]
        if row.shown and Holding.model_validate(kept.says).cancelled:
            cancelled.add(row.meeting_id)
        meeting = meetings[row.meeting_id]
        found.setdefault(row.meeting_id, []).append(
            FileShape(
                path=places.of(Kind.FILE, row.sha256),
                stamp=None,
                meeting=places.meeting(meeting),
                minutes=row.kind == DocumentKind.MINUTES,
                version=row.version,
                body_name=meeting.body.name,
                date=meeting.date,
                size=kept.size or 0,
                sha512=kept.sha512,
                sha256=row.sha256,
            )
        )
    return {pk: tuple(shapes) for pk, shapes in found.items()}, cancelled


def _present(places: Places, meetings: Mapping[int, Meeting]) -> dict[int, tuple[str, ...]]:
    """Who was there, by the meeting's primary key, in the order of the list of members."""
    rows = Attendance.objects.filter(meeting__in=meetings).exclude(status=Status.ABSENT).order_by("meeting", "position")
    found: dict[int, list[str]] = {}
    for meeting, name in rows.values_list("meeting", "person__name"):
        found.setdefault(meeting, []).append(places.person(name))
    return {pk: tuple(paths) for pk, paths in found.items()}


def _within(shape: MeetingShape) -> Iterable[str]:
    """The meeting's path and those of what is told within it."""
    yield shape.path
    yield from (each.path for each in shape.items)
    yield from (each.path for each in shape.files)
    if shape.place:
        yield shape.place.path


def _stamped(shape: MeetingShape, told: Mapping[str, Stamp]) -> MeetingShape:
    return replace(
        shape,
        stamp=told.get(shape.path),
        items=tuple(replace(each, stamp=told.get(each.path)) for each in shape.items),
        files=tuple(replace(each, stamp=told.get(each.path)) for each in shape.files),
        place=replace(shape.place, stamp=told.get(shape.place.path)) if shape.place else None,
    )
