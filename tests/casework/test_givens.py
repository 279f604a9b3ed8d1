"""What the law is told of each running benefit spell."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis

from casework.deadlines.registers import Held, person, spell
from pejl.casework.givens import OF_MONTH, OF_PERSON, OF_SICK_LEAVE, OF_SPELL, facts
from pejl.law.law import law

DAY = dt.date(2026, 5, 10)


class OnDay(Held):
    """With what held on a day, as a snapshot has it."""

    def on(self, day: dt.date) -> Any:
        held = self

        class Then:
            def table(self, name: str) -> ibis.Table:
                rows = held.table(name)
                first, last = ("first_day", "last_day") if name == "sick_leave_spells" else ("start", "end")
                return rows.filter((rows[first] <= day) & (rows[last].isnull() | (rows[last] >= day)))

        return Then()


def told(**tables: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = facts(OnDay(tables), DAY).to_pyarrow().to_pylist()  # type: ignore[arg-type]
    return rows


def test_every_name_is_a_given_of_the_law() -> None:
    names = law().on(DAY).book.givens
    assert {*OF_SPELL, *OF_PERSON, *OF_SICK_LEAVE, *OF_MONTH} <= set(names)


def test_a_spell_that_runs_is_told_with_its_person_leave_and_month() -> None:
    rows = told(
        benefit_spells=[spell("2026-01-05", rate="grundsats"), spell("2025-01-05", "2025-05-01")],
        persons=[person(residence_years="8.5", children=2)],
        sick_leave_spells=[
            {"id": "g1", "person": "p", "first_day": "2026-04-01", "employer": False, "sector": "selvstaendig"},
            {"id": "g2", "person": "p", "first_day": "2026-03-01", "employer": True},
        ],
        payments=[
            {"person": "p", "benefit": "kontanthjaelp", "month": "2026-05-01", "gross": "100", "earnings": "5000"},
            {"person": "p", "benefit": "kontanthjaelp", "month": "2026-04-01", "gross": "100", "earnings": "9000"},
        ],
    )
    assert len(rows) == 1
    assert rows[0]["spell"] == "s2026-01-05"
    assert (rows[0]["alder"], rows[0]["opholdsaar"], rows[0]["boern"]) == (46, 8.5, 2)
    assert (rows[0]["udbetalt_sats"], rows[0]["mindre_intensiv_indsats"]) == ("grundsats", None)
    assert (rows[0]["foerste_fravaersdag"], rows[0]["selvstaendig"]) == (dt.date(2026, 4, 1), True)
    assert rows[0]["arbejdsindtaegt"] == 5000.0


def test_who_is_not_among_the_persons_is_told_of_with_what_is_known() -> None:
    rows = told(benefit_spells=[spell("2026-01-05")])
    assert (rows[0]["maalgruppe"], rows[0]["alder"], rows[0]["har_arbejdsgiver"]) == ("jobparat", None, None)
