"""The control by modulus 11 that newer CPR numbers need not satisfy: counted as a hint, and never a fault."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from intake.test_staging import HEAD, delivered, staged
from pejl.calendar.cpr import birth_day, modulus_holds, ten_digits
from pejl.intake.checks.old_control import OldControl, old_control

HOLDS, FAILS, ADMINISTRATIVE = "070761-4285", "0707614286", "6707614286"


def control(*numbers: str) -> OldControl:
    """The control of these cells. Those that hold no day became no pseudonym."""
    known = [(digits := ten_digits(each)) is not None and birth_day(digits) is not None for each in numbers]
    return old_control(pa.array(numbers, pa.string()), pa.array(["p" if is_one else None for is_one in known]))


def test_numbers_that_fail_are_counted_by_rows_among_those_that_are_numbers() -> None:
    assert control(HOLDS, FAILS, "070761 - 4286", FAILS, "", "3102614286", "ukendt") == OldControl(3, 4)


def test_administrative_numbers_are_not_asked() -> None:
    assert control(ADMINISTRATIVE, HOLDS) == OldControl(0, 1)


def test_a_number_whose_first_nought_is_gone_is_the_same_number() -> None:
    assert control("707614285", "707614286") == OldControl(1, 2)


def test_nothing_is_asked_where_there_is_no_number() -> None:
    assert control() == control("", "ukendt") == OldControl()


@given(st.lists(st.from_regex(r"[0-3][0-9][01][0-9]{3}-?[0-9]{4}", fullmatch=True), max_size=30))
def test_a_column_is_judged_as_its_numbers_are_one_by_one(numbers: list[str]) -> None:
    ten = [digits for each in numbers if (digits := ten_digits(each)) and birth_day(digits)]
    assert control(*numbers) == OldControl(sum(not modulus_holds(digits) for digits in ten), len(ten))


def test_rows_are_loaded_all_the_same_and_counted_over_all_files(tmp_path: Path) -> None:
    def rows(first: int, *numbers: str) -> str:
        return "\n".join([HEAD, *(f"{first + n};{cpr};06-01-2025;Bus;1,50" for n, cpr in enumerate(numbers))]) + "\n"

    path = delivered(tmp_path / "d", a=rows(0, HOLDS, FAILS), b=rows(10, FAILS, "070761-4285"))
    table = staged(path, tmp_path / "out").tables["grants"]
    assert (table.rows, table.quarantined, table.old_controls) == (4, 0, {"person": OldControl(2, 4)})
