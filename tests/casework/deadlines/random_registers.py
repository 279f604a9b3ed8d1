"""Small registers by chance: what clerks see, and what they would call strange."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import replace

from casework.deadlines.asking import ALWAYS, FIRST_OFFER, FIRST_TALK, FOUR_TALKS, NEW, OLD
from casework.deadlines.registers import Row
from pejl.law.duty import Clock, Counts, Exempt, Kind, Span, Starts
from pejl.law.rule import InForce

LESS_INTENSIVE = Exempt("mindre_intensiv", "Fritaget.", "§ 106", rule="fritaget_efter_106")

DUTIES = (
    replace(FOUR_TALKS, force=OLD, target_groups=("jobparat", "aktivitetsparat"), exceptions=(LESS_INTENSIVE,)),
    replace(FOUR_TALKS, force=NEW, required=2, exceptions=(LESS_INTENSIVE,)),
    replace(FIRST_TALK, target_groups=(), benefits=("kontanthjaelp",), force=replace(OLD, cases_until=None)),
    replace(FIRST_OFFER, force=OLD, exceptions=(LESS_INTENSIVE,)),
    replace(
        FIRST_OFFER,
        force=NEW,
        counts=replace(FIRST_OFFER.counts, kinds=(*FIRST_OFFER.counts.kinds, "vejledning_opkvalificering")),
    ),
    replace(
        FOUR_TALKS,
        name="bundet",
        force=InForce(since=dt.date(2025, 1, 1), cases_until=dt.date(2025, 12, 31)),
        target_groups=("jobparat", "dagpengemodtager"),
    ),
    replace(
        FOUR_TALKS,
        name="kommunens",
        required=2,
        clock=Clock(Starts.CASE, due=Span(months=6), opens_at=Starts.HANDOVER),
        target_groups=("dagpengemodtager",),
    ),
    replace(
        FOUR_TALKS,
        name="aarlige",
        required=2,
        clock=Clock(Starts.SPELL, due=Span(months=3), repeats=Span(months=3)),
        late_counts=True,
    ),
    replace(
        FOUR_TALKS,
        name="timer",
        kind=Kind.HOURS,
        required=37,
        clock=Clock(Starts.SPELL, due=Span(months=1), repeats=Span(months=1)),
        counts=Counts(kinds=("nytteindsats", "virksomhedspraktik"), weekly_hours=37.0),
        rates=("mindstesats",),
        target_groups=(),
    ),
    replace(
        FOUR_TALKS,
        name="plan",
        kind=Kind.PLAN,
        required=1,
        clock=Clock(Starts.LATEST, due=Span(months=2)),
        counts=Counts(kinds=("min_plan",)),
        late_counts=True,
    ),
    replace(
        FOUR_TALKS,
        name="syge",
        required=1,
        clock=Clock(Starts.ABSENCE, due=Span(days=55)),
        counts=Counts(kinds=("jobsamtale",), forms=("fremmoede",)),
        target_groups=("sygedagpenge_kategori_2",),
        late_counts=True,
    ),
    replace(
        FOUR_TALKS,
        name="revurdering",
        kind=Kind.REASSESSMENT,
        required=1,
        clock=Clock(Starts.PAID_WEEKS, due=Span(), end_of_month=True),
        counts=Counts(),
        target_groups=("sygedagpenge_kategori_2", "sygedagpengemodtager"),
        force=ALWAYS,
        late_counts=True,
    ),
)
"""Duties of every kind and clock, with versions before and after the reform."""

Tables = dict[str, list[Row]]


def register(seed: int, persons: int = 12) -> Tables:
    """A register of some persons, with what is usual and what is odd."""
    chance = random.Random(seed)
    tables: Tables = {
        name: [] for name in ("benefit_spells", "sick_leave_spells", "talks", "offers", "plans", "decisions")
    }
    for number in range(persons):
        _person(chance, f"p{number}", tables)
    return tables


def _person(chance: random.Random, who: str, tables: Tables) -> None:
    start = dt.date(2025, 3, 1) + dt.timedelta(chance.randrange(600))
    case = start
    for number in range(chance.choice([1, 1, 2, 3])):
        end = start + dt.timedelta(chance.randrange(20, 260)) if chance.random() < 0.8 else None
        group = chance.choice(
            ["jobparat", "jobparat", "aktivitetsparat", "dagpengemodtager", "sygedagpenge_kategori_2", ""]
        )
        tables["benefit_spells"].append(
            {
                "id": f"{who}-{number}",
                "person": who,
                "benefit": chance.choice(["kontanthjaelp", "dagpenge"]),
                "target_group": group,
                "rate": chance.choice(["", "mindstesats", "grundsats"]),
                "start": str(start),
                "end": str(end or ""),
                "case_start": chance.choice(["", str(case)]) if case == start else str(case),
                "hours_paid": chance.choice(["", "0", "100.5", "410", "800"]),
                "special_effort": chance.choice([None, False, False, True]),
                "unit": "Job",
                "team": chance.choice(["Nord", "Syd"]),
                "caseworker": "SB1",
            }
        )
        if end is None:
            break
        start = end + dt.timedelta(chance.choice([1, 1, 1, 20, -15]))
        case = case if chance.random() < 0.6 and start >= case else start
    _sick(chance, who, tables)
    first = dt.date(2025, 3, 1)
    for number in range(chance.randrange(chance.choice([3, 12, 60]))):
        tables["talks"].append(_talk(chance, f"{who}-{number}", who, first + dt.timedelta(chance.randrange(620))))
    for number in range(chance.randrange(4)):
        tables["offers"].append(_offer(chance, f"{who}-{number}", who, first + dt.timedelta(chance.randrange(620))))
    for number in range(chance.randrange(3)):
        made = first + dt.timedelta(chance.randrange(500))
        later = [str(made + dt.timedelta(chance.randrange(200))), ""]
        plan: Mapping[str, object] = {
            "id": f"{who}-{number}",
            "person": who,
            "kind": chance.choice(["min_plan", "min_plan", "cv"]),
            "made": str(made),
            "updated": chance.choice(later),
            "used": chance.choice(later),
        }
        tables["plans"].append(plan)


def _sick(chance: random.Random, who: str, tables: Tables) -> None:
    first = dt.date(2025, 1, 10) + dt.timedelta(chance.randrange(500))
    for number in range(chance.choice([0, 1, 2, 3])):
        last = first + dt.timedelta(chance.randrange(10, 260)) if chance.random() < 0.8 else None
        tables["sick_leave_spells"].append(
            {
                "id": f"{who}-g{number}",
                "person": who,
                "first_day": str(first),
                "last_day": str(last or ""),
                "employer": chance.random() < 0.5,
                "sector": chance.choice(["", "selvstaendig", "kommune"]),
                "weeks_paid_9_months": chance.choice(["", "0", "3.5", "20"]),
                "unit": "Syge",
                "team": "Øst",
                "caseworker": "SB2",
            }
        )
        if chance.random() < 0.6:
            tables["benefit_spells"].append(
                {
                    "id": f"{who}-s{number}",
                    "person": who,
                    "benefit": "sygedagpenge",
                    "target_group": chance.choice(["sygedagpenge_kategori_2", "sygedagpengemodtager"]),
                    "start": str(first),
                    "end": str(last or ""),
                    "case_start": str(first),
                }
            )
        if chance.random() < 0.4:
            decided = first + dt.timedelta(chance.randrange(250))
            tables["decisions"].append(
                {
                    "id": f"{who}-d{number}",
                    "person": who,
                    "act": chance.choice(["sdp", "sdp", "las"]),
                    "section": chance.choice(["§ 24", "§ 27, stk. 1, nr. 2", "§ 56", ""]),
                    "decided": str(decided),
                }
            )
        if last is None:
            return
        first = last + dt.timedelta(chance.randrange(1, 90))


def _talk(chance: random.Random, number: str, who: str, day: dt.date) -> Row:
    return {
        "id": number,
        "person": who,
        "type": chance.choice(["jobsamtale", "jobsamtale", "cv_samtale"]),
        "form": chance.choice(["fremmoede", "telefon", ""]),
        "authority": chance.choice(["kommune", "kommune", "akasse", "faelles"]),
        "day": str(day),
        "status": chance.choice(["afholdt", "afholdt", "afholdt", "booket", "aflyst", "udeblevet"]),
    }


def _offer(chance: random.Random, number: str, who: str, start: dt.date) -> Row:
    status = chance.choice(["tilbudt", "i_gang", "i_gang", "gennemfoert", "afbrudt", "ikke_paabegyndt"])
    ends = status in ("gennemfoert", "afbrudt") or chance.random() < 0.5
    begins = status not in ("tilbudt", "ikke_paabegyndt") or chance.random() < 0.6
    length = chance.choice([0, 5, 12, 13, 30, 90])
    return {
        "id": number,
        "person": who,
        "kind": chance.choice(["virksomhedspraktik", "loentilskud", "nytteindsats", "vejledning_opkvalificering"]),
        "offered": chance.choice(["", str(start - dt.timedelta(chance.randrange(40)))]),
        "start": str(start) if begins else "",
        "end": str(start + dt.timedelta(length)) if ends and begins else "",
        "hours_a_week": chance.choice(["", "37", "18.5", "20"]),
        "status": status,
    }
