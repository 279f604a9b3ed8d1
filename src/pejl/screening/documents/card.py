"""The model card: what everyone may know of a model, made from the record of its training and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_number
from pejl.screening.advice.purpose import LIMITS, PURPOSE
from pejl.screening.documents.changes import change_parts
from pejl.screening.documents.data_parts import data_parts, feature_parts, version_parts
from pejl.screening.documents.document import Block, Bullets, Document, Heading, Paragraph, Table
from pejl.screening.documents.group_parts import group_parts
from pejl.screening.documents.labels import LEGAL_STATUS
from pejl.screening.documents.limits import limits
from pejl.screening.documents.performance_parts import calibration_parts, performance_parts, worth_parts
from pejl.screening.gate.demand import Verdict
from pejl.screening.training.run import TrainingRun


def model_card(run: TrainingRun, *, before: TrainingRun | None = None, verdict: Verdict | None = None) -> Document:
    """The card. `before` is the model that this one follows, `verdict` the gate's, where they are known."""
    return Document("modelkort", f"Modelkort: {run.id}", tuple(_blocks(run, before, verdict)))


def _blocks(run: TrainingRun, before: TrainingRun | None, verdict: Verdict | None) -> Iterator[Block]:
    yield Heading("Hvad modellen er til")
    yield Paragraph(PURPOSE)
    yield Bullets(LIMITS)
    yield Heading("Kort fortalt")
    yield Paragraph(
        f"Modellen er trænet {danish_day(run.made.date())} på {danish_number(run.data.spells)} forløb, der begyndte "
        f"fra {danish_day(run.data.first)} til {danish_day(run.data.last)}. Den regner ud, hvor sandsynligt det er, at "
        "et forløb stadig løber efter et antal uger, og hvordan det ellers slutter. Den er en glaskasse: hvert tal, "
        "den bruger, kan læses i den tekniske dokumentation, og grundene er selve udregningen."
    )
    yield Heading("Hvad den ikke kan")
    yield Bullets(limits(run, verdict))
    yield Heading("Hvor god er den?")
    yield Paragraph(
        "Alle tal er målt på forløb, som modellen ikke var lært af. I parentes står, hvor langt tallet kan være fra "
        "det, der ville gælde for mange flere forløb (95 pct.). En orden (AUC) på 0,5 er tilfældig, 1 er uden fejl."
    )
    yield from performance_parts(run)
    yield Heading("Passer chancerne?")
    yield from calibration_parts(run)
    yield Heading("Er den værd at bruge?")
    yield from worth_parts(run)
    yield Heading("Rammer fejl skævt?")
    yield from group_parts(run)
    yield Heading("Hvad ser den på?")
    yield from feature_parts(run)
    yield Heading("Hvad er den lært af?")
    yield from data_parts(run)
    if verdict is not None:
        yield Heading("Kravene, før den må bruges")
        yield verdict_table(verdict)
    yield Heading("Hvad er nyt?")
    yield from change_parts(run, before)
    yield Heading("Lavet sådan, at den kan laves igen")
    yield from version_parts(run)
    yield Paragraph(LEGAL_STATUS)


def verdict_table(verdict: Verdict) -> Table:
    """Every demand with how the model stands to it."""
    rows = tuple((each.danish, each.outcome.danish, each.sentence) for each in verdict.demands)
    return Table("Krav", ("Krav", "Udfald", "Tal"), rows, numbers=False)
