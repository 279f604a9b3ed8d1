"""The measures by group, with one definition for all groups: fairlearn's `MetricFrame`."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate, selection_rate
from sklearn.metrics import roc_auc_score

from pejl.screening.fairness.compared import Compared
from pejl.screening.spells import Floats, Words


def rates(rows: Compared, values: Words) -> Mapping[str, Mapping[str, float]]:
    """Each measure's number by value of the attribute; NaN where nobody is that it could be told of."""
    still, weight = rows.still.astype(int), {"sample_weight": rows.weight}
    flagged = MetricFrame(
        metrics={
            "flagged": selection_rate,
            "false_positive": _with_some(false_positive_rate, 0),
            "false_negative": _with_some(false_negative_rate, 1),
        },
        y_true=still,
        y_pred=rows.flagged.astype(int),
        sensitive_features=values,
        sample_params={"false_positive": weight, "false_negative": weight},
    )
    released = MetricFrame(
        metrics={"released": selection_rate, "released_long": _long_of_chosen},
        y_true=still,
        y_pred=rows.released.astype(int),
        sensitive_features=values,
        sample_params={"released_long": weight},
    )
    chances = MetricFrame(
        metrics={"ratio": _observed_over_expected, "auc": _auc},
        y_true=still,
        y_pred=rows.chance,
        sensitive_features=values,
        sample_params={"ratio": weight, "auc": weight},
    )
    frames = [flagged.by_group, released.by_group, chances.by_group]
    return {name: frame[name].astype(float).to_dict() for frame in frames for name in frame.columns}


class _with_some:  # noqa: N801 - it is read as a word where it is used
    """A rate among those whose outcome is `kind`; NaN where there are none."""

    def __init__(self, rate: object, kind: int) -> None:
        self.rate, self.kind = rate, kind

    def __call__(self, still: Floats, chosen: Floats, sample_weight: Floats) -> float:
        if not np.any(sample_weight[still == self.kind] > 0):
            return float("nan")
        return float(self.rate(still, chosen, sample_weight=sample_weight))  # type: ignore[operator]


def _long_of_chosen(still: Floats, chosen: Floats, sample_weight: Floats) -> float:
    weight = sample_weight * chosen
    return float((weight * still).sum() / weight.sum()) if weight.sum() > 0 else float("nan")


def _observed_over_expected(still: Floats, chance: Floats, sample_weight: Floats) -> float:
    expected = (sample_weight * chance).sum()
    return float((sample_weight * still).sum() / expected) if expected > 0 else float("nan")


def _auc(still: Floats, chance: Floats, sample_weight: Floats) -> float:
    known = np.asarray(still)[sample_weight > 0]
    if len(set(known)) < 2:
        return float("nan")
    return float(roc_auc_score(still, chance, sample_weight=sample_weight))
