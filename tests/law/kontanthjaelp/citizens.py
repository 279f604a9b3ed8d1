"""Citizens on kontanthjælp with all that the law may ask of them, drawn at random."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from pejl.law.kontanthjaelp.givens import ORDINARILY
from pejl.law.law import law
from pejl.law.scenario import Scenario

OLD, NEW = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
"""The day before the reform and the first day of it."""

FAMILIES = ("enlig", "enlig_forsoerger", "par", "par_forsoerger", "hjemmeboende")


def kontanthjaelp(
    citizen: dict[str, Any], wanted: str, day: dt.date = NEW, scenario: str | Scenario | None = "fjordby"
) -> Any:
    """What the law says of a citizen."""
    return law().on(day, scenario=scenario).person(citizen, [wanted]).values[wanted]


@st.composite
def citizens(draw: st.DrawFn) -> dict[str, Any]:
    """Anybody who could be on kontanthjælp, without wages."""
    family = draw(st.sampled_from(FAMILIES))
    at_home = draw(st.integers(1, 6)) if family.endswith("forsoerger") else 0
    return {
        **ORDINARILY,
        "ydelse": draw(st.sampled_from(["kontanthjaelp", "uddannelseshjaelp", "shydelse"])),
        "alder": draw(st.integers(18, 66)),
        "familie": family,
        "boern_hjemme": at_home,
        "boern": at_home + draw(st.integers(0, 2)),
        "maalgruppe": draw(st.sampled_from(["jobparat", "aktivitetsparat", "uddannelsesparat"])),
        "case_start": draw(st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31))),
        "opholdsaar": draw(st.integers(0, 100)) / 10,
        "arbejdsaar": draw(st.integers(0, 100)) / 10,
        "indrejst_1968_eller_senere": draw(st.booleans()),
        "ret_til_ekstra_boernetilskud": draw(st.booleans()),
    }
