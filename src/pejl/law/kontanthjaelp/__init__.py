"""Cash assistance (LAS): who gets which rate, with which supplements, before and after 01.07.2025."""

from __future__ import annotations

from pejl.law.kontanthjaelp import (
    fra_juli_2025,
    fra_juli_2027,
    loft_foer_juli_2025,
    satser_foer_juli_2025,
    tillaeg_fra_juli_2025,
    uaendret,
)
from pejl.law.kontanthjaelp.givens import GIVENS
from pejl.law.statute import Statute

STATUTE = Statute(
    name="kontanthjaelp",
    danish="Kontanthjælp",
    act="Lov om aktiv socialpolitik (LAS)",
    asks="Hvad får en borger på kontanthjælp, og efter hvilken sats?",
    package=__name__,
    modules=(
        uaendret,
        satser_foer_juli_2025,
        loft_foer_juli_2025,
        fra_juli_2025,
        tillaeg_fra_juli_2025,
        fra_juli_2027,
    ),
    givens=GIVENS,
    answers=("kontanthjaelp_brutto",),
)
