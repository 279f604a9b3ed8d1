"""How a case has moved between bodies: announced against actual."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from pejl.record.models import Case, Item, Pointer
from pejl.record.queries.pointers import BodyDay, Resolved, meetings_on


@dataclass(frozen=True)
class Treatment:
    """A station that happened: the case was an item of a meeting. `announced` tells that an earlier station said so."""

    item: Item
    announced: bool

    @property
    def date(self) -> dt.date | None:
        """The meeting's day."""
        return self.item.meeting.date


@dataclass(frozen=True)
class Announced:
    """A station that an earlier treatment announced and where the case is not on any agenda that is here.

    `stop.meeting` is the meeting announced, where the record has it: the case was not treated at it after all.
    """

    stop: Resolved

    @property
    def date(self) -> dt.date | None:
        """The day announced."""
        return self.stop.pointer.date


@dataclass(frozen=True)
class CaseHistory:
    """A case with its stations in the order of their days; stations without a day stand last."""

    case: Case
    title: str
    stations: tuple[Treatment | Announced, ...]

    @property
    def treatments(self) -> int:
        """How many stations happened."""
        return sum(isinstance(station, Treatment) for station in self.stations)

    @property
    def ahead(self) -> int:
        """How many stations are announced only."""
        return len(self.stations) - self.treatments


def case_history(municipality: str, slug: str) -> CaseHistory | None:
    """The case at an address with its stations, or None."""
    case = Case.objects.select_related("municipality").filter(municipality__slug=municipality, slug=slug).first()
    if case is None:
        return None
    items = list(
        Item.objects.filter(case=case)
        .select_related("meeting__body__municipality", "document")
        .defer("detail", "document__content")
        .order_by("meeting__date", "meeting__slug", "position")
    )
    stops = list(
        Pointer.objects.filter(item__in=items, item__closed=False, kind=Pointer.ROUTE).order_by("date", "position")
    )
    stations: list[Treatment | Announced] = [*_treatments(items, stops), *_unmet(items, stops)]
    stations.sort(key=lambda station: (station.date is None, station.date or dt.date.max))
    return CaseHistory(case, _usual_title(items), tuple(stations))


def _usual_title(items: list[Item]) -> str:
    """The title that most treatments of the case have, of several the latest; empty where none has one."""
    titles = Counter(item.title for item in reversed(items) if item.title)
    return titles.most_common(1)[0][0] if titles else ""


def _treatments(items: list[Item], stops: list[Pointer]) -> list[Treatment]:
    announced = {(stop.body_key, stop.date) for stop in stops}
    return [Treatment(item, (item.meeting.body.key, item.meeting.date) in announced) for item in items]


def _unmet(items: list[Item], stops: list[Pointer]) -> list[Announced]:
    """Announced stops that none of the case's treatments met, each body and day once, by who announced it first."""
    by_item = {item.pk: item for item in items}
    met = {(item.meeting.body.key, item.meeting.date) for item in items}
    unmet: dict[BodyDay, Pointer] = {}
    for stop in stops:
        if (stop.body_key, stop.date) not in met:
            unmet.setdefault((stop.body_key, stop.date), stop)
    here = meetings_on(items[0].meeting.body.municipality_id, unmet) if unmet else {}
    return [Announced(Resolved(stop, by_item[stop.item_id], here.get(key), None)) for key, stop in unmet.items()]
