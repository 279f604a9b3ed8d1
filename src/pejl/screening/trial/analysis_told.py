"""An analysis as it may be told: before the last look only what the stop rule says and the harms, and never what tells
of too few. A curve has a new point when at least five have ended since the last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pejl.register.small_counts import FEW, Count, rounded
from pejl.screening.training.run import Estimate
from pejl.screening.trial.analysis_shapes import Analysis, Compared, HarmFound, Part, Point, Spread, Verdict
from pejl.screening.trial.stopping import Says

HIDDEN = Estimate(value=None)


@dataclass(frozen=True)
class PartTold:
    """A site or a band: persons and ends in the control arm and the tried one, and the ratio where it tells of
    enough."""

    word: str
    danish: str
    persons: tuple[Count, Count]
    ends: tuple[Count, Count]
    hazard_ratio: Estimate


@dataclass(frozen=True)
class HarmTold:
    """A harm in both arms, and what the rule says of it."""

    word: str
    danish: str
    had: tuple[Count, Count]
    difference: Compared | None
    limit: float
    crossed: bool
    over_limit: bool


@dataclass(frozen=True)
class AnalysisTold:
    """An analysis with what tells of too few left out. `effect` is whether it is the last look: before it, only what
    the stop rule says is told, and the harms."""

    analysis: Analysis
    says: Says
    effect: bool
    persons: tuple[Count, Count]
    ends: tuple[Count, Count]
    lost: Count
    test: Verdict | None
    hazard_ratio: Estimate
    adjusted: Estimate
    weeks: tuple[Compared, ...]
    still: tuple[Compared, ...]
    exits: tuple[Compared, ...]
    sites: tuple[PartTold, ...]
    between_sites: Spread | None
    bands: tuple[PartTold, ...]
    between_bands: Spread | None
    harms: tuple[HarmTold, ...]
    curves: tuple[tuple[Point, ...], tuple[Point, ...]]

    def as_data(self) -> dict[str, Any]:
        """For other programs."""
        kept = self.analysis
        data: dict[str, Any] = {
            "trial": kept.trial,
            "version": kept.version,
            "snapshot": kept.snapshot,
            "look": kept.look,
            "last": kept.last,
            "says": self.says.value,
            "persons": _pair(self.persons),
            "lost": self.lost.as_data(),
            "harms": [_harm_data(harm) for harm in self.harms],
            "amendments": list(kept.amendments),
        }
        if not self.effect:
            return data
        return data | {
            "ends": _pair(self.ends),
            "test": self.test.model_dump() if self.test else None,
            "hazard_ratio": self.hazard_ratio.model_dump(),
            "adjusted": self.adjusted.model_dump(),
            "margin": kept.margin,
            "not_worse": kept.not_worse,
            "weeks_on_benefit": [each.model_dump() for each in self.weeks],
            "still": [each.model_dump() for each in self.still],
            "exits": [each.model_dump() for each in self.exits],
            "sites": [_part_data(part) for part in self.sites],
            "between_sites": self.between_sites.model_dump() if self.between_sites else None,
            "bands": [_part_data(part) for part in self.bands],
            "between_bands": self.between_bands.model_dump() if self.between_bands else None,
            "curves": {
                arm: [point.model_dump(exclude={"ends"}) for point in points]
                for arm, points in zip(("control", "tried"), self.curves, strict=True)
            },
        }


def analysis_told(analysis: Analysis, says: Says) -> AnalysisTold:
    """The analysis as it may be told."""
    enough = not any(map(_few, (*analysis.persons, *analysis.ends)))
    parts_enough = all(_part_enough(part) for part in analysis.sites)
    bands_enough = all(_part_enough(part) for part in analysis.bands)
    return AnalysisTold(
        analysis=analysis,
        says=says,
        effect=analysis.last,
        persons=_counts(analysis.persons),
        ends=_counts(analysis.ends),
        lost=rounded(analysis.lost),
        test=analysis.test if enough else None,
        hazard_ratio=analysis.hazard_ratio if enough else HIDDEN,
        adjusted=analysis.adjusted if enough else HIDDEN,
        weeks=analysis.weeks if enough else (),
        still=_with_enough(analysis.still, analysis.persons),
        exits=_with_enough(analysis.exits, analysis.persons),
        sites=tuple(map(_part, analysis.sites)),
        between_sites=analysis.between_sites if parts_enough else None,
        bands=tuple(map(_part, analysis.bands)),
        between_bands=analysis.between_bands if bands_enough else None,
        harms=tuple(_harm(harm, analysis.persons) for harm in analysis.harms),
        curves=(merged(analysis.curves[0]), merged(analysis.curves[1])),
    )


def merged(points: Iterable[Point]) -> tuple[Point, ...]:
    """A curve with a point only where at least five have ended since the last one, and at least five go on."""
    told: list[Point] = []
    since = 0
    for point in points:
        since += point.ends
        left = point.risk - point.ends
        if since >= FEW and (left == 0 or left >= FEW):
            told.append(point.model_copy(update={"risk": rounded(left).nearest, "ends": since}))
            since = 0
    return tuple(told)


def _few(count: int) -> bool:
    return 0 < count < FEW


def _counts(pair: tuple[int, int]) -> tuple[Count, Count]:
    return rounded(pair[0]), rounded(pair[1])


def _part_enough(part: Part) -> bool:
    return min(*part.persons, *part.ends) >= FEW


def _part(part: Part) -> PartTold:
    ratio = part.hazard_ratio.model_copy(update={"of": None}) if _part_enough(part) else HIDDEN
    return PartTold(part.word, part.danish, _counts(part.persons), _counts(part.ends), ratio)


def _with_enough(compared: Sequence[Compared], persons: tuple[int, int]) -> tuple[Compared, ...]:
    return tuple(each for each in compared if _tells_of_enough(each, persons))


def _tells_of_enough(compared: Compared, persons: tuple[int, int]) -> bool:
    """Whether in each arm nobody or at least five have what the share is of, and nobody or at least five have not."""
    for estimate, many in zip((compared.control, compared.tried), persons, strict=True):
        if estimate.value is None:
            return False
        having = round(estimate.value * many)
        if _few(having) or _few(many - having):
            return False
    return True


def _harm(harm: HarmFound, persons: tuple[int, int]) -> HarmTold:
    enough = not any(map(_few, harm.had)) and _tells_of_enough(harm.difference, persons)
    difference = harm.difference if enough else None
    return HarmTold(harm.word, harm.danish, _counts(harm.had), difference, harm.limit, harm.crossed, harm.over_limit)


def _pair(counts: tuple[Count, Count]) -> dict[str, Any]:
    return {"control": counts[0].as_data(), "tried": counts[1].as_data()}


def _part_data(part: PartTold) -> dict[str, Any]:
    return {
        "word": part.word,
        "danish": part.danish,
        "persons": _pair(part.persons),
        "ends": _pair(part.ends),
        "hazard_ratio": part.hazard_ratio.model_dump(),
    }


def _harm_data(harm: HarmTold) -> dict[str, Any]:
    return {
        "word": harm.word,
        "danish": harm.danish,
        "had": _pair(harm.had),
        "difference": harm.difference.model_dump() if harm.difference else None,
        "limit": harm.limit,
        "crossed": harm.crossed,
        "over_limit": harm.over_limit,
    }
