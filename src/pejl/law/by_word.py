"""Finds texts that only look a value up by a word: this amount for this rate, that one for that."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.law.expression import Choice, Compare, Constant, Expression, Name, Within
from pejl.law.parameters import Scalar


@dataclass(frozen=True, slots=True)
class LookUp:
    """What each word of `name` comes to: the value of the first branch that has it, else `otherwise`."""

    name: str
    branches: tuple[tuple[frozenset[str], Scalar], ...]
    otherwise: Scalar

    def of(self, word: str) -> Scalar:
        """What a word comes to."""
        return next((value for words, value in self.branches if word in words), self.otherwise)


def by_word_alone(node: Choice) -> LookUp | None:
    """A chain of choices as something to look up; None where anything but one word has a say in it."""
    branches: list[tuple[frozenset[str], Scalar]] = []
    names: set[str] = set()
    rest: Expression = node
    while isinstance(rest, Choice):
        match rest.test, rest.yes:
            case Compare("==", Name(name), Constant(str() as word)), Constant(value) if value is not None:
                branches.append((frozenset((word,)), value))
            case Within(Name(name), constants, False), Constant(value) if value is not None and _are_words(constants):
                branches.append((frozenset(str(each) for each in constants), value))
            case _:
                return None
        names.add(name)
        rest = rest.no
    if len(names) > 1 or not isinstance(rest, Constant) or rest.value is None:
        return None
    return LookUp(names.pop(), tuple(branches), rest.value)


def _are_words(constants: tuple[Scalar, ...]) -> bool:
    return all(isinstance(each, str) for each in constants)
