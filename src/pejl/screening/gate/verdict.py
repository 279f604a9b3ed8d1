"""Whether a model may be signed for: everything that is demanded of it, held against the record of its training.

Pure: the same record and the same minimums give the same verdict. Nothing here asks the disk, the clock or a person;
whether the files are those that were judged is for `services` to see.
"""

from __future__ import annotations

from collections.abc import Iterator

from pejl.screening.documents.made import wanting
from pejl.screening.gate.demand import Demand, Outcome, Verdict
from pejl.screening.gate.equality import of_equality
from pejl.screening.gate.made_of import of_making
from pejl.screening.gate.minimums import Minimums
from pejl.screening.gate.performance import of_performance
from pejl.screening.training.run import TrainingRun


def verdict(run: TrainingRun, minimums: Minimums) -> Verdict:
    """Every demand on a model, met or not."""
    demands = (
        *of_making(run, minimums),
        *of_performance(run, minimums),
        *of_equality(run, minimums),
        *_documents(run),
    )
    return Verdict(run=run.id, minimums=minimums.sha256, demands=demands)


def _documents(run: TrainingRun) -> Iterator[Demand]:
    missing = wanting(run)
    said = f"Det kan ikke laves: {'; '.join(missing)}." if missing else "Alle dokumenter kan laves af træningen."
    outcome = Outcome.BROKEN if missing else Outcome.MET
    yield Demand(word="dokumenter", danish="Dokumenterne kan laves", outcome=outcome, sentence=said)
