"""Assessing sick leaves: three pieces of advice for each, from the law, the rules and the model, with all reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pejl.law.law_day import LawOnDay
from pejl.screening.advice.abstention import abstained
from pejl.screening.advice.asked_first import said
from pejl.screening.advice.asked_model import AskedModel
from pejl.screening.advice.case import Answered, Case, Chance
from pejl.screening.advice.certificate import certificate
from pejl.screening.advice.crossings import crossings_of
from pejl.screening.advice.early_effort import early_effort
from pejl.screening.advice.facts import PHYSICIAN, SECTOR, Facts, facts_of, value_at
from pejl.screening.advice.physician import plausible
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.purpose import Use, only_with_employer, stated
from pejl.screening.advice.reasons import reasons_of
from pejl.screening.advice.release import release
from pejl.screening.advice.scored import Chances, chances_at, horizons_of, shares_at, with_value
from pejl.screening.advice.sentences import missing
from pejl.screening.advice.shapes import Assessment, Change
from pejl.screening.canonical import hash_of
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.features.declared import FEATURES, is_answer
from pejl.screening.features.feature import Feature
from pejl.screening.features.refusals import refuse_undeclared
from pejl.screening.spells import Floats


def assess(
    cases: LandmarkRows,
    model: AskedModel,
    *,
    policy: Policy,
    day: dt.date,
    law: LawOnDay | None,
    model_id: str,
    snapshot_id: str,
    features: Sequence[Feature] = FEATURES,
    use: str = Use.SAGSBEHANDLING,
) -> tuple[Assessment, ...]:
    """The assessments of the cases on a day, in their order.

    `cases` hold only people with an employer (`caseload.open_on`). `law` is that of the day (`law_of_day.law_for`);
    without it release is never advised, and a certificate is left to the caseworker. Nothing is kept or shown here.
    Raises `purpose.Refused` where somebody has no employer, or where the stated `use` is none that it is for, and
    `refusals.Refused` where the model reads something that nobody has declared.
    """
    stated(use)
    if not len(cases):
        return ()
    only_with_employer(cases.spells.columns.get(SECTOR, ()))
    used = [feature for feature in features if feature.name in model.recipe.features]
    refuse_undeclared(model.recipe.features, features)
    under = _Under(policy, law, f"{model_id}:{model.sha256}", snapshot_id, used)
    return tuple(_assessment(case, under) for case in _cases(cases, model, policy, day, used))


@dataclass(frozen=True)
class _Under:
    """What all assessments of a run are made under."""

    policy: Policy
    law: LawOnDay | None
    model: str
    snapshot: str
    used: Sequence[Feature]


def _assessment(case: Case, under: _Under) -> Assessment:
    facts, policy = case.facts, under.policy
    input_hash = hash_of(dict(case.values))
    return Assessment(
        id=hash_of([facts.spell, facts.day.isoformat(), under.model, under.snapshot, policy.mark, input_hash])[:24],
        spell=facts.spell,
        person=facts.person,
        day=facts.day,
        landmark=facts.landmark,
        expires=facts.day + dt.timedelta(days=policy.expires_days),
        model=under.model,
        snapshot=under.snapshot,
        policy=policy.mark,
        answered=not case.unanswered,
        abstained=case.chance.abstained,
        advice=(
            early_effort(case, policy),
            release(case, under.law, policy),
            certificate(case, under.law, policy),
        ),
        asked=said(facts),
        missing=missing(under.used, case.values),
        inputs=dict(case.values),
        input_hash=input_hash,
    )


def _cases(cases: LandmarkRows, model: AskedModel, policy: Policy, day: dt.date, used: Sequence[Feature]) -> list[Case]:
    columns, entry = cases.spells.columns, cases.spells.ends.entry
    facts, horizon = facts_of(cases, day), horizons_of(cases, policy)
    now, shares = chances_at(model, columns, entry, horizon), shares_at(model, columns, entry, horizon)
    physician = _by_physician(cases, model, horizon, facts, policy)
    crossing = crossings_of(model, columns, entry, horizon, now, used, policy)
    labels, by_name = {feature.name: feature.danish for feature in used}, {feature.name: feature for feature in used}
    found = []
    for row, fact in enumerate(facts):
        values = {name: value_at(columns, name, row) for name in model.recipe.features}
        chance = _chance(now, row, policy)
        found.append(
            Case(
                facts=fact,
                weeks=None if np.isnan(horizon[row]) else float(horizon[row]),
                chance=chance,
                usual=float(shares.usual[row]),
                reasons=reasons_of(shares.names, shares.share[row].tolist(), values, by_name) if chance.given else (),
                values=values,
                unknown=tuple(name for name in labels if values[name] is None),
                answers=frozenset(feature.name for feature in used if is_answer(feature)),
                labels=labels,
                physician=physician[row],
                crossings=_if_given(chance, crossing[row]),
            )
        )
    return found


def _by_physician(
    cases: LandmarkRows, model: AskedModel, horizon: Floats, facts: Sequence[Facts], policy: Policy
) -> list[tuple[Answered, ...]]:
    """What each case would be by each plausible answer of a physician; empty where the model does not ask."""
    if PHYSICIAN not in model.recipe.features:
        return [() for _ in facts]
    tried = np.array([plausible(fact, policy) for fact in facts], np.float64)
    columns, entry = cases.spells.columns, cases.spells.ends.entry
    told = [chances_at(model, with_value(columns, PHYSICIAN, weeks), entry, horizon) for weeks in tried.T]
    return [
        tuple(Answered(float(weeks), _chance(each, row, policy)) for weeks, each in zip(tried[row], told, strict=True))
        for row in range(len(facts))
    ]


def _chance(told: Chances, row: int, policy: Policy) -> Chance:
    chance, low, high = float(told.chance[row]), float(told.low[row]), float(told.high[row])
    return Chance(chance, low, high, abstained(chance, low, high, told.unusual[row], told.missing[row], policy))


def _if_given(chance: Chance, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return changes if chance.given else ()
