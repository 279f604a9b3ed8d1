"""Who can be drawn, and how many there are in a year, as the register tells it."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pytest

from casework.deadlines.registers import Held, Row
from pejl.register.snapshot import Snapshot
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.trial import out_of_register
from pejl.screening.trial.candidate import Candidate
from pejl.screening.trial.inflow import inflow
from screening.trial.protocols import protocol

KNOWN = dt.date(2026, 10, 31)
COLUMNS = ("spell", "person", "municipality", "unit", "team")


def asked(monkeypatch: pytest.MonkeyPatch, spell: str, entry: float) -> Candidate | None:
    """A register with one sick leave in it, s1, and a model that says 0.4 of everybody."""
    row = dict(zip(COLUMNS, ("s1", "p1", "998", "Sygefravær", None), strict=True))

    def open_on(_snapshot: object, day: dt.date, *, spells: list[str]) -> Any:
        assert day == KNOWN
        found = [row] if spells == ["s1"] else []
        ids = pa.Table.from_pylist(found, pa.schema([(name, pa.string()) for name in COLUMNS]))
        spells_of = SimpleNamespace(columns={}, ends=SimpleNamespace(entry=np.array([entry])))
        return type("Rows", (), {"__len__": lambda _: len(found), "ids": ids, "spells": spells_of})()

    monkeypatch.setattr(out_of_register, "open_on", SimpleNamespace(open_on=open_on))
    model = SimpleNamespace(sha256="0" * 64, chances=lambda *_: (np.array([[0.4]]), None))
    return out_of_register.candidate_of(
        cast(Snapshot, SimpleNamespace(known=KNOWN)),
        spell,
        protocol(),
        cast(HazardModel, model),
        dt.date(2027, 1, 5),
        objected=lambda person: person == "p1",
        shown=lambda _person, spell: spell == "s2",
    )


def test_a_running_sick_leave_is_a_candidate_with_what_the_frozen_model_says(monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(monkeypatch, "s1", 6)
    assert found is not None and (found.person, found.municipality, found.team) == ("p1", 998, None)
    assert (found.chance, found.objected, found.shown, found.employer) == (0.4, True, False, True)
    assert asked(monkeypatch, "s9", 6) is None


def test_beyond_the_protocols_week_there_is_no_chance_to_give(monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(monkeypatch, "s1", 26)
    assert found is not None and found.chance is None


def sick(number: int, first: dt.date, weeks: int | None, why: str | None = None, **other: object) -> Row:
    last = first + dt.timedelta(weeks=weeks) if weeks else None
    return {
        "id": f"s{number}",
        "person": f"p{number}",
        "first_day": first,
        "last_day": last,
        "exit_reason": why,
        "employer": True,
        **other,
    }


def test_a_years_inflow_is_those_whom_the_municipality_took_over_and_the_share_that_returns() -> None:
    earlier, lately = dt.date(2024, 11, 20), dt.date(2026, 5, 1)
    rows = [
        *(sick(number, earlier, 10, "rask") for number in range(6)),
        *(sick(number, earlier, 30, "anden_ydelse") for number in range(6, 8)),
        *(sick(number, earlier, None) for number in range(8, 10)),
        *(sick(number, lately, None) for number in range(10, 15)),
        sick(20, lately, 2, "rask"),  # it ended while the employer paid
        sick(21, lately, None, employer=False),
        sick(22, KNOWN - dt.timedelta(days=10), None),  # it has not been taken over yet
    ]
    found = inflow(cast(Snapshot, Held({"sick_leave_spells": rows}, KNOWN)), ("tilbage",), 52)
    assert found.persons_a_year == 5
    assert found.seen_to_end == pytest.approx(0.6)
