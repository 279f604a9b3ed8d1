"""A trial analysed as drawn (intention to treat): whoever was drawn to an arm counts there, whatever was done."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pejl.screening.landmarks import EXIT_WORDS, EXITS, Exit
from pejl.screening.spells import Bools, Ints
from pejl.screening.training.run import Estimate
from pejl.screening.trial.analysis_shapes import Analysis, Compared, HarmFound, Part, Point, Spread, Verdict
from pejl.screening.trial.compares import Compares
from pejl.screening.trial.comparing import compare, primary_table
from pejl.screening.trial.looking import Due
from pejl.screening.trial.outcomes import Outcomes
from pejl.screening.trial.protocol import Harm, Protocol
from pejl.screening.trial.statistics.adjusted import adjusted
from pejl.screening.trial.statistics.curves import Curve, Mean, Share, curve
from pejl.screening.trial.statistics.differences import Difference, between, of_shares
from pejl.screening.trial.statistics.hazard_ratio import HazardRatio, hazard_ratio
from pejl.screening.trial.statistics.heterogeneity import heterogeneity
from pejl.screening.trial.statistics.risk_table import log_rank, risk_table

WEEKS = (26.0, 52.0)
"""Within which the weeks on sygedagpenge are told."""
HORIZONS = (8.0, 13.0, 26.0, 52.0)
"""Weeks from the draw at which shares are told, as far as anybody has been followed."""


@dataclass(frozen=True)
class Told:
    """What an analysis tells of itself: of which snapshot, at which look, and who could not be found any more."""

    snapshot: str
    due: Due
    lost: int
    version: int
    amendments: tuple[str, ...] = ()


def analyse(outcomes: Outcomes, protocol: Protocol, told: Told) -> Analysis:
    """The whole analysis. What the data cannot tell is None, never 0."""
    found, primary, due = compare(outcomes, protocol.primary), protocol.primary, told.due
    arms = (outcomes.arm == 0, outcomes.arm == 1)
    curves = (_curve(outcomes, arms[0]), _curve(outcomes, arms[1]))
    table = primary_table(outcomes, primary)
    margin = primary.ratio if primary.compares is Compares.IKKE_RINGERE else None
    crossed = found.z is not None and found.z >= due.bound
    sites, between_sites = _parts(outcomes, protocol, _by_site(outcomes, protocol))
    bands, between_bands = _parts(outcomes, protocol, _by_band(outcomes, protocol))
    return Analysis(
        trial=protocol.name,
        version=told.version,
        snapshot=told.snapshot,
        look=due.number,
        last=due.last,
        persons=(int(arms[0].sum()), int(arms[1].sum())),
        ends=(int(table.ends0.sum()), int(table.ends1.sum())),
        lost=told.lost,
        test=None
        if found.z is None or found.p is None
        else Verdict(z=found.z, p=found.p, bound=due.bound, crossed=crossed),
        hazard_ratio=_ratio(found.ratio, found.ends),
        adjusted=_ratio(_adjusted(outcomes, protocol), found.ends),
        margin=margin,
        not_worse=crossed if margin is not None and due.last else None,
        weeks=_compared(outcomes, curves, WEEKS, _mean_weeks),
        still=_compared(outcomes, curves, HORIZONS, _still),
        exits=_exits(outcomes, curves),
        sites=sites,
        between_sites=between_sites,
        bands=bands,
        between_bands=between_bands,
        harms=tuple(_harm(outcomes, harm, due.harm_bound) for harm in protocol.harms if harm.word in outcomes.harms),
        curves=(_points(curves[0]), _points(curves[1])),
        amendments=told.amendments,
    )


def _curve(outcomes: Outcomes, kept: Bools) -> Curve:
    return curve(outcomes.time[kept], outcomes.exit[kept], len(EXITS))


def _ratio(ratio: HazardRatio | None, ends: int) -> Estimate:
    if ratio is None:
        return Estimate(value=None, of=ends)
    low, high = ratio.interval()
    return Estimate(value=ratio.ratio, low=low, high=high, of=ends)


def _adjusted(outcomes: Outcomes, protocol: Protocol) -> HazardRatio | None:
    """The same ratio with what was known at the draw held equal, within sites; None where nothing was known."""
    if not outcomes.covariates or not len(outcomes):
        return None
    followed = outcomes.within(protocol.primary.weeks)
    ended = followed.ended_by(protocol.primary.places)
    if not all(ended[followed.arm == arm].any() for arm in (0, 1)):
        return None
    covariates = {**followed.covariates, "band": followed.band.astype(float)}
    _, site = np.unique(followed.site, return_inverse=True)
    return adjusted(followed.time, ended, followed.arm, covariates, site.astype(np.int64))


Measure = Callable[[Curve, Curve, float], tuple[Estimate, Estimate, Difference | None]]


def _compared(
    outcomes: Outcomes, curves: tuple[Curve, Curve], weeks: tuple[float, ...], measure: Measure
) -> tuple[Compared, ...]:
    """A quantity at each of the weeks to which both arms have been followed."""
    followed = [float(outcomes.time[outcomes.arm == arm].max(initial=0)) for arm in (0, 1)]
    return tuple(_both(at, *measure(curves[0], curves[1], at), of=len(outcomes)) for at in weeks if at <= min(followed))


def _both(
    weeks: float, control: Estimate, tried: Estimate, difference: Difference | None, *, of: int, exit_: str = ""
) -> Compared:
    told = Estimate(value=None, of=of)
    if difference is not None:
        told = Estimate(value=difference.value, low=difference.low, high=difference.high, of=of)
    return Compared(weeks=weeks, exit=exit_, control=control, tried=tried, difference=told)


def _mean_weeks(control: Curve, tried: Curve, weeks: float) -> tuple[Estimate, Estimate, Difference]:
    one, other = control.weeks_within(weeks), tried.weeks_within(weeks)
    return _mean(one, control), _mean(other, tried), between(other, one)


def _mean(mean: Mean, of: Curve) -> Estimate:
    return Estimate(value=mean.value, of=of.persons)


def _still(control: Curve, tried: Curve, weeks: float) -> tuple[Estimate, Estimate, Difference | None]:
    return _shares(control.still_at(weeks), tried.still_at(weeks), (control.persons, tried.persons))


def _shares(control: Share, tried: Share, persons: tuple[int, int]) -> tuple[Estimate, Estimate, Difference | None]:
    """`persons` are those of the control arm and the tried one."""
    return (
        Estimate(value=control.value, of=persons[0]),
        Estimate(value=tried.value, of=persons[1]),
        of_shares(tried, control, (persons[1], persons[0])),
    )


def _exits(outcomes: Outcomes, curves: tuple[Curve, Curve]) -> tuple[Compared, ...]:
    found: list[Compared] = []
    for place, word in enumerate(EXITS):

        def left(
            control: Curve, tried: Curve, weeks: float, place: int = place
        ) -> tuple[Estimate, Estimate, Difference | None]:
            return _shares(control.left_by(place, weeks), tried.left_by(place, weeks), (control.persons, tried.persons))

        told = _compared(outcomes, curves, WEEKS, left)
        found += [each.model_copy(update={"exit": EXIT_WORDS[Exit(word)]}) for each in told]
    return tuple(found)


def _by_site(outcomes: Outcomes, protocol: Protocol) -> list[tuple[str, str, Bools]]:
    return [(site.word, site.danish, outcomes.site == site.word) for site in protocol.sites]


def _by_band(outcomes: Outcomes, protocol: Protocol) -> list[tuple[str, str, Bools]]:
    cuts = (0.0, *protocol.draw.bands, 1.0)
    return [
        (str(band), f"{round(100 * low)}-{round(100 * high)} af 100", outcomes.band == band)
        for band, (low, high) in enumerate(itertools.pairwise(cuts))
    ]


def _parts(
    outcomes: Outcomes, protocol: Protocol, kinds: list[tuple[str, str, Bools]]
) -> tuple[tuple[Part, ...], Spread | None]:
    parts, ratios = [], []
    for word, danish, kept in kinds:
        own = outcomes.only(kept)
        table = primary_table(own, protocol.primary)
        ratio = hazard_ratio(table)
        ends = (int(table.ends0.sum()), int(table.ends1.sum()))
        persons = (int((own.arm == 0).sum()), int((own.arm == 1).sum()))
        parts.append(Part(word=word, danish=danish, persons=persons, ends=ends, hazard_ratio=_ratio(ratio, sum(ends))))
        ratios += [ratio] if ratio else []
    found = heterogeneity(ratios)
    spread = Spread(of=found.parts, q=found.q, p=found.p, i_squared=found.i_squared) if found else None
    return tuple(parts), spread


def _harm(outcomes: Outcomes, harm: Harm, bound: float) -> HarmFound:
    event = outcomes.harms[harm.word]
    followed = event.until(np.full(len(outcomes), harm.weeks))
    test = log_rank(risk_table(event.time, event.seen, outcomes.arm, outcomes.stratum))
    control, tried = (_harm_share(outcomes, harm, outcomes.arm == arm) for arm in (0, 1))
    persons = (int((outcomes.arm == 0).sum()), int((outcomes.arm == 1).sum()))
    difference = _both(harm.weeks, *_shares(control, tried, persons), of=len(outcomes))
    had = tuple(int(followed.seen[outcomes.arm == arm].sum()) for arm in (0, 1))
    value = difference.difference.value
    return HarmFound(
        word=harm.word,
        danish=harm.danish,
        had=(had[0], had[1]),
        z=test.z if test else None,
        bound=bound,
        crossed=test is not None and test.z >= bound,
        difference=difference,
        limit=harm.limit,
        over_limit=value is not None and value > harm.limit,
    )


def _harm_share(outcomes: Outcomes, harm: Harm, kept: Bools) -> Share:
    """The share that has had the harm by its week. Of a way to end, others are in its way and counted as such; else it
    is one minus the share that has not had it."""
    if harm.word in EXITS:
        return _curve(outcomes, kept).left_by(EXITS.index(harm.word), harm.weeks)
    event = outcomes.harms[harm.word]
    codes: Ints = np.where(event.seen[kept], 0, -1).astype(np.int64)
    without = curve(event.time[kept], codes, 1).still_at(harm.weeks)
    return Share(1 - without.value, without.variance)


def _points(whole: Curve) -> tuple[Point, ...]:
    return tuple(
        Point(weeks=float(time), still=float(still), risk=int(risk), ends=int(ends))
        for time, still, risk, ends in zip(whole.time, whole.still, whole.risk, whole.ends, strict=True)
    )
