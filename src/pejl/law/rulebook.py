"""All statutes with their texts read and checked: what a day of the law is asked of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pejl.law.duty import Duty
from pejl.law.given import Given
from pejl.law.parameters import Parameter
from pejl.law.statute import Statute
from pejl.law.version import Version


@dataclass(frozen=True)
class Rulebook:
    """Names are unique over all statutes. `kinds` and `words` tell what each name's value can be.

    `homes` tells the statute of each rule and parameter.
    """

    statutes: tuple[Statute, ...]
    givens: Mapping[str, Given]
    parameters: Mapping[str, Parameter]
    versions: Mapping[str, tuple[Version, ...]]
    kinds: Mapping[str, type]
    words: Mapping[str, frozenset[str]]
    homes: Mapping[str, str]

    @property
    def duties(self) -> tuple[Duty, ...]:
        """All versions of all duties."""
        return tuple(duty for statute in self.statutes for duty in statute.duties)

    def parameters_of(self, statute: str) -> tuple[Parameter, ...]:
        """The parameters of one statute, in the order of its file."""
        return tuple(parameter for name, parameter in self.parameters.items() if self.homes[name] == statute)

    def versions_of(self, statute: str) -> tuple[Version, ...]:
        """All versions of one statute's rules."""
        return tuple(version for several in self.versions.values() for version in several if version.statute == statute)

    def duties_of(self, statute: str) -> tuple[Duty, ...]:
        """All versions of one statute's duties."""
        return next((each.duties for each in self.statutes if each.name == statute), ())
