"""What the long layout examples promise, whatever their layout: these and no others, read off by eye."""

from __future__ import annotations

import pytest

from minutes.layouts_read import NAMES, text_of
from minutes.promises.promised import by_item
from minutes.shared_minutes import FAMILIES, family_text, needs_families
from pejl.minutes.promises.find import find_promises
from pejl.minutes.reader import read_bytes

PROMISED: dict[str, list[tuple[int, str, str | None, str | None]]] = {
    "acadre-2013": [(714, "evaluation", "2014-03-01", "2014-05-31")],
    "accordion-2024": [(2, "report", "2024-11-05", "2025-05-04")],
    "case-before-title-2019": [(3, "proposal", None, None)],
    "foreslaar-2015": [(102, "status", "2015-09-10", "2015-12-09")],
    "lost-line-breaks-2010": [(1, "status", None, None)],
    "page-per-item-2018": [(1, "status", "2018-11-14", "2019-06-30")],
    "punkt-votes": [
        (1, "information", None, None),
        (2, "evaluation", "2028-04-15", "2028-07-15"),
        (2, "proposal", None, None),
        (2, "status", "2026-04-15", "2026-06-30"),
        (6, "status", "2026-10-15", "2026-11-15"),
        (8, "theme_meeting", "2026-09-01", "2026-11-30"),
        (8, "status", "2026-04-15", "2026-06-30"),
    ],
    "punkt-wrapped-pages": [(3, "status", "2026-06-03", "2026-06-30"), (6, "proposal", None, None)],
    "sagsid-2020": [(1, "status", "2020-06-01", "2020-06-30")],
    "section-letters-2016": [(3, "decision", None, None)],
    "type-marks-2021": [(3, "status", "2021-06-07", "2021-06-30")],
}


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_promises_what_a_reader_finds(name: str) -> None:
    assert by_item(read_bytes(f"{name}.txt", text_of(name))) == PROMISED.get(name, [])


@needs_families
def test_the_short_layout_examples_promise_nothing() -> None:
    found = {path.name: find_promises(read_bytes(path.name, family_text(path.name))) for path in FAMILIES.glob("*.txt")}
    assert {name: [one.sentence for one in promises] for name, promises in found.items() if promises} == {}
