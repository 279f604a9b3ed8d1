"""The sums of the minutes that are at hand: the ones that do not add up, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from pejl.minutes.checks import sums, tables
from pejl.minutes.checks.flag import Flag
from pejl.minutes.document import Minutes
from pejl.minutes.reader import read, read_bytes

from ..shared_minutes import REAL, family_facts, family_text, needs_families, needs_real

LAYOUTS = sorted((Path(__file__).resolve().parents[1] / "layouts").glob("*.txt"))
FJORDBY = Path(__file__).resolve().parents[3] / "src" / "pejl" / "record" / "fjordby"
INVENTED = sorted(path for path in FJORDBY.iterdir() if path.suffix in {".txt", ".md", ".html"})


CHECKS = (*sums.ITEM_CHECKS, *tables.ITEM_CHECKS)


def flags_of(minutes: Minutes) -> list[tuple[int | None, Flag]]:
    open_items = [item for item in minutes.items if not item.closed]
    return [(item.number, flag) for item in open_items for one in CHECKS for flag in one(minutes, item)]


@needs_real
def test_minutes_of_december_have_a_total_off_by_a_krone_and_a_total_that_lacks_its_first_year() -> None:
    found = flags_of(read(REAL / "2025-12-03.txt"))
    told = {flag.rule: (number, flag.stated, flag.computed, flag.rounding) for number, flag in found}
    assert len(found) == len(told)
    assert told == {
        # The row "Samlet" has nothing under 2025, though its parts and its own total do.
        "table-missing-cell": (1, "tomt felt", "191.633", False),
        # 191.633 + 2.299.601 + 1.341.434 is a krone less than the total of the pool.
        "table-total": (1, "3.832.669", "3.832.668", True),
    }


@needs_real
def test_minutes_of_september_have_costs_and_income_a_krone_apart() -> None:
    ((number, flag),) = flags_of(read(REAL / "2025-09-08.txt"))
    assert (number, flag.rule, flag.rounding) == (1, "sum-restated", True)
    assert all(amount in flag.sentence for amount in ("4.559.593 kr.", "4.559.594 kr.", "4.559.593,73 kr."))


@needs_real
def test_minutes_of_may_add_up_as_far_as_one_decimal_goes() -> None:
    assert flags_of(read(REAL / "2024-05-29.txt")) == []


@pytest.mark.parametrize("path", [*LAYOUTS, *INVENTED], ids=lambda path: path.name)
def test_invented_minutes_add_up(path: Path) -> None:
    assert flags_of(read(path)) == []


@needs_families
@pytest.mark.parametrize("name", sorted(family_facts()))
def test_layout_examples_have_no_flag(name: str) -> None:
    assert flags_of(read_bytes(name, family_text(name))) == []
