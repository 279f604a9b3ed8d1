"""One folder of the law: its rules, what they must be told, its amounts, its duties and its worked cases."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from pejl.law.duty import Duty
from pejl.law.given import Given
from pejl.law.rule import Rule


@dataclass(frozen=True)
class Statute:
    """What a folder `pejl/law/<name>/` holds; `package` is its dotted name, where its YAML files lie.

    `name` is the word of the folder, the command and the address. `act` is the Danish act that it belongs to, with its
    short form, `asks` the question it answers, in Danish. Each module holds the rules of one regime. `answers` names
    the rules that answer the question: what is asked of it where nobody says what.
    """

    name: str
    danish: str
    act: str
    asks: str
    package: str
    modules: tuple[ModuleType, ...]
    givens: tuple[Given, ...] = ()
    duties: tuple[Duty, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All versions of all its rules, in the order in which the modules have them."""
        return tuple(found for module in self.modules for found in vars(module).values() if isinstance(found, Rule))
