"""Whether a policy asks for less than the one that a model was judged with.

The gate judges a model together with the policy of the day: how many long sick leaves would be among the released, how
errors fall on groups, follow from its thresholds. A file that is edited afterwards was judged by nobody. To ask for
more is always free; to ask for less takes a training of its own, the gate, and a signature.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pejl.screening.advice.policy import Policy

_NOT_HIGHER = (
    "early_effort_from",
    "release_below",
    "expires_days",
    "unusual_over",
    "missing_over",
    "interval_over",
    "earlier_weeks_from",
    "earlier_spells_from",
)
_NOT_TURNED_OFF = ("own_first", "release_needs_answers")


def loosened(policy: Policy, judged: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the choices that ask for less than those that were judged; what was not known then asks for its
    default."""
    before = Policy.model_validate({name: value for name, value in judged.items() if name in Policy.model_fields})
    return tuple(_looser(policy, before))


def _looser(policy: Policy, before: Policy) -> Iterator[str]:
    yield from (name for name in _NOT_HIGHER if getattr(policy, name) > getattr(before, name))
    yield from (name for name in _NOT_TURNED_OFF if getattr(before, name) and not getattr(policy, name))
    if policy.horizons != before.horizons:
        yield "horizons"
    if not _looks_as_often(policy.recheck_weeks, before.recheck_weeks):
        yield "recheck_weeks"


def _looks_as_often(weeks: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether by each week of before there were as many re-checks."""
    return all(sum(each <= week for each in weeks) >= place for place, week in enumerate(before, start=1))
