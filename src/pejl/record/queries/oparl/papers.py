"""Cases and their stations: treatments on agendas, announced stations, and earlier ones that items name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pejl.minutes.document import Kind as DocumentKind
from pejl.record.models import Case, Item, Pointer, Publication
from pejl.record.oparl.shapes import ConsultationShape, PaperShape, Told
from pejl.record.published.history import consultation_path
from pejl.record.published.holding import station_part, stop_parts
from pejl.record.published.paths import Kind, case_part, parts_of, path
from pejl.record.queries.oparl.places import Places
from pejl.record.queries.published import stamps
from pejl.record.threads.title import usual_title


def papers(places: Places, numbers: Iterable[str]) -> dict[str, PaperShape]:
    """The cases of these numbers, by path. Five database queries."""
    cases = {case.pk: case for case in Case.objects.filter(municipality=places.municipality, number__in=set(numbers))}
    rows = (
        Item.objects.filter(case__in=cases, closed=False)
        .select_related("meeting", "document")
        .defer("detail", "document__content")
        .order_by("meeting__date", "meeting__slug", "meeting", "position")
    )
    by_case: dict[int, list[Item]] = {pk: [] for pk in cases}
    for row in rows:
        places.placed(row.meeting)
        by_case[row.case_id or 0].append(row)
    pointers: dict[int, list[Pointer]] = {}
    kinds = (Pointer.ROUTE, Pointer.RELATED)
    for pointer in Pointer.objects.filter(item__case__in=cases, item__closed=False, kind__in=kinds).order_by(
        "position"
    ):
        pointers.setdefault(pointer.item_id, []).append(pointer)
    shapes = {shape.path: shape for pk, case in cases.items() if (shape := _paper(places, case, by_case[pk], pointers))}
    told = stamps(
        each for shape in shapes.values() for each in (shape.path, *(own.path for own in shape.consultations))
    )
    return {
        own: replace(
            shape,
            stamp=told.get(own),
            consultations=tuple(replace(each, stamp=told.get(each.path)) for each in shape.consultations),
        )
        for own, shape in shapes.items()
    }


def consultations(places: Places, paths: Sequence[str]) -> dict[str, ConsultationShape]:
    """The stations at these paths. Six database queries."""
    own = {path(Kind.PAPER, places.municipality.slug, parts_of(each)[0]) for each in paths}
    numbers = Publication.objects.filter(path__in=own).values_list("name", flat=True)
    wanted = set(paths)
    return {
        each.path: each
        for paper in papers(places, numbers).values()
        for each in paper.consultations
        if each.path in wanted
    }


def _paper(places: Places, case: Case, items: Sequence[Item], pointers: dict[int, list[Pointer]]) -> PaperShape | None:
    """The case, or None where it has only been treated in private."""
    if not items:
        return None
    case.municipality = places.municipality
    dates = [item.meeting.date for item in items if item.meeting.date]
    stations = _stations(places, case, items, pointers)
    return PaperShape(
        path=places.paper(case),
        stamp=None,
        body=places.own,
        name=usual_title([item.title for item in items]),
        number=case.number,
        subject=case.subject,
        date=min(dates, default=None),
        consultations=tuple(sorted(stations.values(), key=lambda each: (each.date or dt.date.max, each.path))),
        page=places.pages.case(case),
    )


def _stations(
    places: Places, case: Case, items: Sequence[Item], pointers: dict[int, list[Pointer]]
) -> dict[str, ConsultationShape]:
    """The stations by path: what was on an agenda takes the place of what announced it."""
    found: dict[str, ConsultationShape] = {}
    for item in items:
        for pointer in pointers.get(item.pk, []):
            if pointer.kind == Pointer.RELATED and (pointer.date is None or pointer.same_meeting):
                continue
            station = _said(places, case, item, pointer)
            known = found.get(station.path)
            if known is None or (known.told is Told.RELATED and station.told is Told.ANNOUNCED):
                found[station.path] = station
    taken: set[str] = set()
    for item in items:
        treated = _treated(places, case, item, taken)
        found[treated.path] = treated
    return found


def _said(places: Places, case: Case, item: Item, pointer: Pointer) -> ConsultationShape:
    """A station that an item announces, or names as past."""
    key = pointer.body_key or item.meeting.body.key
    body, station = stop_parts(key, pointer.date)
    return ConsultationShape(
        path=places.of(Kind.CONSULTATION, case_part(case.number), station),
        stamp=None,
        paper=places.paper(case),
        organization=places.of(Kind.ORGANIZATION, body),
        organization_name=pointer.body_name or item.meeting.body.name,
        date=pointer.date,
        told=Told.ANNOUNCED if pointer.kind == Pointer.ROUTE else Told.RELATED,
        item="",
        meeting="",
        outcome=item.outcome,
        minutes=False,
    )


def _treated(places: Places, case: Case, item: Item, taken: set[str]) -> ConsultationShape:
    meeting = item.meeting
    own, station = places.municipality.slug, station_part(meeting.body.key, meeting.slug)
    return ConsultationShape(
        path=consultation_path(own, case_part(case.number), station, item.slug, taken),
        stamp=None,
        paper=places.paper(case),
        organization=places.organization(meeting.body_id),
        organization_name=meeting.body.name,
        date=meeting.date,
        told=Told.TREATED,
        item=places.item(item),
        meeting=places.meeting(meeting),
        outcome=item.outcome,
        minutes=item.document.kind == DocumentKind.MINUTES,
    )
