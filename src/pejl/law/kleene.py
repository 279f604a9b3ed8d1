"""Walks a rule's tree for one person, where something is unknown, and to see what the answer came to rest on.

True or unknown is true, false and unknown is false; every other step with something unknown is unknown. A division by
nought is unknown too. The original function of the rule does the same where all is known; the tests hold them together.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

from pejl.law import arithmetic
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
)
from pejl.law.refusals import Refusal


class Unknown:
    """Stands for a value that is not known. With a `refusal` it may not pass for unknown: the law has no answer."""

    __slots__ = ("refusal",)

    def __init__(self, refusal: Refusal | None = None) -> None:
        self.refusal = refusal


UNKNOWN: Final = Unknown()
"""What was given as unknown."""

Reading = Callable[[str], None]
"""Told the name of each argument that was looked at."""

_COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def evaluate(tree: Expression, values: Mapping[str, Any], reading: Reading | None = None) -> Any:
    """What a tree comes to; an `Unknown` where that is not known."""
    return _Walk(reading).of(tree, values)


class _Walk:
    def __init__(self, reading: Reading | None) -> None:
        self._reading = reading
        self._local: dict[str, Any] = {}

    def of(self, node: Expression, values: Mapping[str, Any]) -> Any:
        return _STEPS[type(node)](self, node, values)

    def constant(self, node: Constant, _: Mapping[str, Any]) -> Any:
        return UNKNOWN if node.value is None else node.value

    def name(self, node: Name, values: Mapping[str, Any]) -> Any:
        if node.name in self._local:
            return self._local[node.name]
        if self._reading is not None:
            self._reading(node.name)
        return values[node.name]

    def negation(self, node: Not, values: Mapping[str, Any]) -> Any:
        found = self.of(node.of, values)
        return found if isinstance(found, Unknown) else not found

    def all_of(self, node: And, values: Mapping[str, Any]) -> Any:
        return self._joined(node.parts, values, decides=False)

    def one_of(self, node: Or, values: Mapping[str, Any]) -> Any:
        return self._joined(node.parts, values, decides=True)

    def _joined(self, several: tuple[Expression, ...], values: Mapping[str, Any], *, decides: bool) -> Any:
        """The first part that decides, wherever it stands; else the unknown one, if any."""
        unknown: list[Unknown] = []
        for one in several:
            found = self.of(one, values)
            if isinstance(found, Unknown):
                unknown.append(found)
            elif found is decides:
                return decides
        return first_unknown(unknown) if unknown else not decides

    def compared(self, node: Compare, values: Mapping[str, Any]) -> Any:
        left, right = self.of(node.left, values), self.of(node.right, values)
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            return first_unknown((left, right))
        return _COMPARISONS[node.sign](left, right)

    def computed(self, node: Arithmetic, values: Mapping[str, Any]) -> Any:
        left, right = self.of(node.left, values), self.of(node.right, values)
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            return first_unknown((left, right))
        if node.operator == "/" and right == 0:
            return UNKNOWN
        return _OPERATORS[node.operator](left, right)

    def negative(self, node: Negative, values: Mapping[str, Any]) -> Any:
        found = self.of(node.of, values)
        return found if isinstance(found, Unknown) else -found

    def choice(self, node: Choice, values: Mapping[str, Any]) -> Any:
        test = self.of(node.test, values)
        return test if isinstance(test, Unknown) else self.of(node.yes if test else node.no, values)

    def within(self, node: Within, values: Mapping[str, Any]) -> Any:
        found = self.of(node.of, values)
        return found if isinstance(found, Unknown) else (found in node.constants) is not node.outside

    def is_unknown(self, node: IsUnknown, values: Mapping[str, Any]) -> Any:
        """Whether it is unknown; what the law refuses is neither known nor unknown."""
        found = self.of(node.of, values)
        if isinstance(found, Unknown) and found.refusal is not None:
            return found
        return isinstance(found, Unknown) is not node.known

    def called(self, node: Call, values: Mapping[str, Any]) -> Any:
        given = [self.of(one, values) for one in node.arguments]
        unknown = [one for one in given if isinstance(one, Unknown)]
        if unknown:
            return first_unknown(unknown)
        if node.function in ("min", "max"):
            return min(given) if node.function == "min" else max(given)
        try:
            return getattr(arithmetic, node.function)(*given)
        except ZeroDivisionError:
            return UNKNOWN

    def local(self, node: Local, values: Mapping[str, Any]) -> Any:
        self._local[node.name] = self.of(node.value, values)
        return self.of(node.rest, values)


_STEPS: Mapping[type, Callable[[_Walk, Any, Mapping[str, Any]], Any]] = {
    Constant: _Walk.constant,
    Name: _Walk.name,
    Not: _Walk.negation,
    And: _Walk.all_of,
    Or: _Walk.one_of,
    Compare: _Walk.compared,
    Arithmetic: _Walk.computed,
    Negative: _Walk.negative,
    Choice: _Walk.choice,
    Within: _Walk.within,
    IsUnknown: _Walk.is_unknown,
    Call: _Walk.called,
    Local: _Walk.local,
}


def first_unknown(values: list[Unknown] | tuple[Any, ...]) -> Unknown:
    """Of what is unknown the one that the law refuses, else any."""
    unknown = [value for value in values if isinstance(value, Unknown)]
    return next((one for one in unknown if one.refusal is not None), unknown[0])
