"""All documents of a model, made from the record of its training; and what keeps them from being made."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.screening.documents.card import model_card
from pejl.screening.documents.document import Document
from pejl.screening.documents.impact import data_ethics, data_protection, fundamental_rights
from pejl.screening.documents.registers import algorithm_register, eu_register, notice
from pejl.screening.documents.technical import data_sheet, intended_purpose, technical_documentation
from pejl.screening.gate.demand import Verdict
from pejl.screening.training.run import FOLDS, TrainingRun


def documents(
    run: TrainingRun, *, before: TrainingRun | None = None, verdict: Verdict | None = None
) -> tuple[Document, ...]:
    """Every document, the card first. `before` is the model that this one follows, `verdict` the gate's."""
    return (
        model_card(run, before=before, verdict=verdict),
        technical_documentation(run, before=before, verdict=verdict),
        data_sheet(run),
        intended_purpose(run),
        data_protection(run, verdict),
        fundamental_rights(run, verdict),
        data_ethics(run, verdict),
        eu_register(run, verdict),
        algorithm_register(run, verdict),
        notice(run),
    )


def wanting(run: TrainingRun) -> list[str]:
    """What a document would have nothing to say of, in Danish; empty where all can be made."""
    found = list(_wanting(run))
    if not found:
        try:
            documents(run)
        except (KeyError, ValueError, TypeError, AttributeError) as trouble:
            found.append(f"dokumenterne kan ikke skrives: {type(trouble).__name__}")
    return found


def _wanting(run: TrainingRun) -> Iterator[str]:
    held = run.ours(FOLDS)
    if not held:
        yield "modelkortet har ingen tal for, hvor god modellen er"
    if held and not any(at.bins for each in held for at in each.horizons):
        yield "modelkortet har intet billede af kalibreringen"
    if not run.groups:
        yield "modelkortet har ingen grupper"
    if not run.features:
        yield "den tekniske dokumentation har ingen egenskaber"
    if not run.terms:
        yield "den tekniske dokumentation har ingen led"
