"""What the log holds of a model in use, laid out for looking at it: what matured, what people decided, who came.

One assessment of each sick leave counts, the first: later ones of the same say little more, and a person who is
assessed five times must not weigh five times.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pejl.screening.advice.shapes import Assessment, Kind, Says
from pejl.screening.assessments.assessed import Assessed
from pejl.screening.assessments.choices import agrees
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import DECISIONS, Event
from pejl.screening.features.feature import Feature
from pejl.screening.monitoring.agreement import Decided
from pejl.screening.monitoring.matured import Matured
from pejl.screening.spells import Floats, Words

WATCHED = (Event.VURDERET, Event.VIST, Event.EGEN, *DECISIONS)
"""The events that monitoring reads."""


@dataclass(frozen=True)
class Outcome:
    """What became of a sick leave, as the register knows it: its first day, its last one or None while it runs, whether
    its end says anything (a death or a move does not), and the groups that errors are compared by."""

    first_day: dt.date
    last_day: dt.date | None
    told: bool
    sex: str | None = None
    age: str | None = None
    family: str | None = None


def first_of_each(entries: Iterable[Entry], model: str) -> dict[str, Assessed]:
    """The first assessment of each sick leave by a model, by the sick leave's number."""
    found: dict[str, Assessed] = {}
    for entry in entries:
        if entry.event is Event.VURDERET and not entry.emptied and entry.spell not in found:
            assessed = Assessed(entry)
            if assessed.assessment.model == model:
                found[entry.spell] = assessed
    return found


def matured_of(
    first: Mapping[str, Assessed], entries: Iterable[Entry], outcomes: Mapping[str, Outcome], known: dt.date
) -> list[Matured]:
    """Those whose time has come by the day up to which the register knows, with what became of them."""
    released = {entry.spell for entry in entries if entry.event is Event.SLUPPET}
    found = []
    for spell, assessed in first.items():
        outcome, advice = outcomes.get(spell), assessed.assessment.of(Kind.TIDLIG_INDSATS)
        if outcome is None or advice is None or advice.chance is None or advice.weeks is None:
            continue
        due = outcome.first_day + dt.timedelta(days=round(7 * advice.weeks))
        if due > known or (outcome.last_day is not None and outcome.last_day <= due and not outcome.told):
            continue
        found.append(
            Matured(
                spell=spell,
                day=assessed.assessment.day,
                chance=advice.chance,
                still=outcome.last_day is None or outcome.last_day > due,
                withheld=assessed.withheld is not None,
                flagged=advice.says is Says.TILBYD_INDSATS,
                released=spell in released,
                sex=outcome.sex,
                age=outcome.age,
                family=outcome.family,
            )
        )
    return found


def decided_of(first: Mapping[str, Assessed], entries: Sequence[Entry]) -> list[Decided]:
    """What people concluded: on advice that they saw by their decision, on advice withheld by their own assessment."""
    by_id = {assessed.assessment.id: assessed for assessed in first.values()}
    seen: dict[tuple[str, str], dt.datetime] = {}
    found: dict[tuple[str, str], Decided] = {}
    for entry in entries:
        assessed = by_id.get(entry.about)
        if assessed is None or entry.emptied:
            continue
        if entry.event is Event.VIST:
            for kind in entry.detail["kinds"]:
                seen.setdefault((entry.about, kind), entry.at)
        elif entry.event in DECISIONS:
            kind = entry.detail["kind"]
            at = seen.get((entry.about, kind))
            seconds = (entry.at - at).total_seconds() if at else None
            agreed = entry.event is not Event.FRAVEGET
            found[entry.about, kind] = Decided(kind, entry.detail["team"], False, agreed, seconds)
        elif entry.event is Event.EGEN and assessed.withheld is not None:
            kind = entry.detail["kind"]
            advice = assessed.assessment.of(Kind(kind))
            if advice is not None:
                agreed = agrees(advice.says, Says(entry.detail["says"]))
                found.setdefault((entry.about, kind), Decided(kind, entry.detail["team"], True, agreed))
    return list(found.values())


def inputs_of(assessments: Iterable[Assessment], features: Iterable[Feature]) -> dict[str, Floats | Words]:
    """What went into assessments, feature by feature, as columns."""
    made = list(assessments)
    found: dict[str, Floats | Words] = {}
    for feature in features:
        values = [each.inputs.get(feature.name) for each in made]
        if feature.is_number:
            numbers = [float(each) if isinstance(each, int | float) else float("nan") for each in values]
            found[feature.name] = np.asarray(numbers, np.float64)
        else:
            found[feature.name] = np.array([each if isinstance(each, str) else None for each in values], object)
    return found
