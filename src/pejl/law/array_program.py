"""A plan as a list of steps over arrays: made once, then run block by block.

Each step is one function of NumPy on results of steps before it. What two rules compute alike is computed once, and a
result is let go after its last use, so that a block of rows and all that is on its way fit the processor's cache.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pejl.law.array_functions import FUNCTIONS, PASSING_ON
from pejl.law.by_word import by_word_alone
from pejl.law.expression import (
    And,
    Arithmetic,
    Call,
    Choice,
    Compare,
    Constant,
    Expression,
    IsUnknown,
    Local,
    Name,
    Negative,
    Not,
    Or,
    Within,
    walk,
)
from pejl.law.folding import Folded
from pejl.law.givens import CASE_START
from pejl.law.kinds import as_kind
from pejl.law.parameters import Scalar
from pejl.law.refusals import Contradiction
from pejl.law.rule import InForce

Array = np.ndarray[Any, Any]
Words = Mapping[str, int]
"""The number that stands for each word."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a result lies while it is needed."""

    at: int


Operand = Slot | Any
"""A result of a step before, or a value that is the same for all."""


@dataclass(frozen=True, slots=True)
class ProgramStep:
    """One function on its operands; `lets_go` are the results that nothing needs after it."""

    function: Any
    operands: tuple[Operand, ...]
    to: int
    lets_go: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """Steps over the arrays of the givens, which lie in the first slots; `wanted` tells where the answers lie."""

    givens: tuple[str, ...]
    steps: tuple[ProgramStep, ...]
    wanted: Mapping[str, Operand]
    slots: int

    def run(self, givens: Sequence[Array]) -> dict[str, Any]:
        """The wanted values of one block of rows."""
        results: list[Any] = [*givens, *([None] * (self.slots - len(givens)))]
        for step in self.steps:
            operands = [results[each.at] if type(each) is Slot else each for each in step.operands]
            results[step.to] = step.function(*operands)
            for gone in step.lets_go:
                results[gone] = None
        return {name: results[at.at] if type(at) is Slot else at for name, at in self.wanted.items()}


def made(folded: Folded, words: Words) -> Program:
    """The program of a plan."""
    maker = _Maker(folded, words)
    for name in folded.trees:
        maker.rule(name)
    wanted = {name: maker.named(name, {}) for name in folded.plan.wanted}
    kept = {at.at for at in wanted.values() if isinstance(at, Slot)}
    return Program(maker.givens, maker.steps(kept), wanted, maker.count)


class _Maker:
    def __init__(self, folded: Folded, words: Words) -> None:
        self._folded = folded
        self._words = words
        self.givens = tuple(asked.name for asked in folded.plan.givens if asked.name not in folded.known)
        self._names: dict[str, Operand] = {name: Slot(at) for at, name in enumerate(self.givens)}
        self._made: list[tuple[str, tuple[Operand, ...]]] = []
        self._places: dict[tuple[object, ...], Slot] = {}
        self._nothing: Operand = None
        self._doubtful: set[Slot] = set()
        self._rule = ""

    def _nothing_of(self, name: str) -> Operand:
        """What stands for an answer of a rule that is unknown: no number, or no day. Nothing may be made of it."""
        trees = self._folded.trees[name]
        if not any(Constant(None) in walk(tree) for _, tree in trees):
            return None
        kinds = {version.text.kind for version, _ in trees}
        if not kinds <= {float, dt.date} or not all(_only_answers(tree) for _, tree in trees):
            raise never_unknown(name)
        return np.nan if kinds == {float} else np.datetime64("NaT", "D")

    @property
    def count(self) -> int:
        """How many slots there are."""
        return len(self.givens) + len(self._made)

    def rule(self, name: str) -> None:
        """Adds the steps of a rule."""
        self._rule, self._nothing = name, self._nothing_of(name)
        versions = [
            (version.force, _in_its_kind(tree, version.text.kind)) for version, tree in self._folded.trees[name]
        ]
        found = self.of(versions[-1][1], {})
        for force, tree in reversed(versions[:-1]):
            found = self._chosen(force, self.of(tree, {}), found)
        self._names[name] = found

    def _chosen(self, force: InForce, this: Operand, other: Operand) -> Operand:
        """This version for the cases that it binds, and the other for the rest. One may bind all of them."""
        if force.cases_from is None and force.cases_until is None:
            return this
        start = self.named(CASE_START, {})
        tests = []
        if force.cases_from is not None:
            tests.append(self._add(">=", start, self.constant(force.cases_from)))
        if force.cases_until is not None:
            tests.append(self._add("<=", start, self.constant(force.cases_until)))
        test = tests[0] if len(tests) == 1 else self._add("and", *tests)
        return self._add("choice", test, this, other)

    def named(self, name: str, local: Mapping[str, Operand]) -> Operand:
        """Where the value of a name lies."""
        if name in local:
            return local[name]
        if name not in self._folded.known:
            return self._names[name]
        if self._folded.known[name] is None:
            raise never_unknown(name)
        return self.constant(self._folded.known[name])

    def constant(self, value: Scalar | None) -> Operand:
        """A value that is the same for all."""
        if value is None:
            return self._nothing
        if isinstance(value, str):
            return np.int16(self._words[value])
        return np.datetime64(value, "D") if isinstance(value, dt.date) else value

    def of(self, node: Expression, local: Mapping[str, Operand]) -> Operand:
        """Adds the steps of an expression, and tells where its value lies."""
        match node:
            case Constant(value):
                return self.constant(value)
            case Name(name):
                return self.named(name, local)
            case Not(one):
                return self._add("not", self.of(one, local))
            case Negative(one):
                return self._add("-x", self.of(one, local))
            case And(several):
                return self._joined("and", [self.of(one, local) for one in several])
            case Or(several):
                return self._joined("or", [self.of(one, local) for one in several])
            case Compare(sign, left, right) | Arithmetic(sign, left, right):
                return self._add(sign, self.of(left, local), self.of(right, local))
            case Within(one, constants, outside):
                found = self._add("within", self.of(one, local), *(self.constant(each) for each in constants))
                return self._add("not", found) if outside else found
            case IsUnknown(one, known):
                if self._is_doubtful(self.of(one, local)):
                    raise never_unknown(self._rule)
                return known
            case Choice():
                return self._choice(node, local)
            case Call(function, arguments):
                return self._add(function, *(self.of(one, local) for one in arguments))
            case Local(name, value, rest):
                return self.of(rest, {**local, name: self.of(value, local)})

    def _choice(self, node: Choice, local: Mapping[str, Operand]) -> Operand:
        found = by_word_alone(node)
        if found is not None and isinstance(word := self.named(found.name, local), Slot):
            return self._add("looked_up", word, *(self.constant(found.of(each)) for each in self._words))
        test = self.of(node.test, local)
        if isinstance(test, bool):
            return self.of(node.yes if test else node.no, local)
        return self._add("choice", test, self.of(node.yes, local), self.of(node.no, local))

    def _joined(self, function: str, operands: list[Operand]) -> Operand:
        found = operands[0]
        for operand in operands[1:]:
            found = self._add(function, found, operand)
        return found

    def _add(self, function: str, *operands: Operand) -> Operand:
        """A step, or the one that does the same already."""
        key = (function, *((type(operand), operand) for operand in operands))
        if key not in self._places:
            doubtful = any(self._is_doubtful(operand) for operand in operands)
            if doubtful and function not in PASSING_ON:
                raise never_unknown(self._rule)
            place = self._places[key] = Slot(self.count)
            self._made.append((function, operands))
            if doubtful or (function in ("/", "down_to") and isinstance(operands[1], Slot)):
                self._doubtful.add(place)
        return self._places[key]

    def _is_doubtful(self, operand: Operand) -> bool:
        """Whether a value may turn out to be no number or no day: what was divided, and what a rule leaves unknown.

        A comparison with it would be true or false, and the answer wrong without a word.
        """
        return (
            operand in self._doubtful
            if isinstance(operand, Slot)
            else self._nothing is not None and operand is self._nothing
        )

    def steps(self, kept: set[int]) -> tuple[ProgramStep, ...]:
        """The steps in order, each with what it is the last to need."""
        first = len(self.givens)
        last_use: dict[int, int] = {}
        for place, (_, operands) in enumerate(self._made):
            last_use.update({each.at: place for each in operands if isinstance(each, Slot)})
        return tuple(
            ProgramStep(
                FUNCTIONS[function],
                operands,
                first + place,
                tuple(at for at, last in last_use.items() if last == place and at not in kept),
            )
            for place, (function, operands) in enumerate(self._made)
        )


def _in_its_kind(tree: Expression, kind: type) -> Expression:
    """A text whose answers in whole numbers are numbers with a comma where the rule promises those.

    It is so for one person too; here it also spares turning whole columns from the one into the other.
    """
    match tree:
        case Constant(value):
            return Constant(as_kind(value, kind))
        case Choice(test, yes, no):
            return Choice(test, _in_its_kind(yes, kind), _in_its_kind(no, kind))
        case Local(name, value, rest):
            return Local(name, value, _in_its_kind(rest, kind))
    return tree


def _only_answers(tree: Expression) -> bool:
    """Whether what is unknown in a text is an answer of it, and nothing is computed from it."""
    match tree:
        case Choice(test, yes, no):
            return Constant(None) not in walk(test) and _only_answers(yes) and _only_answers(no)
        case Local(_, value, rest):
            return Constant(None) not in walk(value) and _only_answers(rest)
        case Constant():
            return True
    return Constant(None) not in walk(tree)


def never_unknown(name: str) -> Contradiction:
    """What is unknown has no place in arrays."""
    told = f"»{name}«" if name else "En regel"
    return Contradiction(name, f"{told} kan være ukendt her, og så kan der kun regnes med en tabel eller én person.")
