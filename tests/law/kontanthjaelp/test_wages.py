from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.kontanthjaelp.citizens import NEW, OLD, citizens, kontanthjaelp

wages = st.integers(0, 45_000).map(float)
HAIR = 1e-6


def _income(citizen: dict[str, Any], wage: float, **rest: Any) -> float:
    return wage + float(kontanthjaelp(citizen | {"arbejdsindtaegt": wage}, "kontanthjaelp_brutto", **rest))


@given(citizens(), wages, wages)
def test_more_wage_never_lowers_wage_and_benefit_together(citizen: dict[str, Any], one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert _income(citizen, less) <= _income(citizen, more) + HAIR


@given(citizens(), wages, wages, st.integers(0, 200))
def test_nor_did_it_before_the_reform(citizen: dict[str, Any], one: float, other: float, hours: int) -> None:
    less, more = sorted((one, other))
    citizen |= {"loentimer": float(hours)}
    assert _income(citizen, less, day=OLD) <= _income(citizen, more, day=OLD) + HAIR


@given(citizens(), wages, st.sampled_from([OLD, NEW]))
def test_a_benefit_is_never_below_nought_and_never_grows_with_the_wage(
    citizen: dict[str, Any], wage: float, day: Any
) -> None:
    without, with_wage = (
        kontanthjaelp(citizen | {"arbejdsindtaegt": each}, "kontanthjaelp_brutto", day=day) for each in (0.0, wage)
    )
    assert 0 <= with_wage <= without


@given(citizens(), wages)
def test_wage_and_benefit_pass_the_ceiling_only_by_wage_or_supplements(citizen: dict[str, Any], wage: float) -> None:
    ceiling = kontanthjaelp(citizen, "loft_for_loen_og_ydelse")
    without = kontanthjaelp(citizen, "kontanthjaelp_foer_modregning")
    if kontanthjaelp(citizen, "satsgruppe") != "hjemmeboendesats":
        assert _income(citizen, wage) <= max(ceiling, wage, without) + HAIR


@pytest.mark.parametrize(
    ("name", "age", "family", "limit"),
    [
        ("grundsats", 24, "enlig", 5000.0),
        ("forhoejet_sats", 40, "enlig", 2500.0),
        ("hjemmeboendesats", 20, "hjemmeboende", 0.0),
    ],
)
def test_the_first_kroner_are_free_and_of_the_next_hundred_sixty_five_are_taken(
    name: str, age: int, family: str, limit: float
) -> None:
    citizen = {
        "alder": age,
        "familie": family,
        "boern": 0,
        "opholdsaar": 10.0,
        "arbejdsaar": 0.0,
        "indrejst_1968_eller_senere": False,
        "undtaget_fra_beskaeftigelseskrav": False,
    }
    assert kontanthjaelp(citizen, "satsgruppe") == name
    taken = [
        kontanthjaelp(citizen | {"arbejdsindtaegt": wage}, "fradrag_for_loen", scenario="aftaleniveau")
        for wage in (limit, limit + 100)
    ]
    assert taken == [0.0, 65.0]
