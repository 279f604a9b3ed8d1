"""How a case has moved between bodies: its runs, each clause's fate, and announced against actual route."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pejl.record.models import Case, Item, Meeting
from pejl.record.queries.retractions import withdrawn_on
from pejl.record.queries.stations import BodyOnDay, held, items_of, stations_of
from pejl.record.threads.fates import ClauseThread, Fate, Step, clause_threads
from pejl.record.threads.runs import runs
from pejl.record.threads.station import Station
from pejl.record.threads.stops import StopMet, stops_met
from pejl.record.threads.title import usual_title


@dataclass(frozen=True)
class Treatment:
    """A station that happened: an item of a meeting, with the announced stop that it met, if any did."""

    item: Item
    station: Station
    met: StopMet | None

    @property
    def days(self) -> int | None:
        """Days since the meeting that announced it."""
        return self.met.waited if self.met else None


@dataclass(frozen=True)
class Unmet:
    """An announced stop that no treatment met: who announced it, and the meeting announced where it is here."""

    stop: StopMet
    announced_by: Item
    meeting: Meeting | None


@dataclass(frozen=True)
class ClauseFate:
    """A clause with what became of it, and each treatment that put it or decided on it."""

    text: str
    fate: Fate
    met: tuple[tuple[Treatment, Step], ...]


@dataclass(frozen=True)
class Run:
    """One matter of the case on its way."""

    title: str
    treatments: tuple[Treatment, ...]
    unmet: tuple[Unmet, ...]
    clauses: tuple[ClauseFate, ...]


@dataclass(frozen=True)
class CaseHistory:
    """A case with its runs, the one that began last first."""

    case: Case
    title: str
    runs: tuple[Run, ...]

    @property
    def treatments(self) -> int:
        """How many stations happened."""
        return sum(len(run.treatments) for run in self.runs)

    @property
    def follows_clauses(self) -> bool:
        """Whether any clause can be followed from one station to another."""
        return any(run.clauses and len(run.treatments) > 1 for run in self.runs)

    @property
    def ahead(self) -> int:
        """How many stations are announced only."""
        return sum(len(run.unmet) for run in self.runs)


def case_history(municipality: str, slug: str) -> CaseHistory | None:
    """The case at an address with its runs, or None. Five database queries at most."""
    case = Case.objects.select_related("municipality").filter(municipality__slug=municipality, slug=slug).first()
    if case is None:
        return None
    items = items_of(case)
    return CaseHistory(case, usual_title([item.title for item in items]), tuple(_runs(case, items)))


def stops_of(item: Item) -> tuple[tuple[StopMet, Item | None], ...]:
    """What came of each stop that the item announces, with the item there. Four database queries at most."""
    if item.case is None:
        return ()
    items = items_of(item.case)
    by_key = {row.pk: row for row in items}
    for run in _runs(item.case, items):
        if any(treatment.item.pk == item.pk for treatment in run.treatments):
            met = [treatment.met for treatment in run.treatments if treatment.met]
            every = [*met, *(unmet.stop for unmet in run.unmet)]
            own = (stop for stop in every if stop.announced_by.key == item.pk)
            return tuple((stop, by_key[stop.met.key] if stop.met else None) for stop in own)
    return ()


def _runs(case: Case, items: Sequence[Item]) -> Iterable[Run]:
    rows = {item.pk: item for item in items}
    stations = stations_of(items)
    announced = {(stop.body, stop.day) for station in stations.values() for stop in station.stops if stop.day}
    here = held(case.municipality_id, announced)
    gone = withdrawn_on(case.municipality_id, announced - here.keys())
    for run in runs(stations.values()):
        stops = stops_met(run, here, gone)
        met = {stop.met.key: stop for stop in stops if stop.met}
        treatments = tuple(Treatment(rows[station.key], station, met.get(station.key)) for station in run)
        yield Run(
            title=usual_title([rows[station.key].title for station in run]),
            treatments=treatments,
            unmet=tuple(
                Unmet(stop, rows[stop.announced_by.key], _meeting(stop, here)) for stop in stops if stop.met is None
            ),
            clauses=tuple(_fate(thread, treatments) for thread in clause_threads(run)),
        )


def _fate(thread: ClauseThread, treatments: Sequence[Treatment]) -> ClauseFate:
    met = tuple((treatment, step) for treatment, step in zip(treatments, thread.steps, strict=True) if step)
    return ClauseFate(thread.text, thread.fate, met)


def _meeting(stop: StopMet, here: dict[BodyOnDay, Meeting]) -> Meeting | None:
    return here.get((stop.stop.body, stop.stop.day)) if stop.stop.day else None
