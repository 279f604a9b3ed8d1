"""What longer or shorter spells cost the municipality in a year, as it may be shown, with all that is supposed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pejl.calendar.days import danish_day
from pejl.casework.duration.cost import Costs, Step, costs
from pejl.casework.duration.published import Published, published
from pejl.casework.duration.spells import Which, spells_of
from pejl.casework.duration.weekly import Amounts, Weekly, weekly
from pejl.law.label import label
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import NoRule, NotSettled, Refusal
from pejl.law.scenario import Scenario
from pejl.register.kept import NothingKnown
from pejl.register.small_counts import FEW, Count, rounded
from pejl.register.snapshot import Snapshot

BENEFITS = ("sygedagpenge", "dagpenge", "kontanthjaelp")
"""The benefits whose financing a source names, and whose spells can become longer."""

MOST_DAYS = 365
KRONER_TO = 10_000
"""Kroner to which a cost is rounded, always."""

_STEP_ENDS = ("foerste_trin_til_uge", "andet_trin_til_uge", "tredje_trin_til_uge")
_WHICH = {
    Which.ENDED: "Hvert forløb, der sluttede i året, er gjort så meget længere eller kortere. Forløb, der stadig løb "
    "ved årets slutning, tæller i det år, de slutter.",
    Which.RUNNING: "Hvert forløb, der løb på årets sidste dag, er gjort så meget længere eller kortere, som om det "
    "sluttede den dag. Forløb, der sluttede tidligere i året, er ikke med.",
}
_SHARES = {"refusion": "kommunens_andel", "medfinansiering": "medfinansiering_andel"}


@dataclass(frozen=True, slots=True)
class StepTold:
    """What the weeks from `first` to `last` contribute: spells to the nearest ten, kroner to the nearest 10,000."""

    first: int
    last: int | None
    percent: float
    spells: Count
    weeks: Count
    municipality: int


@dataclass(frozen=True, slots=True)
class Duration:
    """The answer. `costs` are exact and not shown; `steps`, `municipality` and `gross` are as they may be.

    They are None and empty where the spells are fewer than five. `one_clock` says that weeks on all benefits count.
    """

    benefit: str
    days: int
    year: int
    which: Which
    law: LawOnDay
    snapshot: str
    known: dt.date
    week: Weekly
    one_clock: bool
    spells: Count
    costs: tuple[Costs, ...]
    steps: tuple[StepTold, ...]
    municipality: int | None
    gross: int | None
    published: Published | None
    assumptions: tuple[str, ...]

    @property
    def scenario(self) -> Scenario | None:
        """What is supposed beside the law."""
        return self.law.scenario


def last_year(snapshot: Snapshot) -> int:
    """The last whole year that the snapshot knows."""
    known = snapshot.known
    return known.year if (known.month, known.day) == (12, 31) else known.year - 1


def duration(
    snapshot: Snapshot,
    law: LawOnDay,
    benefit: str,
    days: int,
    year: int,
    amounts: Amounts = Amounts.LAW,
    which: Which = Which.ENDED,
) -> Duration:
    """What `days` more of each spell of the year come to. Raises a `Refusal` or `NothingKnown`."""
    if dt.date(year, 12, 31) > snapshot.known:
        raise NothingKnown(f"Øjebliksbilledet ved besked til {danish_day(snapshot.known)} og ikke om hele {year}.")
    week = weekly(snapshot, law, benefit, year, amounts)
    anew = _anew_after(law)
    spells = spells_of(snapshot, benefit, year, which=which, anew_after=anew)
    found = costs(spells, days, steps_of(law, benefit), week.kroner)
    enough = len(spells) >= FEW
    return Duration(
        benefit,
        days,
        year,
        which,
        law,
        snapshot.id,
        snapshot.known,
        week,
        anew is not None,
        rounded(len(spells)),
        tuple(found),
        tuple(_told(found)) if enough else (),
        _kroner(sum(each.municipality for each in found)) if enough else None,
        _kroner(sum(each.gross for each in found)) if enough else None,
        published(benefit, days),
        tuple(_assumptions(law, benefit, week, which, anew)),
    )


def steps_of(law: LawOnDay, benefit: str) -> list[Step]:
    """The steps of the scale with the municipality's share. Raises a `Refusal` where it is not settled."""
    kind = law.person({"ydelse": benefit}, ["finansiering"]).values["finansiering"]
    if kind not in _SHARES:
        raise NoRule("finansiering", f"Hvem der betaler {label(benefit)}, siger kilden intet om.")
    ends = [int(law.value(name).value) for name in _STEP_ENDS]  # type: ignore[arg-type]
    firsts = [1, *(end + 1 for end in ends)]
    shares = law.arrays({"uge": np.array(firsts)}, [_SHARES[kind]])[_SHARES[kind]]
    return [Step(first, last, float(share)) for first, last, share in zip(firsts, [*ends, None], shares, strict=True)]


def _anew_after(law: LawOnDay) -> int | None:
    """After how many weeks without a benefit the count begins anew, where the law, or a scenario, lets it be used."""
    if isinstance(law.settled("uger_taelles_forfra"), Refusal):
        return None
    return int(law.value("uger_uden_ydelse_til_nulstilling").value)  # type: ignore[arg-type]


def _told(found: Sequence[Costs]) -> Iterator[StepTold]:
    """The steps; one with few spells is put together with the next, the last with those before. One with none stays."""
    groups: list[list[Costs]] = []
    waiting: list[Costs] = []
    for each in found:
        waiting.append(each)
        if not 0 < _spells(waiting) < FEW:
            groups.append(waiting)
            waiting = []
    while waiting and groups:
        waiting = groups.pop() + waiting
        if _spells(waiting) >= FEW:
            groups.append(waiting)
            waiting = []
    for group in groups:
        yield _step_told(group)


def _spells(group: Sequence[Costs]) -> int:
    return sum(each.spells for each in group)


def _step_told(group: Sequence[Costs]) -> StepTold:
    gross, paid = sum(each.gross for each in group), sum(each.municipality for each in group)
    weeks = abs(sum(each.days for each in group)) // 7
    percent = group[0].step.percent if len(group) == 1 or not gross else round(100 * paid / gross)
    spells = rounded(_spells(group))
    return StepTold(group[0].step.first, group[-1].step.last, percent, spells, rounded(weeks), _kroner(paid))


def _kroner(value: float) -> int:
    return round(value / KRONER_TO) * KRONER_TO


def _assumptions(law: LawOnDay, benefit: str, week: Weekly, which: Which, anew: int | None) -> Iterator[str]:
    yield _WHICH[which]
    yield week.says
    yield _of_clock(anew)
    yield (
        "En ny dag ligger efter forløbets sidste dag og betales med den uges andel. Et forløb mister aldrig flere "
        "dage, end det har."
    )
    yield (
        "Hvad borgeren ellers ville have fået i de dage (løn eller en anden ydelse), er ikke trukket fra, og heller "
        "ikke skat, indsats eller administration."
    )
    if benefit == "sygedagpenge":
        yield (
            "Ugerne tælles fra den første dag, kommunen betaler for. De dage, en arbejdsgiver betaler først, og den "
            "refusion, en arbejdsgiver får, er ikke regnet med for sig."
        )
    if benefit == "dagpenge":
        yield (
            "Kommunens medfinansiering af dagpenge følger samme trappe som refusionen. Det er alment kendt, ikke "
            "bekræftet."
        )
    if any(isinstance(found, NotSettled) for found in law.plan(["uger_taelles_forfra"]).refusals.values()):
        yield "Reglen om, hvornår ugerne tælles forfra, er ikke bekræftet og bruges kun i et scenarie, der siger det."


def _of_clock(anew: int | None) -> str:
    if anew is None:
        return (
            "Ugerne tælles fra forløbets egen første dag. Tæller tidligere ydelser med, ligger dagene på et højere "
            "trin, og kommunen betaler mere."
        )
    return (
        f"Ugerne tælles på tværs af ydelser og forfra efter {anew} uger uden ydelse inden for 3 år, bagud fra "
        "forløbets sidste dag. Det er alment kendt, ikke bekræftet."
    )
