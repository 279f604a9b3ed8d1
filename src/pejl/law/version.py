"""A rule with its text read: what the engine keeps of one version."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pejl.law.enactment import Enactment
from pejl.law.rule import InForce, Rule
from pejl.law.status import Status
from pejl.law.text import Text


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a rule, and the statute it stands in."""

    rule: Rule
    text: Text
    statute: str

    @property
    def name(self) -> str:
        """The name that it shares with the rule's other versions."""
        return self.rule.name

    def as_known(self, known: dt.date | None) -> Version:
        """The version as one knew it on a day."""
        return replace(self, rule=replace(self.rule, force=self.force.as_known(known)))

    @property
    def force(self) -> InForce:
        """When it is law."""
        return self.rule.force

    @property
    def status(self) -> Status:
        """How sure it is."""
        return self.rule.status

    @property
    def by(self) -> Enactment:
        """What brought it in."""
        return self.rule.force.by

    @property
    def function(self) -> Callable[..., Any]:
        """Its answer to known values."""
        return self.rule.function

    @property
    def bound_by_case(self) -> bool:
        """Whether it is the law for some cases only, by the day on which they began."""
        return self.force.cases_from is not None or self.force.cases_until is not None
