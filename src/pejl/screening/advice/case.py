"""One case as advice sees it: its facts, its chance, what adds up to it, and what a physician's answer would make of
it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from pejl.screening.advice.facts import Facts, Value
from pejl.screening.advice.shapes import Change, Reason


@dataclass(frozen=True)
class Chance:
    """A chance of still being on sygedagpenge at a horizon, with its interval; `abstained` is why there is none."""

    chance: float
    low: float
    high: float
    abstained: str = ""

    @property
    def given(self) -> bool:
        """Whether it may be used."""
        return not self.abstained

    def at_least(self, threshold: float) -> bool:
        """Whether the chance is at a threshold or over it. Where there is none, it is not."""
        return self.given and self.chance >= threshold

    def surely_below(self, threshold: float) -> bool:
        """Whether even the interval's upper end is below a threshold. Where there is none, it is not."""
        return self.given and math.isfinite(self.high) and self.high < threshold


@dataclass(frozen=True)
class Answered:
    """What the chance would be if the physician expected so many weeks."""

    weeks: float
    chance: Chance


@dataclass(frozen=True)
class Case:
    """A case. `weeks` is its horizon, None where there is none; `values` are the model's features as they went in.

    `unknown` are features of the model that are not known, `answers` those that the citizen answers. `physician` is
    what the chance would be for each of some plausible answers of a physician, the earliest first; empty where the
    model does not ask. `crossings` are the single values that would turn early effort.
    """

    facts: Facts
    weeks: float | None
    chance: Chance
    usual: float
    reasons: tuple[Reason, ...]
    values: Mapping[str, Value]
    unknown: tuple[str, ...]
    answers: frozenset[str]
    labels: Mapping[str, str]
    physician: tuple[Answered, ...] = ()
    crossings: tuple[Change, ...] = ()

    @property
    def unanswered(self) -> bool:
        """Whether the citizen answered nothing that is asked here."""
        facts = self.facts
        asked = (facts.wishes_talk, facts.wishes_certificate)
        return self.answers <= set(self.unknown) and all(answer is None for answer in asked)
