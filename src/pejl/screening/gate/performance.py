"""Demands on how good the chances are, on spells that the model was not fitted to: calibration, order, worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pejl.calendar.numbers import danish_number
from pejl.screening.gate.cells import Bounds, Cell, Place, cells, horizons, worst
from pejl.screening.gate.demand import Demand, Outcome
from pejl.screening.gate.minimums import Minimums
from pejl.screening.training.run import ASK_FIRST, FOLDS, MUNICIPALITY, TIME, AtHorizon, Estimate, TrainingRun

SPLITS = {
    FOLDS: "på forløb, der var holdt ude",
    MUNICIPALITY: "på en kommune, der var holdt ude",
    TIME: "på det seneste år, der var holdt ude",
}
"""The ways of holding out that are judged, in words that end a sentence."""
SIMPLE = {"all": "at hjælpe alle", "none": "ikke at hjælpe nogen", ASK_FIRST: "at spørge først"}
"""What a decision by the chance is held against."""
NOBODY_ASKED = "Ingen er spurgt om, hvad de selv venter. Om modellen er bedre end at spørge, er ikke prøvet."

Of = Callable[[AtHorizon], Estimate]


def of_performance(run: TrainingRun, minimums: Minimums) -> Iterator[Demand]:
    """All of them, for each way of holding out."""
    for split in SPLITS:
        if split == MUNICIPALITY and len(run.data.municipalities) < 2:
            yield _one_municipality()
            continue
        if not any(True for _ in horizons(run, split)):
            yield _not_held_out(split)
            continue
        yield from _calibration(run, minimums, split)
        yield from _order(run, minimums, split)
        yield from _worth(run, minimums, split)


def _calibration(run: TrainingRun, minimums: Minimums, split: str) -> Iterator[Demand]:
    bounds = minimums.calibration
    yield _judged(
        "kalibreringsfejl",
        "Gennemsnitlig afstand mellem chance og virkelighed",
        run,
        minimums,
        split,
        lambda at: at.calibration_error,
        Bounds(most=bounds.error_most),
        only_many=True,
    )
    yield _judged(
        "haeldning",
        "Kalibreringens hældning",
        run,
        minimums,
        split,
        lambda at: at.slope,
        Bounds(bounds.slope_least, bounds.slope_most),
    )
    yield _judged(
        "observeret_forventet",
        "Observeret i forhold til forventet",
        run,
        minimums,
        split,
        lambda at: at.ratio,
        Bounds(bounds.ratio_least, bounds.ratio_most),
    )


def _order(run: TrainingRun, minimums: Minimums, split: str) -> Iterator[Demand]:
    yield _judged(
        "auc_mindst",
        "Orden (AUC), mindst",
        run,
        minimums,
        split,
        lambda at: at.auc,
        Bounds(least=minimums.order.auc_least),
    )
    yield _judged(
        "auc_hoejst",
        "Orden (AUC), højst: bedre end det tyder på, at modellen ser ud i fremtiden",
        run,
        minimums,
        split,
        lambda at: at.auc,
        Bounds(most=minimums.order.auc_most),
    )


def _worth(run: TrainingRun, minimums: Minimums, split: str) -> Iterator[Demand]:
    threshold = run.policy.get("early_effort_from")
    for other, words in SIMPLE.items():
        danish = f"Nettogevinst i forhold til {words}"
        word = f"nettogevinst_{other}.{split}"
        if not isinstance(threshold, int | float):
            yield Demand(
                word=word, danish=danish, outcome=Outcome.BROKEN, sentence="Politikken har ingen grænse for indsats."
            )
            continue
        if other == ASK_FIRST and not any(other in place.at.net_benefit for place in horizons(run, split)):
            yield Demand(word=word, danish=danish, outcome=Outcome.UNTRIED, sentence=NOBODY_ASKED)
            continue
        found = [_gain(place, other, float(threshold)) for place in horizons(run, split)]
        known = _where_many_are([cell for cell in found if cell is not None], minimums)
        yield _decided(word, danish, known, Bounds(least=-minimums.worth.short_most), minimums, SPLITS[split])


def _where_many_are(found: list[Cell], minimums: Minimums) -> list[Cell]:
    """The cells where the model is used and enough spells are that chance alone does not decide."""
    return [cell for cell in found if cell.used and cell.spells >= minimums.measured.cell_least]


def _gain(place: Place, other: str, threshold: float) -> Cell | None:
    """What the model's decisions are worth more than the simple ones, at the policy's threshold."""
    curves = place.at.net_benefit
    ours, theirs = (_nearest(curves.get(name, ()), threshold) for name in ("model", other))
    if ours is None or theirs is None:
        return None
    return Cell(Estimate(value=round(ours - theirs, 5), of=place.spells), place.spells, place.words, place.used)


def _nearest(curve: tuple[tuple[float, float], ...], threshold: float) -> float | None:
    """The curve at a threshold, on the straight line between the two nearest."""
    below = [point for point in curve if point[0] <= threshold]
    above = [point for point in curve if point[0] >= threshold]
    if not below or not above:
        return None
    (left, low), (right, high) = max(below), min(above)
    return low if right == left else low + (high - low) * (threshold - left) / (right - left)


def _judged(
    word: str,
    danish: str,
    run: TrainingRun,
    minimums: Minimums,
    split: str,
    of: Of,
    bounds: Bounds,
    *,
    only_many: bool = False,
) -> Demand:
    found = cells(run, split, of)
    judged = _where_many_are(found, minimums) if only_many else found
    return _decided(f"{word}.{split}", danish, judged, bounds, minimums, SPLITS[split])


def _decided(word: str, danish: str, found: list[Cell], bounds: Bounds, minimums: Minimums, where: str) -> Demand:
    limits = minimums.measured
    decided = worst(found, bounds, many=limits.cell_least, few=limits.small_least)
    if decided is None:
        said = f"{danish} kan ikke prøves {where}: der er ingen tal dér, hvor modellen bruges, eller for få forløb."
        missing = Outcome.BROKEN
        return Demand(word=word, danish=danish, outcome=missing, sentence=said, least=bounds.least, most=bounds.most)
    cell, met = decided
    return Demand(
        word=word,
        danish=danish,
        outcome=Outcome.MET if met else Outcome.BROKEN,
        sentence=f"{danish} {where} er dårligst {_number(cell.estimate.value)} ({cell.place}). {said_bounds(bounds)}",
        value=cell.estimate.value,
        low=cell.estimate.low,
        high=cell.estimate.high,
        least=bounds.least,
        most=bounds.most,
        place=cell.place,
    )


def said_bounds(bounds: Bounds) -> str:
    """What the bounds ask for, as a sentence."""
    if bounds.least is None:
        return f"Kravet er højst {_number(bounds.most)}."
    if bounds.most is None:
        return f"Kravet er mindst {_number(bounds.least)}."
    return f"Kravet er fra {_number(bounds.least)} til {_number(bounds.most)}."


def _number(value: float | None) -> str:
    return "ukendt" if value is None else danish_number(value, 3)


def _one_municipality() -> Demand:
    return Demand(
        word="holdt_ude.municipality",
        danish="Prøvet på en kommune, der var holdt ude",
        outcome=Outcome.UNTRIED,
        sentence="Der er kun én kommune i træningsdata. Modellen er ikke prøvet på andre og må kun bruges dér.",
    )


def _not_held_out(split: str) -> Demand:
    return Demand(
        word=f"holdt_ude.{split}",
        danish=f"Prøvet {SPLITS[split]}",
        outcome=Outcome.BROKEN,
        sentence=f"Modellen er ikke prøvet {SPLITS[split]}.",
    )
