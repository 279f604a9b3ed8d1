"""Counts as they may be told: nobody who is one of a few is found by them, also not by taking one from another."""

from __future__ import annotations

import datetime as dt

from hypothesis import example, given
from hypothesis import strategies as some

from pejl.intake.faults import FaultKind
from pejl.register.report import Changes, FaultCount, Jump, NumberHint, Outcome, Report, TableReport
from pejl.register.small_counts import Count, as_it_is, rounded, side_by_side, together, without_few
from pejl.register.told import rows_told, told

NUMBERS = some.integers(min_value=0, max_value=100_000)
FEW = some.integers(min_value=1, max_value=4)


def test_worked_cases() -> None:
    assert [without_few(number) for number in (0, 1, 4, 5)] == [Count(0, 0), Count(1, 4), Count(1, 4), Count(5, 5)]
    assert [rounded(number) for number in (0, 3, 5, 14, 15)] == [
        Count(0, 0),
        Count(1, 4),
        Count(5, 14),
        Count(5, 14),
        Count(15, 24),
    ]
    assert [rounded(number).nearest for number in (5, 14, 15, 1234)] == [10, 10, 20, 1230]
    assert together([without_few(3), as_it_is(10)]) == Count(11, 14)
    assert together([without_few(8), as_it_is(10)]) == Count(18, 18)
    assert together([rounded(31), rounded(28)]).nearest == 60


@given(NUMBERS)
def test_what_is_told_is_true(number: int) -> None:
    for count in (without_few(number), rounded(number), as_it_is(number)):
        assert count.least <= number <= count.most
        assert count.exact == (count.least == count.most)


@given(FEW, FEW)
def test_one_to_four_are_told_alike(one: int, other: int) -> None:
    assert without_few(one) == without_few(other) and rounded(one) == rounded(other)
    assert without_few(one).few


@given(FEW)
@example(4)
def test_a_few_do_not_follow_from_a_total_and_what_is_told_exactly_beside_them(few: int) -> None:
    """31 rows of the ledger and a total told as 35 to 44 would make a citizen's few rows four."""
    tables = tuple(
        TableReport(name=name, delivered=rows, accepted=rows, quarantined=0)
        for name, rows in (("ledger_lines", 31), ("persons", few))
    )
    whole = told(report(100, 0, 0, 0).model_copy(update={"tables": tables}))
    assert whole.accepted == Count(32, 35)


def report(before: int, new: int, gone: int, bad: int, others: int = 12) -> Report:
    """A delivery that brings `new` rows, takes `gone` away, and has `bad` rows beside `others` with another fault."""
    now = before + new - gone
    faults = (
        FaultCount(kind=FaultKind.MISSING, column="benefit", rows=others, sentence="x"),
        FaultCount(kind=FaultKind.NO_DAY, column="start", rows=bad, sentence="x"),
    )
    table = TableReport(
        name="benefit_spells",
        delivered=now + others + bad,
        accepted=now,
        quarantined=others + bad,
        faults=faults,
        changes=Changes(rows_before=before, rows_now=now, gone=gone, new=new, changed=0),
    )
    received = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
    return Report(
        schema="pejl.delivery/1",
        id="a" * 64,
        source="Fjordby",
        known=dt.date(2025, 12, 31),
        received=received,
        outcome=Outcome.LOADED,
        sentence="x",
        tables=(table,),
    )


@given(some.integers(min_value=0, max_value=9999), FEW, some.integers(min_value=0, max_value=90))
@example(14, 4, 13)
def test_a_few_new_rows_cannot_be_worked_out_from_the_rows_before_and_now(tens: int, new: int, gone: int) -> None:
    """Whatever the rows before were rounded from, more than one small number fits."""
    before = 100 + tens
    (table,) = told(report(before, new, gone, 7)).tables
    changes = table.changes
    assert changes and changes.new == Count(1, 4)
    fits = {
        number
        for number in range(1, 5)
        for start in range(changes.rows_before.least, changes.rows_before.most + 1)
        for taken in range(changes.gone.least, changes.gone.most + 1)
        if changes.rows_now.least <= start + number - taken <= changes.rows_now.most
    }
    assert len(fits) > 1


@given(FEW, some.integers(min_value=5, max_value=99))
@example(4, 21)
def test_a_few_bad_rows_cannot_be_worked_out_from_all_bad_rows(bad: int, others: int) -> None:
    whole = told(report(500, 9, 0, bad, others))
    (table,) = whole.tables
    assert [fault.rows for fault in table.faults] == [rounded(others), Count(1, 4)]
    assert not table.quarantined.exact and not table.accepted.exact and not table.delivered.exact
    assert not whole.quarantined.exact
    fits = {
        number
        for number in range(1, 5)
        for other in range(table.faults[0].rows.least, table.faults[0].rows.most + 1)
        if table.quarantined.least <= other + number <= table.quarantined.most
    }
    assert len(fits) > 1


def test_a_jump_about_a_few_is_told_without_its_figures() -> None:
    jumps = (
        Jump(
            column="benefit", what="dagpenge", before=0.02, now=0.08, sentence="Andelen gik fra 2,0 pct. til 8,0 pct."
        ),
        Jump(
            column="benefit", what="dagpenge", before=0.2, now=0.6, sentence="Andelen gik fra 20,0 pct. til 60,0 pct."
        ),
        Jump(column="", what="rows", before=60, now=113, sentence="Tabellen gik fra 60 til 113 rækker."),
    )
    plain = report(60, 60, 7, 7)
    table = plain.tables[0].model_copy(
        update={"changes": Changes(rows_before=60, rows_now=113, gone=7, new=60, changed=0, jumps=jumps)}
    )
    (shown,) = told(plain.model_copy(update={"tables": (table,)})).tables
    assert shown.changes
    few, many, rows = shown.changes.jumps
    assert "2,0" not in few and "»Ydelse«" in few and "under 5" in few
    assert many == "Andelen gik fra 20,0 pct. til 60,0 pct."
    assert rows == "Tabellen gik fra omkring 60 til omkring 110 rækker."


def test_what_is_no_citizens_is_told_as_it_is() -> None:
    assert rows_told("ledger_lines", 3) == Count(3, 3)
    assert rows_told("persons", 3) == Count(1, 4)
    assert rows_told("a table that was", 1234) == Count(1225, 1234)


def test_three_snapshots_do_not_tell_what_lies_between_two_of_them() -> None:
    """New from the first to the third, less new from the first to the second, is new from the second to the third."""
    for between in (1, 2, 3, 4):
        (first_to_third,), (first_to_second,) = side_by_side([60 + between]), side_by_side([60])
        assert not first_to_third.exact
        assert not first_to_second.exact
        assert first_to_third.least - first_to_second.most < between < first_to_third.most - first_to_second.least


@given(FEW, some.integers(min_value=5, max_value=900))
def test_a_hint_tells_of_a_few_as_of_a_few_also_in_a_table_of_no_citizens(few: int, of: int) -> None:
    hints = (NumberHint(column="account", rows=few, of=of, sentence="x"),)
    for name in ("persons", "ledger_lines"):
        table = TableReport(name=name, delivered=of, accepted=of, quarantined=0, hints=hints)
        (hint,) = told(report(100, 0, 0, 0).model_copy(update={"tables": (table,)})).tables[0].hints
        assert hint.rows.few and not hint.of.exact
