"""The two citizens that the committee was told of on 08.09.2025, item 4."""

from __future__ import annotations

import datetime as dt

from law.kontanthjaelp.citizens import kontanthjaelp
from pejl.law.kontanthjaelp.uaendret import kontanthjaelp_netto, skattetraek

COUPLE = {
    "familie": "par_forsoerger",
    "boern": 3,
    "boern_hjemme": 3,
    "kvitteringer_i_orden": True,
    "case_start": dt.date(2024, 1, 1),
}


def test_the_printed_net_cut_of_the_citizen_with_three_children_holds_with_the_leisure_supplement_of_a_couple() -> None:
    leisure = kontanthjaelp(COUPLE, "fritidstillaeg", scenario=None)
    # 36 pct. is the tax that the printed figures themselves tell of: (3.322 + 1.350) / 7.300 is 64 pct. exactly.
    cut_net = 7300 - skattetraek(7300.0, 36.0, 0.0)
    assert leisure == 1350
    assert cut_net - leisure == 3322


def test_net_is_what_is_left_of_gross_after_what_is_withheld() -> None:
    assert kontanthjaelp_netto(9753.0, skattetraek(9753.0, 38.0, 4000.0)) == 9753.0 - 2186.14
