"""A model in use looked at as a whole: every finding, and whether it must go out of use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pejl.register.small_counts import rounded
from pejl.screening.advice.purpose import KIND_WORDS
from pejl.screening.assessments.entry import Entry
from pejl.screening.features.declared import FEATURES
from pejl.screening.measures.stability import stability
from pejl.screening.monitoring import alarms
from pejl.screening.monitoring.agreement import agreements
from pejl.screening.monitoring.alarms import Finding
from pejl.screening.monitoring.limits import Level, Limits
from pejl.screening.monitoring.watched import Outcome, decided_of, first_of_each, inputs_of, matured_of
from pejl.screening.training.run import TrainingRun

RECENT_DAYS = 183
"""Who came within so many days is compared with those that the model was trained on."""


@dataclass(frozen=True)
class Look:
    """What was found of a model on a day. `assessed` sick leaves were assessed by it, `matured` of them have
    matured; both are told to the nearest ten."""

    model: str
    day: dt.date
    snapshot: str
    assessed: int
    matured: int
    findings: tuple[Finding, ...]

    @property
    def level(self) -> Level:
        """The gravest level."""
        return alarms.worst(self.findings)

    @property
    def reasons(self) -> str:
        """The sentences of what takes the model out of use."""
        return " ".join(each.sentence for each in self.findings if each.level is Level.SUSPEND)


def look(
    run: TrainingRun,
    model: str,
    entries: Sequence[Entry],
    outcomes: Mapping[str, Outcome],
    *,
    known: dt.date,
    snapshot: str,
    day: dt.date,
    log_fault: str,
    limits: Limits,
) -> Look:
    """Look at a model: `model` as assessments name it, `known` the day up to which the register knows, `log_fault` what
    is wrong with the log or ""."""
    first = first_of_each(entries, model)
    made = [each.assessment for each in first.values()]
    matured = matured_of(first, entries, outcomes, known)
    recent = [each for each in made if each.day > day - dt.timedelta(days=RECENT_DAYS)]
    came = inputs_of(recent, FEATURES)
    references = run.data.distributions
    drift = {name: stability(references[name], values) for name, values in came.items() if name in references}
    danish = {feature.name: feature.danish for feature in FEATURES}
    findings = (
        alarms.of_log(log_fault),
        alarms.of_data((day - known).days, limits),
        *alarms.of_calibration(matured, limits),
        alarms.of_released(matured, limits),
        *alarms.of_groups(matured, limits),
        *alarms.of_agreement(agreements(decided_of(first, entries)), KIND_WORDS, limits),
        alarms.of_abstention(len(made), sum(1 for each in made if each.abstained), limits),
        *alarms.of_drift({name: each for name, each in drift.items() if each is not None}, danish, limits),
    )
    return Look(model, day, snapshot, len(made), len(matured), findings)


def look_data(found: Look) -> dict[str, Any]:
    """For other programs."""
    return {
        "model": found.model,
        "day": found.day.isoformat(),
        "snapshot": found.snapshot,
        "level": found.level.name.lower(),
        "assessed": rounded(found.assessed).as_data(),
        "matured": rounded(found.matured).as_data(),
        "findings": [
            {"about": each.about, "subject": each.subject, "level": each.level.name.lower(), "sentence": each.sentence}
            for each in found.findings
        ],
    }
