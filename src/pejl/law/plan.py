"""All that certain names rest on, on one day of the law: made once, and used for one person and for a million."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pejl.law.chosen import Chosen
from pejl.law.given import Given
from pejl.law.givens import DAY
from pejl.law.parameters import Value
from pejl.law.refusals import NotSettled, Refusal

Settled = Chosen | Value | Refusal | Given
"""What a name is on a day: a rule, a parameter, something given, or why there is nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The wanted names and all they rest on, in order: each stands after what it rests on."""

    wanted: tuple[str, ...]
    order: tuple[str, ...]
    names: Mapping[str, Settled]

    @property
    def rules(self) -> tuple[Chosen, ...]:
        """The rules, in order."""
        return tuple(found for name in self.order if isinstance(found := self.names[name], Chosen))

    @property
    def values(self) -> tuple[Value, ...]:
        """The parameters."""
        return tuple(found for name in self.order if isinstance(found := self.names[name], Value))

    @property
    def givens(self) -> tuple[Given, ...]:
        """What is given."""
        return tuple(found for name in self.order if isinstance(found := self.names[name], Given))

    @property
    def facts(self) -> tuple[Given, ...]:
        """What must be told: all that is given but the day judged, which follows from the question."""
        return tuple(given for given in self.givens if given.name != DAY)

    @property
    def refusals(self) -> Mapping[str, Refusal]:
        """What has no answer on the day."""
        return {name: found for name in self.order if isinstance(found := self.names[name], Refusal)}

    def refuse(self) -> None:
        """Raises the first reason why the names have no answer for everyone, whenever the case began."""
        for refusal in self.refusals.values():
            raise refusal
        for chosen in self.rules:
            for start in chosen.edges:
                if isinstance(found := chosen.version(start), NotSettled):
                    raise found

    @property
    def scenario(self) -> tuple[str, ...]:
        """The names whose value, or a version of which, a scenario supplied or accepted."""
        return tuple(name for name in self.order if _supposed(self.names[name]))


def _supposed(found: Settled) -> bool:
    if isinstance(found, Value):
        return bool(found.scenario)
    return isinstance(found, Chosen) and any(not version.status.usable for version in found.usable)
