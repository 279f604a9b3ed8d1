"""What is different from the model before, as parts of a document."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_number
from pejl.calendar.rows import in_a_row
from pejl.screening.documents.document import Block, Paragraph, Table
from pejl.screening.documents.numbers import told
from pejl.screening.documents.performance_parts import at_policy
from pejl.screening.landmarks import landmark_word
from pejl.screening.training.run import FOLDS, AtHorizon, Measured, TrainingRun


def change_parts(run: TrainingRun, before: TrainingRun | None) -> Iterator[Block]:
    """Data, features, numbers and policy against the model before; a sentence where there was none."""
    if before is None:
        yield Paragraph("Det er den første model. Der er ingen at sammenligne med.")
        return
    yield Paragraph(f"Sammenlignet med {before.id}, trænet {danish_day(before.made.date())}.")
    yield Table("Ændringer", ("Hvad", "Før", "Nu"), tuple(_facts(run, before)), numbers=False)
    yield Table(
        "Hvor god, før og nu", ("Nedslag", "AUC før", "AUC nu", "Fejl før", "Fejl nu"), tuple(_numbers(run, before))
    )


def _facts(run: TrainingRun, before: TrainingRun) -> Iterator[tuple[str, str, str]]:
    yield ("Øjebliksbillede", before.data.snapshot, run.data.snapshot)
    yield ("Forløb", danish_number(before.data.spells), danish_number(run.data.spells))
    yield ("Til og med", danish_day(before.data.last), danish_day(run.data.last))
    old, new = _names(before), _names(run)
    yield ("Egenskaber, der er gået ud", _row(name for name in old if name not in new), "")
    yield ("Egenskaber, der er kommet til", "", _row(name for name in new if name not in old))
    changed = sorted(
        key for key in run.policy.keys() | before.policy.keys() if run.policy.get(key) != before.policy.get(key)
    )
    yield ("Politik, der er ændret", "", _row(changed))
    yield ("Antal led i modellen", danish_number(len(before.terms)), danish_number(len(run.terms)))


def _numbers(run: TrainingRun, before: TrainingRun) -> Iterator[tuple[str, ...]]:
    older = {each.landmark: each for each in before.ours(FOLDS)}
    for measured in run.ours(FOLDS):
        now, then = at_policy(run, measured), _then(before, older.get(measured.landmark))
        if now is not None and then is not None:
            shown = (then.auc, now.auc, then.calibration_error, now.calibration_error)
            yield (landmark_word(measured.landmark), *map(told, shown))


def _then(before: TrainingRun, measured: Measured | None) -> AtHorizon | None:
    return at_policy(before, measured) if measured is not None else None


def _names(run: TrainingRun) -> list[str]:
    return [str(feature["danish"]) for feature in run.features]


def _row(names: Iterator[str] | list[str]) -> str:
    return in_a_row(names) or "ingen"
