"""The comparison that decides, alone: what the analysis, each look and each simulated trial ask in the same way."""

from __future__ import annotations

from dataclasses import dataclass

from scipy.special import ndtr

from pejl.screening.trial.compares import Compares
from pejl.screening.trial.outcomes import Outcomes
from pejl.screening.trial.protocol import Primary
from pejl.screening.trial.statistics.hazard_ratio import HazardRatio, hazard_ratio
from pejl.screening.trial.statistics.risk_table import RiskTable, log_rank, risk_table


@dataclass(frozen=True)
class Comparison:
    """The primary outcome, compared. `z` is what is held against the bound: positive where the tried arm did better,
    or, where the trial is to show that it is not worse, where it lies above the margin."""

    ends: int
    z: float | None
    p: float | None
    """Two-sided for superiority, one-sided against a margin."""
    ratio: HazardRatio | None


def compare(outcomes: Outcomes, primary: Primary) -> Comparison:
    """Compare the arms as drawn, stratified as drawn, within the weeks of the primary outcome.

    Superiority is asked of the stratified log-rank test; a margin of Cox's ratio.
    """
    table = primary_table(outcomes, primary)
    ratio = hazard_ratio(table)
    if primary.compares is Compares.IKKE_RINGERE:
        beyond = ratio.beyond(primary.ratio) if ratio else None
        return Comparison(table.ends, beyond, None if beyond is None else float(ndtr(-beyond)), ratio)
    test = log_rank(table)
    if test is None:
        return Comparison(table.ends, None, None, ratio)
    return Comparison(table.ends, test.z if primary.ratio > 1 else -test.z, test.p, ratio)


def primary_table(outcomes: Outcomes, primary: Primary) -> RiskTable:
    """The risk table of the primary outcome."""
    followed = outcomes.within(primary.weeks)
    return risk_table(followed.time, followed.ended_by(primary.places), followed.arm, followed.stratum)
