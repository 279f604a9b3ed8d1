"""Codes, yes and no, names and keys of a delivery."""

from __future__ import annotations

import pyarrow as pa
import pytest

from pejl.intake.cells.words import Names, codes, flags
from pejl.intake.contract import Column, Kind
from pejl.intake.faults import FaultKind

BENEFIT = Column("benefit", Kind.CODE, "", "", allowed={"dagpenge": "Dagpenge", "sygedagpenge": "Sygedagpenge"})
UNIT = Column("unit", Kind.NAME, "", "", longest=12)


def test_the_sources_own_words_are_translated() -> None:
    cells = codes(BENEFIT, {"A-dagpenge": "dagpenge", "SDP": "sygedagpenge"}).cells(
        pa.array(["A-dagpenge", "sdp", " SYGEDAGPENGE ", "", "kontanthjælp"])
    )
    assert cells.values.to_pylist() == ["dagpenge", "sygedagpenge", "sygedagpenge", None, None]
    assert cells.wrong == [(4, FaultKind.NOT_ALLOWED)]


@pytest.mark.parametrize(("written", "value"), [("Ja", True), ("nej", False), ("1", True), ("0", False), ("J", True)])
def test_yes_and_no(written: str, value: bool) -> None:
    assert flags().cells(pa.array([written])).values.to_pylist() == [value]


def test_a_name_that_holds_a_personal_number_or_is_a_text_is_not_kept() -> None:
    cells = Names(UNIT).cells(pa.array(["Jobcenter", "010170-1234", "", "en meget lang tekst om en borger"]))
    assert cells.values.to_pylist() == ["Jobcenter", None, None, None]
    assert cells.wrong == [(1, FaultKind.CPR_IN_OTHER_COLUMN), (3, FaultKind.TOO_LONG)]
