"""The whole record as lines, in the order in which things last changed: an export, and from any place a change feed.

A line's cursor names the place after it. Whoever comes back with the last cursor gets what has been published, changed
or withdrawn since, and nothing twice but what has changed again. Where the past itself has changed, because files with
earlier receipts were put into the archive or another version of Pejl reads them otherwise, a cursor names a past that
there is no more: it is refused, and the reader begins anew.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from pejl import __version__
from pejl.record.models import HeldDocument, Publication
from pejl.record.published.cursor import Place, Reached, reached_text
from pejl.record.published.lines import Entry, Line, line
from pejl.record.published.paths import Kind
from pejl.record.queries.oparl.found import shapes_of
from pejl.record.queries.oparl.places import Pages

BATCH = 200
BEGINNING = Place(dt.datetime(1970, 1, 1, tzinfo=dt.UTC), "")


class PastChanged(Exception):
    """The record before the cursor is not what it was when the cursor was given: the reader must begin anew."""


@dataclass(frozen=True)
class Past:
    """What tells one past from another: when each document came, and by which version of Pejl it is read."""

    arrivals: tuple[dt.datetime, ...]

    def standing(self, moment: dt.datetime) -> str:
        """A name of the record as it stood at the moment."""
        return f"{__version__}-{bisect_right(self.arrivals, moment)}"

    def grown(self) -> Past:
        """The past with what has come meanwhile, so that a cursor of a line from it names it rightly. One query."""
        return self if HeldDocument.objects.count() == len(self.arrivals) else past()

    def cursor(self, place: Place) -> str:
        """The cursor of a reader who has come to the place."""
        return reached_text(Reached(place, self.standing(place.moment)))


def past() -> Past:
    """The past as it is now. One database query."""
    return Past(tuple(HeldDocument.objects.order_by("received_at").values_list("received_at", flat=True)))


def beginning(since: Reached | None) -> tuple[Place, Past]:
    """Where the lines begin for a reader who has come so far. Raises `PastChanged`."""
    now = past()
    if since is None:
        return BEGINNING, now
    if now.standing(since.place.moment) != since.standing:
        raise PastChanged
    return since.place, now


def lines(pages: Pages, start: Place, now: Past, limit: int | None = None) -> Iterator[Line]:
    """Every line after the place, at most `limit`, and a last line of the type "end" with the cursor to come back with.

    A few database queries for each stretch of lines; memory does not grow with the record.
    """
    at, left, more = start, limit, True
    while more and left != 0:
        rows = _after(at, BATCH if left is None else min(BATCH, left))
        shapes = shapes_of(pages, rows)
        now = now.grown()
        for row in rows:
            at = Place(row.modified, row.path)
            told = line(Entry(row.path, Kind(row.kind), row.created, row.modified, shapes.get(row.path)))
            yield {**told, "cursor": now.cursor(at)}
        left = None if left is None else left - len(rows)
        more = bool(rows)
    yield {"type": "end", "cursor": now.cursor(at), "more": bool(_after(at, 1)) if more else False}


def _after(place: Place, limit: int) -> list[Publication]:
    later = Q(modified__gt=place.moment) | Q(modified=place.moment, path__gt=place.path)
    rows = Publication.objects.filter(later).select_related("municipality").order_by("modified", "path")
    return list(rows[:limit])
