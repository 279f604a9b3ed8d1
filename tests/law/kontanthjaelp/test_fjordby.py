"""The scenario Fjordby supposes what the example municipality pays: the register and the law must tell one story."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from law.kontanthjaelp.citizens import kontanthjaelp
from pejl.law.law import law
from pejl.register.contract.codes import BENEFITS
from pejl.register.simulation import amounts
from pejl.register.simulation.spells import rate_words

HALVES = (dt.date(2024, 1, 1), dt.date(2025, 1, 1), dt.date(2025, 7, 1), dt.date(2026, 1, 1), dt.date(2026, 12, 31))
BEFORE = HALVES[:2]
AFTER = HALVES[2:]


def _paid(benefit: str, day: dt.date, *, rate: str = "", provider: bool = False, young: bool = False) -> float:
    """What the example municipality pays for a full month, without supplements."""
    month = (day.replace(day=1) - dt.date(1970, 1, 1)).days
    place = rate_words()[rate] if rate else -1
    found = amounts.base(
        np.array([list(BENEFITS).index(benefit)]),
        np.array([place]),
        np.array([month]),
        np.array([provider]),
        np.array([young]),
    )
    return float(found[0]) / 100


def _value(name: str, day: dt.date) -> Any:
    return law().on(day, scenario="fjordby").value(name).value


@pytest.mark.parametrize("day", AFTER)
@pytest.mark.parametrize("rate", ["mindstesats", "grundsats", "forhoejet_sats", "hjemmeboendesats"])
def test_rates_since_the_reform(rate: str, day: dt.date) -> None:
    assert _value(f"{rate}_beloeb", day) == _paid("kontanthjaelp", day, rate=rate)


@pytest.mark.parametrize("day", BEFORE)
@pytest.mark.parametrize("benefit", ["kontanthjaelp", "uddannelseshjaelp", "shydelse"])
@pytest.mark.parametrize("provider", [True, False])
@pytest.mark.parametrize("age", [22, 27, 30, 50])
def test_rates_before_the_reform(benefit: str, provider: bool, age: int, day: dt.date) -> None:
    citizen = {
        "ydelse": benefit,
        "alder": age,
        "familie": "enlig_forsoerger" if provider else "enlig",
        "boern": 2 if provider else 0,
        "psykisk_syg": False,
        "gravid_efter_uge_12": False,
        "ret_til_ekstra_boernetilskud": True,
    }
    assert kontanthjaelp(citizen, "kontanthjaelp_sats", day=day) == _paid(
        benefit, day, provider=provider, young=age < 30
    )


@pytest.mark.parametrize("day", AFTER)
def test_supplements(day: dt.date) -> None:
    period = int(day.year == 2026)
    supposed = {
        "boernetillaeg_beloeb": amounts.CHILD,
        "tillaeg_enlig_forsoerger": amounts.SINGLE_PROVIDER,
        "tillaeg_enlig_ikke_forsoerger": amounts.SINGLE,
        "ungetillaeg_25_29": amounts.YOUTH,
        "fritidstillaeg_par": amounts.LEISURE_COUPLE[period] / 100,
        "fritidstillaeg_enlig": amounts.LEISURE_SINGLE[period] / 100,
    }
    assert {name: _value(name, day) for name in supposed} == supposed


@pytest.mark.parametrize("day", [dt.date(2023, 6, 1), *HALVES])
def test_the_highest_dagpenge(day: dt.date) -> None:
    assert _value("dagpenge_hoejst", day) == _paid("dagpenge", day)
