"""A reform judged on a caseload, exactly. It is not shown: `reform.told` makes of it what may be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import ibis

from pejl.casework.reform.both_laws import both, wanted
from pejl.casework.reform.caseload import BENEFITS, TaxCard, assumptions, caseload
from pejl.casework.reform.cube import Cell, Part, counted, marked
from pejl.casework.reform.households import Households, losing
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import NotSettled, Refusal
from pejl.law.scenario import Scenario
from pejl.register.snapshot import Snapshot

RATE_FACTS = ("satsgruppe", "kontanthjaelp_sats")
"""The rules that decide which rate somebody gets: what they must be told is what a judgement fails on first."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everyone on a benefit that the law sets, by two laws. `cells` are those whose change is known, `households`
    those homes that lose.

    `reasons` and `lacking` tell why it is unknown for the others (`cube.Counted`); `unsettled` are sentences on what
    of the two laws is not settled, `elsewhere` counts those on other benefits, whose amount the law here does not set.
    """

    before: LawOnDay
    after: LawOnDay
    day: dt.date
    snapshot: str
    known: dt.date
    tax: TaxCard | None
    cells: tuple[Cell, ...]
    households: tuple[Households, ...]
    parts: tuple[Part, ...]
    reasons: Mapping[str, int]
    lacking: Mapping[str, int]
    elsewhere: int
    unsettled: tuple[str, ...]
    assumptions: tuple[str, ...]

    @property
    def scenario(self) -> Scenario | None:
        """What is supposed beside the law, where the answers rest on it."""
        return self.after.scenario or self.before.scenario

    @property
    def supposed(self) -> tuple[str, ...]:
        """The names of the law that the scenario answered for."""
        laws = (self.before, self.after)
        return tuple(dict.fromkeys(name for law in laws for name in law.plan(wanted(law)).scenario))

    @property
    def losers(self) -> tuple[Cell, ...]:
        """Those who get less."""
        return tuple(cell for cell in self.cells if cell.band is not None and cell.change < 0)

    @property
    def gainers(self) -> tuple[Cell, ...]:
        """Those who get more."""
        return tuple(cell for cell in self.cells if cell.band is not None and cell.change > 0)

    @property
    def same(self) -> tuple[Cell, ...]:
        """Those for whom nothing changes."""
        return tuple(cell for cell in self.cells if cell.band is None)


def judged_day(snapshot: Snapshot, later: dt.date) -> dt.date:
    """The day whose caseload is judged where nobody says: the day before the later law, if the snapshot knows it."""
    return min(snapshot.known, later - dt.timedelta(days=1))


def judge(
    snapshot: Snapshot, before: LawOnDay, after: LawOnDay, *, day: dt.date | None = None, tax: TaxCard | None = None
) -> Judgement:
    """Put everyone who is on a benefit on the day before both laws. Raises `NothingKnown` without persons or spells."""
    day = day or judged_day(snapshot, after.day)
    laws = (before, after)
    names = tuple(dict.fromkeys((*wanted(before), *wanted(after))))
    judged = both(caseload(snapshot, day, tax), before, after).to_pyarrow()  # one long question; counting is short
    rows, facts = ibis.memtable(judged), _rate_facts(laws)
    found = counted(rows, facts)
    return Judgement(
        before,
        after,
        day,
        snapshot.id,
        snapshot.known,
        tax,
        found.cells,
        losing(marked(rows, facts)),
        found.parts,
        found.reasons,
        found.lacking,
        _elsewhere(snapshot, day),
        tuple(dict.fromkeys(str(each) for law in laws for each in _unsettled(law))),
        tuple(assumptions(laws, names, day, tax)),
    )


def _rate_facts(laws: tuple[LawOnDay, LawOnDay]) -> tuple[str, ...]:
    """The facts that decide the rate on either day."""
    found = (
        given.name for law in laws for given in law.plan([name for name in RATE_FACTS if name in wanted(law)]).givens
    )
    return tuple(dict.fromkeys(found))


def _unsettled(law: LawOnDay) -> list[Refusal]:
    found = law.plan(wanted(law)).refusals.values()
    return [each for each in found if isinstance(each, NotSettled)]


def _elsewhere(snapshot: Snapshot, day: dt.date) -> int:
    """Persons on another benefit on the day, and on none of those that are judged."""
    spells = snapshot.on(day).table("benefit_spells")
    own = spells.group_by("person").aggregate(judged=spells.benefit.isin(BENEFITS).any())
    return int(own.filter(~own.judged).count().execute())
