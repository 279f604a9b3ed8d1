"""What a row of the register means under a law that came after it was delivered.

Two benefits ended when kontanthjælp became one with rates on 1 July 2025: a row of theirs that still runs then is one
of kontanthjælp. And a rate that nobody has been given yet is the one that the law itself would give, as far as the
facts for it are known. It is an expectation, used only for days to come: afterwards an empty rate is a fact wanting.
"""

from __future__ import annotations

import datetime as dt

import ibis

from pejl.casework.informing.stretches import Stretch
from pejl.law.refusals import NoRule

BENEFIT, RATE = "ydelse", "udbetalt_sats"
WITH_RATES = "kontanthjaelp"
BECAME_ONE = ("uddannelseshjaelp", "shydelse")
"""The benefits that ended."""
RATES = "satsgruppe"
"""The rule that gives the rate. As long as it is law, there are rates."""


def has_rates(stretch: Stretch) -> bool:
    """Whether there were rates in these days."""
    return not isinstance(stretch.law_day.settled(RATES), NoRule)


def is_ahead(stretch: Stretch, known: dt.date) -> bool:
    """Whether the days had not come on the day up to which it is known."""
    return stretch.first > known


def with_present_benefit(rows: ibis.Table, stretch: Stretch) -> ibis.Table:
    """The rows with the benefit that theirs became."""
    if not has_rates(stretch):
        return rows
    became = ibis.ifelse(rows[BENEFIT].isin(BECAME_ONE), ibis.literal(WITH_RATES), rows[BENEFIT])
    return rows.mutate(**{BENEFIT: became})


def with_expected_rate(rows: ibis.Table, stretch: Stretch) -> ibis.Table:
    """The rows with the rate that the law would give where they have none, unknown where a fact for it is wanting."""
    told = stretch.law_day.columns(rows, [RATES])
    expected = ibis.ifelse(told[BENEFIT] == WITH_RATES, told[RATES], ibis.null("string"))
    return told.mutate(**{RATE: told[RATE].fill_null(expected)}).drop(RATES)
