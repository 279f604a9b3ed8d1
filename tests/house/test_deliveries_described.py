"""Who delivers reads `docs/register.md`: what stands there is what the room Intake does."""

from __future__ import annotations

import re

from house.tree import ROOT
from pejl.intake.description.reading import read_description
from pejl.intake.faults import FaultKind
from pejl.intake.files import containers
from pejl.intake.rows import csv_rows, layout, parquet_rows, sheet_part, xlsx_rows
from pejl.intake.rows.encoding import KNOWN
from pejl.register.contract import CONTRACT

PAGE = (ROOT / "docs" / "register.md").read_text(encoding="utf-8")
KEYS = ("source", "known", "mends", "name", "files", "covers", "left_out", "encoding", "delimiter", "decimal", "days")
KEYS = (*KEYS, "sheet", "header", "columns", "from", "identifier", "values")


def test_the_example_of_a_description_is_read() -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    description = read_description(example[1].encode(), CONTRACT)
    assert [each.table.name for each in description.tables] == ["benefit_spells", "ledger_lines"]


def test_every_key_of_a_description_is_explained() -> None:
    table = PAGE.partition("### Every key of delivery.toml")[2].partition("\n### ")[0]
    assert [key for key in KEYS if not re.search(rf"`[^`]*\b{key}\b[^`]*`", table)] == []


def test_every_encoding_that_may_be_stated_is_named() -> None:
    assert [name for name in KNOWN if f"`{name}`" not in PAGE] == []


def test_every_fault_has_an_example_and_a_cure() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    told = {word for row in rows for word in re.findall(r"`([a-z_]+)`", row.split("|")[1]) if row.count("|") == 4}
    assert {kind.value for kind in FaultKind} - told == set()


def test_the_limits_are_those_that_hold() -> None:
    limits = PAGE.partition("### Limits")[2].partition("\n## ")[0]
    for told in (
        f"{csv_rows.BLOCK >> 20} MB, and {csv_rows.LINES_IN_A_ROW} lines",
        f"{layout.HEAD_BYTES >> 10} kB",
        f"first {layout.TITLE_LINES} lines",
        f"{xlsx_rows.PACKED >> 20} MB as it lies, {sheet_part.UNPACKED >> 20} MB unpacked",
        f"{parquet_rows.PACKED >> 20} MB",
        f"{containers.UNPACKED >> 30} GB unpacked",
        f"no file over {containers.SMALL >> 20} MB more than {containers.RATIO} times",
        f"{containers.FILES:,} files",
    ):
        assert told in limits
