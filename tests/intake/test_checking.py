"""A batch of rows against the contract: the good ones become values, the others keep every reason at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pyarrow as pa
import pytest

from pejl.intake.checks.checking import Checked, Checker
from pejl.intake.contract import AtMost, Column, Kind, Needs, NotBefore, Table
from pejl.intake.description.described import DescribedColumn, DescribedTable
from pejl.intake.faults import Fault, FaultKind, Refused
from pejl.intake.key import Key
from pejl.intake.pseudonym import PSEUDONYM, Identifier, Pseudonyms
from pejl.intake.rows.raw import RawBatch

SPELLS = Table(
    name="spells",
    danish="Forløb",
    meaning="Invented spells.",
    key=("id",),
    columns=(
        Column("id", Kind.KEY, "", ""),
        Column("person", Kind.PERSON, "", ""),
        Column("benefit", Kind.CODE, "", "", allowed={"dagpenge": "Dagpenge", "sygedagpenge": "Sygedagpenge"}),
        Column("start", Kind.DAY, "", ""),
        Column("end", Kind.DAY, "", "", required=False),
        Column("exit_reason", Kind.NAME, "", "", required=False),
        Column("paid", Kind.KRONER, "", "", required=False, least=Decimal(0)),
        Column("of_it", Kind.KRONER, "", "", required=False, least=Decimal(0)),
    ),
    rules=(NotBefore("end", "start"), Needs("exit_reason", "end"), AtMost("of_it", "paid")),
    spell=("start", "end"),
)
DESCRIBED = DescribedTable(
    SPELLS,
    ("forloeb.csv",),
    columns={
        "person": DescribedColumn("CPR", identifier=Identifier.CPR),
        "benefit": DescribedColumn("Ydelse", values={"A-dagpenge": "dagpenge"}),
    },
)
GOOD = {
    "id": "17",
    "CPR": "010170-1234",
    "Ydelse": "A-dagpenge",
    "start": "01-02-2025",
    "end": "31.12.25",
    "exit_reason": "arbejde",
    "paid": "1.234,56",
    "of_it": "1.000",
    "Navn": "Anna Holm",
}


def checked(*rows: Mapping[str, str], described: DescribedTable = DESCRIBED) -> Checked:
    """The rows checked as one batch, the first on line 2."""
    columns = pa.RecordBatch.from_pylist(
        [{**GOOD, **row} for row in rows], schema=pa.schema({n: pa.string() for n in GOOD})
    )
    checker = Checker(described, Pseudonyms(Key(bytes(32)), "Fagsystemet"), "forloeb.csv")
    told = checker.check(RawBatch(columns, pa.array(range(2, 2 + len(rows)), pa.int64())))
    checker.finish()
    return told


def test_a_good_row_becomes_values_with_its_place_and_without_what_was_not_asked_for() -> None:
    told = checked({})
    (row,) = told.accepted.to_pylist()
    assert PSEUDONYM.match(row.pop("person"))
    assert row == {
        "id": "17",
        "benefit": "dagpenge",
        "start": dt.date(2025, 2, 1),
        "end": dt.date(2025, 12, 31),
        "exit_reason": "arbejde",
        "paid": Decimal("1234.56"),
        "of_it": Decimal("1000.00"),
        "source_file": "forloeb.csv",
        "source_line": 2,
    }
    assert not told.quarantined


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        ({"id": ""}, [Fault(FaultKind.MISSING, "id")]),
        ({"CPR": "320170-1234"}, [Fault(FaultKind.NO_SUCH_DAY_IN_CPR, "person")]),
        ({"CPR": ""}, [Fault(FaultKind.MISSING, "person")]),
        ({"Ydelse": "SU"}, [Fault(FaultKind.NOT_ALLOWED, "benefit", "SU")]),
        ({"start": "31-02-2025"}, [Fault(FaultKind.NO_DAY, "start", "31-02-2025")]),
        ({"start": "31-12-9999"}, [Fault(FaultKind.MISSING, "start", "31-12-9999")]),
        ({"end": "31-01-2025"}, [Fault(FaultKind.ENDS_BEFORE_START, "end", "31-01-2025")]),
        ({"end": ""}, [Fault(FaultKind.OTHER_COLUMN_NEEDED, "end")]),
        ({"paid": "-1"}, [Fault(FaultKind.TOO_SMALL, "paid", "-1")]),
        ({"of_it": "2.000"}, [Fault(FaultKind.PART_LARGER_THAN_WHOLE, "of_it", "2.000")]),
        ({"exit_reason": "ring til 010170-1234"}, [Fault(FaultKind.CPR_IN_OTHER_COLUMN, "exit_reason")]),
        (
            {"id": "", "Ydelse": "SU", "end": "x"},
            [
                Fault(FaultKind.NOT_ALLOWED, "benefit", "SU"),
                Fault(FaultKind.NO_DAY, "end", "x"),
                Fault(FaultKind.MISSING, "id"),
            ],
        ),
    ],
)
def test_a_bad_row_is_kept_with_every_reason_and_the_others_are_accepted(
    row: dict[str, str], faults: list[Fault]
) -> None:
    told = checked({}, row, {"id": "18"})
    assert told.accepted["id"].to_pylist() == ["17", "18"]
    (kept,) = told.quarantined
    assert (kept.file, kept.line, list(kept.faults)) == ("forloeb.csv", 3, faults)


def test_a_quarantined_row_tells_nothing_of_who_it_is_about() -> None:
    told = checked({"Ydelse": "SU", "exit_reason": "se 010170-1234"}, {"CPR": "3201701234"})
    first, second = told.quarantined
    assert PSEUDONYM.match(first.cells["person"])
    assert second.cells["person"] == ""
    assert "1234" not in str([first, second]).replace("1.234,56", "")
    assert "Holm" not in str([first, second])


def test_rows_that_had_no_cells_are_quarantined_by_their_line() -> None:
    checker = Checker(DESCRIBED, Pseudonyms(Key(bytes(32)), "Fagsystemet"), "forloeb.csv")
    empty = pa.RecordBatch.from_pylist([], schema=pa.schema({name: pa.string() for name in GOOD}))
    told = checker.check(RawBatch(empty, pa.array([], pa.int64()), [(7, Fault(FaultKind.WRONG_NUMBER_OF_CELLS, ""))]))
    assert [(row.line, row.faults[0].kind) for row in told.quarantined] == [(7, FaultKind.WRONG_NUMBER_OF_CELLS)]
    assert told.accepted.schema == SPELLS.schema


def test_a_file_that_leaves_its_days_open_is_refused_with_the_example_and_the_cure() -> None:
    with pytest.raises(Refused, match=r"01/02/2025.*days = "):
        checked({"start": "01/02/2025", "end": "", "exit_reason": ""})


def test_a_file_with_decimal_points_is_refused_until_it_says_so() -> None:
    with pytest.raises(Refused, match=r"99\.50.*decimal = "):
        checked({"paid": "99.50", "of_it": ""})
    stated = replace(DESCRIBED, decimal=".")
    assert checked({"paid": "99.50", "of_it": ""}, described=stated).accepted["paid"].to_pylist() == [Decimal("99.50")]
