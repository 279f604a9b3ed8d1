"""How good the chances are, as parts of a document: tables with intervals, the calibration plot and what decisions are
worth."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.numbers import danish_number
from pejl.screening.documents.document import Block, Heading, Paragraph, Picture, Table
from pejl.screening.documents.labels import WAYS, model_word, split_word
from pejl.screening.documents.numbers import UNTOLD, count, percent, plain_number, tells_of_few, told, told_share
from pejl.screening.documents.plots import benefit_plot, calibration_plot
from pejl.screening.landmarks import landmark_word
from pejl.screening.training.run import FOLDS, TRUTH, AtHorizon, Estimate, Measured, TrainingRun

MEASURE_HEADS = ("Uger", "Syge stadig", "Orden (AUC)", "Brier", "Kalibreringsfejl", "Hældning", "Observeret/forventet")
PICKED_HEADS = ("Uger", "Lange blandt de 30 pct. laveste", "Lange blandt de 20 pct. højeste", "Fundet af de lange")


def performance_parts(run: TrainingRun) -> Iterator[Block]:
    """All of it: each way of holding out, landmark by landmark, then the other models beside ours."""
    for split in dict.fromkeys(each.split for each in run.measured if each.split != TRUTH):
        yield Heading(split_word(split), 3)
        for measured in run.ours(split):
            yield from _tables(measured)
        yield from _beside(run, split)
    yield from _against_truth(run)


def calibration_parts(run: TrainingRun) -> Iterator[Block]:
    """A plot and its table for each landmark, at the horizon that the policy asks about there."""
    for measured in run.ours(FOLDS):
        at = at_policy(run, measured)
        if at is None or not at.bins:
            continue
        where = f"{landmark_word(measured.landmark)}, {plain_number(at.weeks)} uger"
        points = [(chance, share) for chance, share, of in at.bins if not tells_of_few(share, of)]
        ident = f"kalibrering-{measured.landmark}"
        yield Heading(where, 3)
        yield Picture(
            calibration_plot(points, f"Kalibrering: {where}", ident),
            "Hver prik er en tiendedel af forløbene. Ligger den på linjen, kom det så ofte, som modellen sagde.",
        )
        rows = tuple(
            (percent(chance), UNTOLD if tells_of_few(share, of) else percent(share), count(of))
            for chance, share, of in at.bins
        )
        yield Table(f"Kalibrering: {where}", ("Chance i gennemsnit", "Andel, der kom", "Forløb"), rows)


def worth_parts(run: TrainingRun) -> Iterator[Block]:
    """What decisions by the chance are worth beside simple ways, at the landmark where most are decided."""
    threshold = run.policy.get("early_effort_from")
    for measured in run.ours(FOLDS)[:1]:
        at = at_policy(run, measured)
        if at is None or not at.net_benefit:
            continue
        where = f"{landmark_word(measured.landmark)}, {plain_number(at.weeks)} uger"
        yield Paragraph(
            "Nettogevinst er andelen af forløb, hvor hjælp var nødvendig og blev givet, minus den unødvendige hjælp, "
            "vægtet efter grænsen. Den er kun noget værd, hvis den er højere end ved at hjælpe alle, ingen, eller dem, "
            "der selv siger til."
        )
        yield Picture(
            benefit_plot(at.net_benefit, WAYS, f"Nettogevinst: {where}", f"gevinst-{measured.landmark}"),
            f"Nettogevinst ved forskellige grænser. {where}.",
        )
        names = list(at.net_benefit)
        rows = tuple(_worth_rows(at, names, threshold if isinstance(threshold, int | float) else None))
        yield Table(f"Nettogevinst: {where}", ("Grænse", *(WAYS.get(name, name) for name in names)), rows)


def at_policy(run: TrainingRun, measured: Measured) -> AtHorizon | None:
    """The horizon that the policy asks about at a landmark; the first that was measured where it names none."""
    weeks = run.weeks_asked(measured.landmark)
    return next((at for at in measured.horizons if at.weeks == weeks), next(iter(measured.horizons), None))


def _tables(measured: Measured) -> Iterator[Block]:
    where = f"{landmark_word(measured.landmark)} ({count(measured.spells)} forløb)"
    told_of = [at for at in measured.horizons if at.still.value is not None]
    yield Table(where, MEASURE_HEADS, tuple(map(_measures, told_of)))
    yield Table(f"{where}: de laveste og de højeste", PICKED_HEADS, tuple(map(_picked, told_of)))
    yield Paragraph(
        f"Rækkefølgen over hele forløbet (C): {told(measured.concordance)}. "
        f"Samlet Brier: {told(measured.integrated_brier)}."
    )


def _measures(at: AtHorizon) -> tuple[str, ...]:
    shown = (at.auc, at.brier, at.calibration_error, at.slope, at.ratio)
    return (plain_number(at.weeks), told_share(at.still), *map(told, shown))


def _picked(at: AtHorizon) -> tuple[str, ...]:
    """Shares of those picked out; none that tells of one to four."""
    parts = ((at.low30, 0.3), (at.precision20, 0.2))
    shares = [_unless_few(estimate, share) for estimate, share in parts]
    return (plain_number(at.weeks), *map(told_share, shares), told_share(at.recall20))


def _unless_few(estimate: Estimate, share: float) -> Estimate:
    few = estimate.value is not None and estimate.of and tells_of_few(estimate.value, round(estimate.of * share))
    return Estimate(value=None) if few else estimate


def _beside(run: TrainingRun, split: str) -> Iterator[Block]:
    """Our model beside what is simpler, where anything simpler was measured on the same spells."""
    rows, models = [], set()
    for measured in run.measured:
        at = at_policy(run, measured)
        if measured.split != split or at is None:
            continue
        models.add(measured.model)
        name = f"{model_word(measured.model)}, {landmark_word(measured.landmark).lower()}"
        cells = (told(measured.concordance), told(at.auc), told(at.calibration_error), told_share(at.low30))
        rows.append((name, f"{plain_number(at.weeks)} uger", *cells))
    if len(models) > 1:
        heads = ("Model", "Om", "Rækkefølge (C)", "Orden (AUC)", "Kalibreringsfejl", "Lange blandt de 30 pct. laveste")
        yield Table(f"Ved siden af det enkleste: {split_word(split).lower()}", heads, tuple(rows))


def _against_truth(run: TrainingRun) -> Iterator[Block]:
    """Where the data are invented: how far the chances are from those that the simulation drew from."""
    measured = run.ours(TRUTH)
    if not measured:
        return
    yield Heading(split_word(TRUTH), 3)
    yield Paragraph(
        "Eksempelkommunens forløb er trukket med chancer, som simulatoren kender. Her står, hvor langt modellens "
        "chancer er fra dem. Det kan kun måles på opdigtede data."
    )
    heads = ("Uger", "Sand chance i snit", "Afstand", "Hældning", "Sand i forhold til modellens")
    for each in measured:
        known = [at for at in each.horizons if at.still.value is not None]
        rows = tuple(
            (plain_number(at.weeks), told_share(at.still), *map(told, (at.calibration_error, at.slope, at.ratio)))
            for at in known
        )
        yield Table(f"Mod sande chancer: {landmark_word(each.landmark).lower()}", heads, rows)


def _worth_rows(at: AtHorizon, names: list[str], threshold: float | None) -> Iterator[tuple[str, ...]]:
    """Every fifth threshold, and those beside the policy's own."""
    points = {name: dict(at.net_benefit[name]) for name in names}
    every = sorted(set().union(*points.values()))
    near = {min(every, key=lambda each: abs(each - threshold))} if threshold is not None and every else set()
    for number, each in enumerate(every):
        if number % 5 == 4 or each in near:
            cells = (danish_number(points[name][each], 4) if each in points[name] else UNTOLD for name in names)
            yield (percent(each, 0), *cells)
