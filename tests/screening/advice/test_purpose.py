"""Screening is for one purpose, and refuses the others by name."""

from __future__ import annotations

import pytest

from pejl.screening.advice.assess import assess
from pejl.screening.advice.purpose import FORBIDDEN, KIND_WORDS, Refused, Use, only_with_employer, stated
from pejl.screening.advice.shapes import Kind
from screening.advice_given import UNDER, Simple, rows_of


def test_a_case_system_states_what_it_asks_for() -> None:
    assert stated(" Sagsbehandling ") is Use.SAGSBEHANDLING
    assert stated("afproevning") is Use.AFPROEVNING


@pytest.mark.parametrize("use", FORBIDDEN)
def test_control_sanctions_and_fraud_are_refused_by_name(use: str) -> None:
    with pytest.raises(Refused, match=FORBIDDEN[use]):
        stated(use)


def test_nothing_is_computed_for_another_use() -> None:
    with pytest.raises(Refused, match="kontrol"):
        assess(rows_of({}), Simple(), use="kontrol", **UNDER)


@pytest.mark.parametrize("use", ["", "statistik", "prioritering af besøg"])
def test_any_other_use_is_refused_with_the_purpose(use: str) -> None:
    with pytest.raises(Refused, match="tidlig indsats"):
        stated(use)


def test_somebody_without_an_employer_is_never_assessed() -> None:
    only_with_employer(["stat", None])
    with pytest.raises(Refused, match="ingen arbejdsgiver"):
        only_with_employer(["stat", "selvstaendig"])
    with pytest.raises(Refused, match="ingen arbejdsgiver"):
        assess(rows_of({"sektor": "selvstaendig"}), Simple(), **UNDER)


def test_there_are_three_pieces_of_advice_and_each_has_its_words() -> None:
    assert set(KIND_WORDS) == set(Kind)
    assert len(Kind) == 3
