"""How each feature's values are drawn from the register as it was at a landmark, each with the day it was known from.

A feature is drawn by its source. What has no way of being drawn here cannot be dated, and is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pejl.screening.caseload.about import age_on
from pejl.screening.caseload.answers import Answers, latest_answers
from pejl.screening.caseload.leaves import Leaves
from pejl.screening.features.declared import SAID, is_answer
from pejl.screening.features.feature import Feature
from pejl.screening.features.refusals import Dated, Refused, refuse_late
from pejl.screening.landmarks import LAST_WEEKS
from pejl.screening.spells import Columns, Floats, Ints, Words


@dataclass(frozen=True)
class Looked:
    """Spells looked at on days: row i is leaf `of[i]` on `day[i]`. `history` and `answers` are what beside the sick
    leaves is known of the persons."""

    leaves: Leaves
    of: Ints
    day: Ints
    answers: Answers
    history: Callable[[Leaves], Floats]

    @cached_property
    def at_intake(self) -> Ints:
        """The intake of each row: what was told at notification is known from then."""
        return self.leaves.intake[self.of]

    @cached_property
    def on_benefits(self) -> Floats:
        """Each leaf's weeks on other benefits in the year before."""
        return self.history(self.leaves)


Drawer = Callable[[Looked, Feature], Dated]


def _told(name: str) -> Drawer:
    """A column that came with the notification."""

    def drawn(looked: Looked, feature: Feature) -> Dated:
        held = looked.leaves.numbers if feature.is_number else looked.leaves.words
        return Dated(held[name][looked.of], looked.at_intake)

    return drawn


def _age(looked: Looked, feature: Feature) -> Dated:
    return Dated(age_on(looked.leaves, looked.of, looked.day), looked.at_intake)


def _gone(looked: Looked, feature: Feature) -> Dated:
    """Weeks from the first day of absence, counted up to the last landmark: beyond it a model has learnt of no others.

    How long a spell has truly lasted is its entry, which every chance is conditional on.
    """
    weeks = (looked.day - looked.leaves.first[looked.of]) / 7.0
    return Dated(np.minimum(weeks, LAST_WEEKS), looked.day)


def _on_benefits(looked: Looked, feature: Feature) -> Dated:
    return Dated(looked.on_benefits[looked.of], looked.leaves.first[looked.of])


def _answered(looked: Looked, feature: Feature) -> Dated:
    """The newest answer of the spell up to the day."""
    question = feature.source.partition(".")[2]
    persons, first = looked.leaves.words["person"][looked.of], looked.leaves.first[looked.of]
    values, answered = latest_answers(looked.answers, question, persons, first, looked.day)
    return Dated(values, answered)


DRAWERS: Mapping[str, Drawer] = {
    "sick_leave_spells.cause_group": _told("cause_group"),
    "sick_leave_spells.sector": _told("sector"),
    "sick_leave_spells.hours": _told("hours"),
    **{f"sick_leave_spells.{column}": _told(column) for column in SAID},
    "sick_leave_spells.earlier_spells": _told("earlier_spells"),
    "sick_leave_spells.weeks_paid_9_months": _told("weeks_paid_9_months"),
    "sick_leave_spells.first_day": _gone,
    "persons.birth_year": _age,
    "persons.education": _told("education"),
    "benefit_spells.benefit": _on_benefits,
}
"""By source. Answers to the questionnaire are drawn by their question."""


def columns_of(looked: Looked, features: Iterable[Feature], drawers: Mapping[str, Drawer] = DRAWERS) -> Columns:
    """The features' columns. Raises `Refused` where one cannot be drawn, or was known later than its row's day."""
    found: dict[str, Floats | Words] = {}
    for feature in features:
        drawer = drawers.get(feature.source) or (_answered if is_answer(feature) else None)
        if drawer is None:
            raise Refused(
                f"»{feature.name}« kan ikke bruges: det er ikke sagt, fra hvilken dag {feature.source} kendes "
                "(caseload/values.py)."
            )
        dated = drawer(looked, feature)
        refuse_late(feature, dated, looked.day)
        found[feature.name] = _within(feature, dated.values)
    return found


def _within(feature: Feature, values: Floats | Words) -> Floats | Words:
    """The values as declared: a number outside its bounds is not known, nor is a word that is not on its list."""
    if feature.is_number:
        numbers = np.asarray(values, np.float64)
        least = -np.inf if feature.least is None else feature.least
        most = np.inf if feature.most is None else feature.most
        return np.where((numbers >= least) & (numbers <= most), numbers, np.nan)
    words = {word for word, _ in feature.words}
    return np.array([word if word in words else None for word in values], object)
