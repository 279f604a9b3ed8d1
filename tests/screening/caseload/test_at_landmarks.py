"""The register's sick leaves at their landmarks: who is there, what is known of them, and how they went on."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pytest

from casework.deadlines.registers import Held, person
from pejl.screening.caseload.asked import WISHES_TALK, asked_first, expected_weeks
from pejl.screening.caseload.at_landmarks import TOLD_WITHIN, at_landmarks
from pejl.screening.caseload.days import day_number, day_of
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.caseload.open_on import open_on
from pejl.screening.caseload.values import DRAWERS, Looked
from pejl.screening.features.declared import FEATURES
from pejl.screening.features.feature import Feature, Known, Proxy
from pejl.screening.features.refusals import Dated, Refused
from pejl.screening.landmarks import EXITS, Exit
from pejl.screening.spells import NOT_ENDED

KNOWN = dt.date(2026, 6, 30)
Row = Mapping[str, object]


def leave(number: str, first: str, last: str = "", exit_reason: str = "rask", **other: object) -> Row:
    row = {"id": number, "person": number.lower(), "first_day": first, "notified": first, "last_day": last}
    reason = exit_reason if last else None
    return {**row, "exit_reason": reason, "employer": True, "cause_group": "ulykke", "sector": "stat", **other}


def register(*leaves: Row, answers: Sequence[Row] = (), benefits: Sequence[Row] = (), **persons: Row) -> Held:
    """A register that holds everything from the end of the first leave on: "old" ended on 1 January 2024."""
    old = leave("old", "2023-06-01", "2024-01-01")
    known = [old, *leaves]
    people = [person(str(each["person"]), **persons.get(str(each["person"]), {})) for each in known]
    tables = {"sick_leave_spells": known, "persons": people, "survey_answers": answers, "benefit_spells": benefits}
    return Held(tables, KNOWN)


def answer(of: str, day: str, question: str = "smerter", value: int = 7) -> Row:
    return {"survey": "s", "person": of, "question": question, "answered": day, "answer": value}


def of(rows: LandmarkRows, spell: str) -> LandmarkRows:
    return rows.only(np.array([each == spell for each in rows.ids["spell"].to_pylist()], np.bool_))


def value(rows: LandmarkRows, name: str) -> list[object]:
    return [None if each != each else each for each in rows.spells.columns[name].tolist()]


def test_a_leave_is_looked_at_when_the_municipality_takes_over_and_at_every_landmark_that_it_reaches() -> None:
    rows = of(at_landmarks(register(leave("A", "2025-01-01", "2025-04-30"))), "A")
    assert rows.landmarks.tolist() == ["indgang", "uge_8", "uge_13"]
    assert rows.ids["day"].to_pylist() == [dt.date(2025, 1, 31), dt.date(2025, 2, 26), dt.date(2025, 4, 2)]
    assert rows.spells.ends.entry.tolist() == pytest.approx([30 / 7, 8, 13])
    assert set(rows.spells.ends.time.tolist()) == {120 / 7}
    assert rows.spells.ends.exit.tolist() == [EXITS.index(Exit.TILBAGE)] * 3
    assert len(set(rows.spells.same.tolist())) == 1


def test_late_notification_moves_intake_and_no_landmark_lies_before_it() -> None:
    rows = of(at_landmarks(register(leave("A", "2025-01-01", "2025-05-30", notified="2025-03-01"))), "A")
    assert rows.landmarks.tolist() == ["indgang", "uge_13"]
    assert rows.ids["day"].to_pylist()[0] == dt.date(2025, 3, 1)


def test_only_people_with_an_employer_and_only_those_whom_the_municipality_ever_had() -> None:
    rows = at_landmarks(
        register(leave("A", "2025-01-01", "2025-03-30", employer=False), leave("B", "2025-01-01", "2025-01-20"))
    )
    assert {"A", "B"}.isdisjoint(rows.ids["spell"].to_pylist())
    assert rows.left_out["uden_arbejdsgiver"] == 1
    assert rows.left_out["sluttet_foer_indgangen"] == 1


def test_what_is_there_only_because_it_lasted_is_looked_at_from_where_the_register_begins() -> None:
    long = leave("A", "2023-09-01", "2024-03-30")
    rows = at_landmarks(register(long, leave("B", "2023-09-01", "2024-01-02")))
    assert of(rows, "A").landmarks.tolist() == ["uge_22"]
    assert rows.left_out["foer_registeret"] == 2  # B, and the one that ended as the register begins


def test_an_end_that_says_nothing_and_one_that_nobody_can_know_of_yet_are_no_ends() -> None:
    lately = (KNOWN - dt.timedelta(days=TOLD_WITHIN - 1)).isoformat()
    rows = at_landmarks(
        register(
            leave("A", "2025-01-01", "2025-03-30", "doed"),
            leave("B", "2026-02-01", lately),
            leave("C", "2026-02-01"),
            leave("D", "2025-01-01", "2025-08-30", "fleksjob"),
        )
    )
    assert set(of(rows, "A").spells.ends.exit.tolist()) == {NOT_ENDED}
    assert set(of(rows, "A").spells.ends.time.tolist()) == {89 / 7}
    until = KNOWN - dt.timedelta(days=TOLD_WITHIN)
    seen = ((until - dt.date(2026, 2, 1)).days + 1) / 7
    for spell in ("B", "C"):
        assert set(of(rows, spell).spells.ends.exit.tolist()) == {NOT_ENDED}
        assert of(rows, spell).spells.ends.time.tolist() == pytest.approx([seen] * len(of(rows, spell)))
    assert set(of(rows, "D").spells.ends.exit.tolist()) == {EXITS.index(Exit.ORDNING)}


def test_an_answer_counts_from_its_day_and_is_a_row_of_its_own() -> None:
    rows = of(
        at_landmarks(
            register(
                leave("A", "2025-01-01", "2025-05-30"),
                answers=[answer("a", "2025-02-10"), answer("a", "2025-03-20", value=3), answer("a", "2024-12-01")],
            )
        ),
        "A",
    )
    assert rows.landmarks.tolist() == ["indgang", "svar", "uge_8", "uge_13"]
    assert value(rows, "smerter") == [None, 7, 7, 3]


def test_answers_that_the_installation_holds_count_beside_those_delivered() -> None:
    own = pa.table(
        {
            "person": ["a"],
            "question": [WISHES_TALK],
            "answered": pa.array([dt.date(2025, 2, 3)], pa.date32()),
            "answer": [1.0],
        }
    )
    rows = of(at_landmarks(register(leave("A", "2025-01-01", "2025-05-30")), answers=own), "A")
    assert rows.asked[WISHES_TALK][rows.landmarks == "uge_8"].tolist() == [1.0]
    assert np.isnan(rows.asked[WISHES_TALK][rows.landmarks == "indgang"]).all()


def test_what_is_known_of_a_leave_is_as_declared() -> None:
    rows = of(
        at_landmarks(
            register(
                leave("A", "2025-01-01", "2025-05-30", hours=20, expected_by_physician=12, earlier_spells=1),
                benefits=[
                    {"id": "o", "person": "z", "benefit": "dagpenge", "start": "2023-01-01", "end": "2023-12-31"},
                    {"id": "x", "person": "a", "benefit": "dagpenge", "start": "2024-06-03", "end": "2024-07-14"},
                    {"id": "y", "person": "a", "benefit": "sygedagpenge", "start": "2024-08-01", "end": "2024-09-01"},
                ],
                a={"birth_year": 1970, "education": True, "sex": "kvinde"},
            )
        ),
        "A",
    ).at("indgang")
    assert value(rows, "alder") == [55]
    assert value(rows, "uddannelse") == ["ja"]
    assert value(rows, "timer") == [20]
    assert value(rows, "ventet_laege") == [12]
    assert value(rows, "uger_paa_ydelse") == [6]
    assert value(rows, "tidligere_forloeb") == [1]
    assert rows.about["koen"].tolist() == ["kvinde"]
    assert "koen" not in rows.spells.columns


def test_a_number_out_of_bounds_and_a_word_off_the_list_are_not_known() -> None:
    rows = of(at_landmarks(register(leave("A", "2025-01-01", "2025-05-30", hours=999), a={"birth_year": 1890})), "A")
    assert value(rows.at("indgang"), "timer") == [None]
    assert value(rows.at("indgang"), "alder") == [None]


def test_who_runs_on_a_day_is_looked_at_as_of_that_day() -> None:
    held = register(
        leave("A", "2025-01-01", "2025-05-30"),
        leave("B", "2025-02-25", "2025-08-30"),
        benefits=[
            {
                "id": "x",
                "person": "a",
                "benefit": "sygedagpenge",
                "target_group": "sygedagpenge_kategori_2",
                "start": "2025-01-31",
                "end": "2025-05-30",
            }
        ],
    )
    rows = open_on(held, dt.date(2025, 3, 10))
    assert rows.ids["spell"].to_pylist() == ["A"]
    assert rows.landmarks.tolist() == ["uge_8"]
    assert rows.spells.ends.entry.tolist() == pytest.approx([68 / 7])
    assert rows.about["maalgruppe"].tolist() == ["sygedagpenge_kategori_2"]
    assert len(open_on(held, dt.date(2025, 4, 10), spells=["B"])) == 1


def test_weeks_are_counted_up_to_the_last_landmark_and_the_entry_goes_on() -> None:
    held = register(leave("A", "2025-01-01", "2026-05-30"))
    rows = open_on(held, dt.date(2026, 1, 1))
    assert value(rows, "uger_gaaet") == [22]
    assert rows.landmarks.tolist() == ["uge_22"]
    assert rows.spells.ends.entry.tolist() == pytest.approx([365 / 7])


def test_asking_first_is_an_order_of_those_who_said_something() -> None:
    rows = at_landmarks(
        register(
            leave("A", "2025-01-01", "2025-05-30", expected_by_citizen=8),
            leave("B", "2025-01-01", "2025-05-30", expected_by_employer=20),
            leave("C", "2025-01-01", "2025-05-30"),
        )
    ).at("indgang")
    assert expected_weeks(rows)[:2].tolist() == [8, 20]
    assert asked_first(rows)[:2].tolist() == [0.25, 0.75]
    assert np.isnan(asked_first(rows)[2])


def planted(source: str, known: Known = Known.INDGANG) -> Feature:
    return Feature("plantet", "Plantet", source, known, "hjemmel", "Fordi.", Proxy.LAV, "Ingen kendt.", unit="timer")


@pytest.mark.parametrize("column", ["partial_hours", "last_day", "exit_reason"])
def test_what_accrues_during_the_leave_is_refused_however_it_is_declared(column: str) -> None:
    with pytest.raises(Refused, match="undervejs eller bagefter"):
        at_landmarks(register(), (*FEATURES, planted(f"sick_leave_spells.{column}")))


def test_what_nobody_can_date_is_refused() -> None:
    with pytest.raises(Refused, match="fra hvilken dag"):
        at_landmarks(register(), (*FEATURES, planted("talks.type")))


def test_a_talk_from_the_future_and_an_answer_after_the_day_are_refused() -> None:
    def ahead(looked: Looked, feature: Feature) -> Dated:
        return Dated(np.ones(len(looked.day)), looked.day + 20)

    held = register(leave("A", "2025-01-01", "2025-05-30"))
    with pytest.raises(Refused, match="ind i fremtiden"):
        at_landmarks(held, (*FEATURES, planted("talks.type")), drawers={**DRAWERS, "talks.type": ahead})
    late = dataclasses.replace(planted("questionnaire.smerter"), known=Known.SVAR)
    with pytest.raises(Refused, match="ind i fremtiden"):
        at_landmarks(held, (late,), drawers={"questionnaire.smerter": ahead})


def test_the_day_number_is_that_of_numpy() -> None:
    number = int(np.datetime64("2026-06-30").astype(np.int64))
    assert day_number(dt.date(2026, 6, 30)) == number and day_of(number) == dt.date(2026, 6, 30)
