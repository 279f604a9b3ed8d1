"""Why a chance is as it is: the greatest contributions as sentences, and the rest as one, so that all adds up."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pejl.screening.advice.facts import Value
from pejl.screening.advice.sentences import ANSWERS, PLACE_SENTENCE, REST, sentence, unanswered
from pejl.screening.advice.shapes import Reason
from pejl.screening.features.declared import PLACE, is_answer
from pejl.screening.features.feature import Feature

MOST = 6
"""Contributions that are told one by one at most."""
LEAST = 0.005
"""A contribution under half a person of a hundred is told with the rest."""
OTHERS = "andre"


def reasons_of(
    names: Sequence[str],
    shares: Sequence[float],
    values: Mapping[str, Value],
    features: Mapping[str, Feature],
) -> tuple[Reason, ...]:
    """The reasons, the weightiest first. Their shares add up to the sum of `shares`, as exactly as a machine adds."""
    if any(math.isnan(share) for share in shares):
        return ()
    parts = _parts(names, shares, values, features)
    order = sorted(parts, key=lambda name: (-abs(parts[name]), name))
    told = [name for name in order if abs(parts[name]) >= LEAST][:MOST]
    rest = math.fsum(parts[name] for name in order if name not in told)
    reasons = [
        Reason(feature=name, sentence=_told(name, values, features, parts[name]), share=parts[name]) for name in told
    ]
    others = [Reason(feature=OTHERS, sentence=REST, share=rest)] if len(told) < len(parts) else []
    return (*reasons, *others)


def _parts(
    names: Sequence[str], shares: Sequence[float], values: Mapping[str, Value], features: Mapping[str, Feature]
) -> dict[str, float]:
    """The shares by name; where the citizen answered nothing, those of the answers are one."""
    parts = dict(zip(names, shares, strict=True))
    answers = [name for name in names if name in features and is_answer(features[name])]
    if answers and all(values.get(name) is None for name in answers):
        parts[ANSWERS] = math.fsum(parts.pop(name) for name in answers)
    return parts


def _told(name: str, values: Mapping[str, Value], features: Mapping[str, Feature], share: float) -> str:
    if name == ANSWERS:
        return unanswered(share)
    if name == PLACE.name:
        return PLACE_SENTENCE
    return sentence(features[name], values.get(name), share)
