"""Completeness in the shapes that the API answers with."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse

from pejl.calendar.personal_numbers import masked
from pejl.record.queries.coverage import BodyCoverage, MissingMeeting, unread_documents, withdrawals_of
from pejl.record.queries.failures import failed_arrivals
from pejl.record.queries.numbers import meetings_with_gaps
from pejl.record.queries.retractions import Withdrawal
from pejl.record.queries.rows import Document, Pointer
from pejl.web.about import shapes
from pejl.web.record.entries import body_name, meeting_name
from pejl.web.record.links import document_links, item_links
from pejl.web.record.shapes import MunicipalityName


def completeness_resource(today: dt.date, bodies: list[BodyCoverage]) -> shapes.CompletenessResource:
    """All bodies, counted, and the files that could not be read."""
    return shapes.CompletenessResource(
        as_of=today,
        bodies=[shapes.CompletenessEntry(**_counted(each)) for each in bodies],
        failed_files=[
            shapes.FailedFile(
                name=row.name,
                sha256=row.sha256 or None,
                reason=row.reason,
                danish=row.danish,
                municipality=row.municipality or None,
                at=row.at,
            )
            for row in failed_arrivals()
        ],
    )


def body_completeness_resource(found: BodyCoverage) -> shapes.BodyCompletenessResource:
    """One body with everything that is known to be missing of it."""
    here = {pk: meeting_name(row) for pk, row in meetings_with_gaps([found.numbers]).items()}
    return shapes.BodyCompletenessResource(
        **_counted(found),
        missing_meetings=[_missing(each) for each in found.missing],
        coming_meetings=[_missing(each) for each in found.coming],
        numbers_within=[
            shapes.NumbersWithin(meeting=here[meeting], numbers=list(numbers))
            for meeting, numbers in found.numbers.within
            if meeting in here
        ],
        numbers_between=[
            shapes.NumbersBetween(before=here[gap.before], after=here[gap.after], first=gap.first, last=gap.last)
            for gap in found.numbers.between
            if gap.before in here and gap.after in here
        ],
        unread=[_unread(row) for row in unread_documents(found.body)] if found.body else [],
        withdrawals=[_withdrawn(each) for each in withdrawals_of(found)],
    )


def _counted(found: BodyCoverage) -> dict[str, Any]:
    place = [found.municipality.slug, found.slug]
    return {
        "url": reverse("api:body_completeness", args=place),
        "page": reverse("body-completeness", args=place),
        "name": found.name,
        "slug": found.slug,
        "municipality": MunicipalityName(name=found.municipality.name, slug=found.municipality.slug),
        "body": body_name(found.body) if found.body and found.is_here else None,
        "known": found.known,
        "imported": found.imported,
        "undated": found.undated,
        "missing": len(found.missing),
        "coming": len(found.coming),
        "listed": found.listed,
        "withdrawn": found.withdrawn,
        "missing_numbers": found.numbers.count,
        "documents": found.files.documents,
        "lines": found.files.lines,
        "lines_unread": found.files.unread,
        "updated": found.files.updated,
    }


def _missing(each: MissingMeeting) -> shapes.MissingMeetingEntry:
    return shapes.MissingMeetingEntry(
        date=each.date, listed=each.listed, named=each.named, places=[_place(pointer) for pointer in each.places]
    )


def _place(pointer: Pointer) -> shapes.PlaceNamed:
    item: Any = pointer.item
    return shapes.PlaceNamed(
        **item_links(item),
        kind=pointer.kind,
        title=item.title or None,
        meeting=meeting_name(item.meeting),
        line=pointer.line,
    )


def _withdrawn(each: Withdrawal) -> shapes.WithdrawnEntry:
    return shapes.WithdrawnEntry(
        date=each.date,
        kind=each.kind,
        version=each.version,
        sha256=each.sha256,
        at=each.at,
        reason=masked(each.why) or None,
    )


def _unread(row: Document) -> shapes.UnreadEntry:
    return shapes.UnreadEntry(
        **document_links(row),
        kind=row.kind,
        version=row.version,
        meeting=meeting_name(row.meeting),
        lines=row.lines_total,
        lines_unread=row.lines_unread,
    )
