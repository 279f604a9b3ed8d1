"""What a model cannot, and where it was weakest: sentences that follow from its training, the same for all models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pejl.calendar.rows import in_a_row
from pejl.screening.documents.group_parts import attributes_tried
from pejl.screening.documents.numbers import percent, plain_number
from pejl.screening.documents.performance_parts import at_policy
from pejl.screening.fairness.attributes import ALL
from pejl.screening.features.feature import Known
from pejl.screening.gate.demand import Outcome, Verdict
from pejl.screening.landmarks import landmark_word
from pejl.screening.training.run import FOLDS, TRUTH, TrainingRun

OFTEN = 0.25
"""A share of what is not known that is worth a sentence."""


def limits(run: TrainingRun, verdict: Verdict | None = None) -> tuple[str, ...]:
    """All that are known."""
    return tuple(_limits(run, verdict))


def _limits(run: TrainingRun, verdict: Verdict | None) -> Iterator[str]:
    yield "En chance er en viden om forløb, der ligner, og ikke om den enkelte. Den siger ikke, hvad der vil hjælpe."
    yield from _order(run)
    yield from _wrongly(run)
    if len(run.data.municipalities) < 2:
        yield "Modellen er lært af én kommune og er ikke prøvet på andre. Den må ikke bruges et andet sted."
    yield from _missing(run)
    if any(each.split == TRUTH for each in run.measured):
        yield "Data er opdigtede (eksempelkommunen). Tallene siger noget om metoden og intet om danske sygemeldte."
    tried = attributes_tried(run)
    yield f"Om fejl rammer skævt, er kun prøvet for {in_a_row(tried) if tried else 'ingen grupper'}."
    if verdict is not None:
        untried = (demand for demand in verdict.demands if demand.outcome is Outcome.UNTRIED)
        yield from (f"Ikke prøvet: {demand.sentence}" for demand in untried)


def _missing(run: TrainingRun) -> Iterator[str]:
    """What is often not known; answers, which are voluntary, as one."""
    features = {str(feature["name"]): feature for feature in run.features}
    answers = [share for name, share in run.data.missing.items() if _is_answer(features.get(name))]
    often = [
        f"{str(features[name]['danish']).lower()} ({percent(share, 0)})"
        for name, share in run.data.missing.items()
        if share >= OFTEN and name in features and not _is_answer(features[name])
    ]
    if often:
        yield f"Det mangler tit: {in_a_row(often)}. Så siger modellen mindre, og grundene bliver færre."
    if answers:
        yield f"Hos {percent(max(answers), 0)} mangler svar på spørgeskemaet. Uden dem ved modellen mindre."


def _is_answer(feature: Mapping[str, object] | None) -> bool:
    return feature is not None and feature.get("known") == Known.SVAR


def _order(run: TrainingRun) -> Iterator[str]:
    """How often two people are put in the wrong order, at the landmark where it is worst."""
    held = [(measured.landmark, at_policy(run, measured)) for measured in run.ours(FOLDS)]
    told = [(at.auc.value, landmark, at.weeks) for landmark, at in held if at is not None and at.auc.value is not None]
    if told:
        auc, landmark, weeks = min(told)
        yield (
            f"Af to, hvor den ene er syg efter {plain_number(weeks)} uger og den anden ikke er, sættes de rigtigt i "
            f"{percent(auc, 0)} af tilfældene og forkert i resten ({landmark_word(landmark).lower()}, hvor det er "
            "dårligst)."
        )


def _wrongly(run: TrainingRun) -> Iterator[str]:
    everybody = next((group for group in run.groups if group.attribute == ALL), None)
    if everybody is None:
        return
    if everybody.false_negative.value is not None:
        yield f"Der overses {percent(everybody.false_negative.value, 0)} af de forløb, der blev lange."
    if everybody.released_long.value is not None:
        yield (
            f"Af dem, modellen ville slippe, blev {percent(everybody.released_long.value)} alligevel lange. Derfor ses "
            "der efter igen."
        )
