"""What is paid for a full month, in hundredths of a krone, by benefit, rate and time.

Amounts that are marked as invented are round and stand for figures that nobody has confirmed yet; `docs/simulation.md`
lists them. None of them is a source of law: the rule base has its own parameters.
"""

from __future__ import annotations

import numpy as np

from pejl.register.contract.codes import BENEFITS
from pejl.register.simulation.days import on
from pejl.register.simulation.draws import Bools, Ints
from pejl.register.simulation.spells import rate_words
from pejl.register.simulation.states import REFORM

_PERIODS = (on(2024, 1, 1), on(2025, 1, 1), on(2025, 7, 1), on(2026, 1, 1))
"""The days on which amounts change. Before the first: 2023."""

_MONTHLY: dict[str, tuple[int, int, int, int, int]] = {
    "dagpenge": (19_728, 20_359, 21_092, 21_092, 22_041),
    "sygedagpenge": (19_717, 20_345, 21_082, 21_082, 22_035),
    "uddannelseshjaelp": (6_545, 6_800, 7_000, 7_000, 7_000),
    "shydelse": (6_500, 6_700, 6_900, 6_900, 6_900),
    "jobafklaring": (12_000, 12_400, 12_800, 12_800, 13_300),
    "ressourceforloeb": (12_000, 12_400, 12_800, 12_800, 13_300),
    "ledighedsydelse": (17_500, 18_000, 18_700, 18_700, 19_500),
    "revalidering": (17_500, 18_000, 18_700, 18_700, 19_500),
}
"""Kroner a month in 2023, 2024, the two halves of 2025, and 2026. The maximum of dagpenge is confirmed but for 2025,
which is derived; that of sygedagpenge is the weekly maximum times 52/12; uddannelseshjælp 2023 is confirmed; the rest
is invented."""

_PROVIDER = (15_874, 16_382, 16_972, 0, 0)
_OTHERS = (11_944, 12_326, 12_770, 0, 0)
"""Kontanthjælp before 01.07.2025 for those over 30: confirmed, 2025 derived. Under 30 about two thirds: invented."""

RATES: dict[str, tuple[int, int]] = {
    "mindstesats": (6_969, 7_200),
    "grundsats": (8_000, 8_300),
    "forhoejet_sats": (13_000, 13_500),
    "hjemmeboendesats": (3_000, 3_100),
}
"""Kontanthjælp from 01.07.2025 and in 2026. Mindstesats 2025 is derived from confirmed figures, the rest invented."""

CHILD, SINGLE_PROVIDER, SINGLE, YOUTH = 2_784, 1_638, 1_092, 2_590
"""Børnetillæg, tillæg for singles with and without a child, særligt ungetillæg: 2025, confirmed. Kept in 2026, which is
invented."""

LEISURE_COUPLE, LEISURE_SINGLE = ((450_00, 500_00), (112_50, 125_00))
"""Fritidstillæg for each child, three at most, in 2025 and 2026: confirmed."""

PAID = (*_MONTHLY, "kontanthjaelp")
"""The benefits that are paid by the month here. Others are paid elsewhere and come as spells only."""


def base(benefit: Ints, rate: Ints, month: Ints, provider: Bools, young: Bools) -> Ints:
    """A full month of the benefit in hundredths, without supplements. `month` is its first day."""
    words = tuple(BENEFITS)
    period = np.searchsorted(np.array(_PERIODS), month, side="right")
    table = np.zeros((len(words), len(_PERIODS) + 1), np.int64)
    for word, kroner in _MONTHLY.items():
        table[words.index(word)] = kroner
    found = table[benefit, period]
    old = np.where(provider, np.array(_PROVIDER)[period], np.array(_OTHERS)[period])
    old = np.where(young, old * 2 // 3, old)
    rates = np.zeros((len(RATES) + 1, 2), np.int64)
    for word, place in rate_words().items():
        rates[place] = RATES[word]
    new = rates[np.where(rate < 0, len(RATES), rate), (month >= _PERIODS[3]).astype(np.int64)]
    cash = benefit == words.index("kontanthjaelp")
    return np.where(cash, np.where(month >= REFORM, new, old), found) * 100
