"""Demands on what a model is made of: its purpose, its data, its features, and that it can be made again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pejl.calendar.numbers import danish_number, danish_percent
from pejl.calendar.rows import in_a_row
from pejl.screening.features.feature import Known, Proxy
from pejl.screening.gate.demand import Demand, Outcome
from pejl.screening.gate.minimums import Minimums
from pejl.screening.training.run import DataSheet, TrainingRun

_HASH = re.compile(r"[0-9a-f]{64}\Z")
TOLD_OF_EACH = ("name", "danish", "source", "known", "basis", "why", "proxy", "proxy_note")
"""What a declaration of a feature must say."""


def of_making(run: TrainingRun, minimums: Minimums) -> Iterator[Demand]:
    """All of them."""
    yield _all_of("formaal", "Formålet er skrevet", _purpose(run))
    yield _spells(run, minimums)
    yield _missing(run, minimums)
    yield _inflow(run, minimums)
    yield _all_of("datablad", "Databladet er fuldstændigt", list(_data_sheet(run)))
    yield _all_of("egenskaber", "Alle egenskaber er erklæret og må bruges", list(_features(run)))
    yield _all_of("kan_gentages", "Træningen kan gentages", list(_again(run)))


def _purpose(run: TrainingRun) -> list[str]:
    return [] if run.purpose.strip() else ["formålet mangler"]


def _spells(run: TrainingRun, minimums: Minimums) -> Demand:
    least, spells = minimums.data.spells_least, run.data.spells
    said = f"Modellen er trænet på {danish_number(spells)} forløb. Kravet er mindst {danish_number(least)}."
    return _demand("forloeb", "Antal forløb i træningsdata", spells >= least, said, spells, least=least)


def _missing(run: TrainingRun, minimums: Minimums) -> Demand:
    """Answers of citizens are not among them: to answer is voluntary, and the model is measured without them too."""
    most, danish = minimums.data.missing_most, "Andel uoplyst i den mest mangelfulde egenskab"
    if not run.data.missing:
        return _demand("uoplyst", danish, False, "Det er ikke opgjort, hvad der mangler i data.", None, most=most)
    voluntary = {feature.get("name") for feature in run.features if feature.get("known") == Known.SVAR}
    held = {name: share for name, share in run.data.missing.items() if name not in voluntary}
    name, share = max(held.items(), key=lambda item: item[1], default=("", 0.0))
    said = f"»{run.called(name)}« mangler i {danish_percent(share * 100, 1)} af rækkerne."
    return _demand(
        "uoplyst", danish, share <= most, f"{said} Kravet er højst {danish_percent(most * 100)}", share, most=most
    )


def _inflow(run: TrainingRun, minimums: Minimums) -> Demand:
    most, danish = minimums.data.inflow_most, "Hvor meget træningsdata ligner det seneste års nye forløb (PSI)"
    if not run.data.inflow:
        return _demand("tilgang", danish, False, "Det er ikke målt, om data ligner det seneste år.", None, most=most)
    name, index = max(run.data.inflow.items(), key=lambda item: item[1])
    said = f"»{run.called(name)}« afviger mest: {danish_number(index, 3)}. Kravet er højst {danish_number(most)}."
    return _demand("tilgang", danish, index <= most, said, index, most=most)


def _data_sheet(run: TrainingRun) -> Iterator[str]:
    sheet = run.data
    if not sheet.snapshot or not _HASH.match(sheet.data_hash):
        yield "det står ikke, hvilke data det er"
    if not sheet.first < sheet.last <= sheet.known:
        yield "perioden hænger ikke sammen"
    yield from (f"{word} mangler" for word, told in _counts(sheet).items() if not told)
    used = _used(run.recipe)
    unknown = [name for name in used if name not in sheet.missing]
    if unknown:
        yield f"det står ikke, hvor meget der mangler i {in_a_row(run.called(name) for name in unknown)}"
    if sheet.kept_until <= run.made.date():
        yield "dagen, data skal slettes, er gået eller mangler"


def _counts(sheet: DataSheet) -> dict[str, dict[str, int]]:
    return {
        "rækker ved hvert nedslag": sheet.rows,
        "afgangsårsager": sheet.exits,
        "kommuner": sheet.municipalities,
    }


def _features(run: TrainingRun) -> Iterator[str]:
    declared = {str(feature.get("name")): feature for feature in run.features}
    for name in _used(run.recipe):
        if name not in declared:
            yield f"»{name}« bruges, men er ikke erklæret"
    for name, feature in declared.items():
        yield from (f"»{name}« mangler {told}" for told in TOLD_OF_EACH if not str(feature.get(told) or "").strip())
        if feature.get("known") == Known.FORLOEB:
            yield f"»{name}« kendes først i løbet af forløbet eller bagefter"
        if feature.get("proxy") == Proxy.HOEJ:
            yield f"»{name}« har høj risiko for at stå for noget, der ikke må bruges"


def _again(run: TrainingRun) -> Iterator[str]:
    if not run.versions:
        yield "det står ikke, hvilke versioner den er lavet med"
    if not _HASH.match(run.model_hash):
        yield "modelfilens kontrolsum mangler"
    if not run.terms:
        yield "modellens led er ikke skrevet ud"
    if run.made.tzinfo is None:
        yield "tidspunktet for træningen er ikke entydigt"


def _used(recipe: dict[str, Any]) -> list[str]:
    """The features that the recipe names; the shrunk municipality is a place and no feature of a person."""
    return [*recipe.get("numbers", ()), *recipe.get("words", ())]


def _all_of(word: str, danish: str, wanting: list[str]) -> Demand:
    said = f"{danish}." if not wanting else f"Det mangler, at: {'; '.join(wanting)}."
    return _demand(word, danish, not wanting, said, None)


def _demand(
    word: str,
    danish: str,
    met: bool,
    sentence: str,
    value: float | None,
    least: float | None = None,
    most: float | None = None,
) -> Demand:
    outcome = Outcome.MET if met else Outcome.BROKEN
    return Demand(word=word, danish=danish, outcome=outcome, sentence=sentence, value=value, least=least, most=most)
