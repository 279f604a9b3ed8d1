"""The same questions, the same answers: DuckDB by default, Spark where it is asked for (`make test-spark`)."""

from __future__ import annotations

import datetime as dt
import os
import random
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pejl.home.folders import Home
from pejl.register.engine import DuckEngine, NoEngine, engine_of
from pejl.register.kept import manifests
from pejl.register.loading import load
from pejl.register.places import Places
from pejl.register.snapshot import Snapshot
from register.deliveries import KEY, Rows, delivery, person, spell
from register.questions import QUESTIONS, Question, held_on_a_day, mean_paid, ordered_by_letters

DECEMBER = dt.date(2025, 12, 31)
ON_SPARK = os.environ.get("PEJL_ENGINE") == "spark"
TEAMS = ["Ærø", "Ådal", "Østby", "Team øst", "aalborg", "Zebra", ""]


def rows(chance: random.Random) -> dict[str, Rows]:
    """A small register with all that engines may see differently."""
    people = [
        person(str(n), family=chance.choice(["enlig", "par"]), children_at_home=chance.randrange(3)) for n in range(60)
    ]
    spells, payments = [], []
    for number in range(150):
        start = dt.date(2024, 1, 1) + dt.timedelta(chance.randrange(700))
        end = start + dt.timedelta(chance.randrange(200)) if chance.random() < 0.7 else ""
        spells.append(
            spell(
                f"s{number}",
                str(chance.randrange(50)),
                str(start),
                str(end),
                team=chance.choice(TEAMS),
                benefit=chance.choice(["dagpenge", "sygedagpenge", "kontanthjaelp"]),
                hours_paid=chance.choice(["", "12,5", "740,3333", "100"]),
                special_effort=chance.choice(["", "ja", "nej"]),
                case_start=chance.choice(["", str(start - dt.timedelta(30))]),
            )
        )
    for who in range(20):
        for month in range(1, 13):
            gross = chance.randrange(1_500_000)
            payments.append(
                {
                    "person": str(who),
                    "month": f"2025-{month:02}",
                    "benefit": "dagpenge",
                    "gross": f"{gross // 100},{gross % 100:02}",
                    "net": chance.choice(["", f"{gross // 200},{gross % 97:02}"]),
                }
            )
    return {"persons": people, "benefit_spells": spells, "payments": payments}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    folder = tmp_path_factory.mktemp("engines")
    report = load(delivery(folder / "d", DECEMBER, rows(random.Random(4))), Home(folder / "home"), KEY)
    assert {table.name: table.accepted for table in report.tables} == {
        "persons": 60,
        "benefit_spells": 150,
        "payments": 240,
    }, report.sentence
    return Places.of(Home(folder / "home"))


def asked(places: Places, engine: str, question: Question) -> list[dict[str, object]]:
    """The rows of the answer, in an order of their own."""
    snapshot = Snapshot(manifests(places)[-1], places, engine_of(places, {"PEJL_ENGINE": engine}))
    return sorted(question(snapshot).to_pyarrow().to_pylist(), key=lambda row: str([str(row[name]) for name in row]))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.__name__)
def test_every_question_has_an_answer(question: Question, places: Places) -> None:
    assert asked(places, "duckdb", question)


@pytest.mark.skipif(not ON_SPARK, reason="Spark takes long to start; `make test-spark` runs this.")
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.__name__)
def test_spark_gives_the_same_answer_row_by_row(question: Question, places: Places) -> None:
    expected, given = (asked(places, engine, question) for engine in ("duckdb", "spark"))
    assert [list(row) for row in given[:1]] == [list(row) for row in expected[:1]]
    plain = [{name: _plain(value) for name, value in row.items()} for row in given]
    assert plain == [{name: _plain(value) for name, value in row.items()} for row in expected]


def _plain(value: object) -> object:
    """A number without how it is written: 12.50 is 12.5."""
    return value.normalize() if isinstance(value, Decimal) else value


def test_the_order_of_text_is_that_of_its_letters_numbers(places: Places) -> None:
    answer = asked(places, "duckdb", ordered_by_letters)
    assert [row["team"] for row in sorted(answer, key=lambda row: row["place"])] == sorted(TEAMS[:-1])  # type: ignore[arg-type, return-value]


def test_the_answers_are_what_plain_python_says(places: Places) -> None:
    delivered = rows(random.Random(4))
    day = dt.date(2025, 11, 15)
    counted: dict[object, int] = {}
    for row in delivered["benefit_spells"]:
        ended = row["end"] and dt.date.fromisoformat(str(row["end"])) < day
        if dt.date.fromisoformat(str(row["start"])) <= day and not ended:
            counted[row["benefit"]] = counted.get(row["benefit"], 0) + 1
    assert {row["benefit"]: row["rows"] for row in asked(places, "duckdb", held_on_a_day)} == counted
    amounts = [Decimal(str(row["gross"]).replace(",", ".")) for row in delivered["payments"]]
    assert asked(places, "duckdb", mean_paid)[0]["mean"] == pytest.approx(float(sum(amounts) / len(amounts)))


def test_duckdb_reads_nothing_outside_the_register_and_fetches_nothing(places: Places, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    connection = DuckEngine(places)._backend.con
    for statement in (
        f"FROM read_csv('{tmp_path}/secret.csv')",
        "SELECT * FROM read_parquet('https://example.org/a.parquet')",
        "INSTALL httpfs",
        f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
        "SET enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            connection.execute(statement)


def test_an_engine_that_nobody_knows_is_refused(places: Places) -> None:
    with pytest.raises(NoEngine, match="duckdb or spark"):
        engine_of(places, {"PEJL_ENGINE": "abacus"})
