"""What a rule's text says, as a small tree that each engine walks in its own way. Frozen: it is read once.

There are no statements left: `if` with `return` in each branch is a `Choice`, a local name is a `Local`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pejl.law.parameters import Scalar

Sign = Literal["==", "!=", "<", "<=", ">", ">="]
Operator = Literal["+", "-", "*", "/"]


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that is structure, not an amount. None is unknown."""

    value: Scalar | None


@dataclass(frozen=True, slots=True)
class Name:
    """An argument of the rule, or a local name."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """`not of`."""

    of: Expression


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts hold."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts holds."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """One comparison; a chain is several joined by `And`."""

    sign: Sign
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """One of + - * /. A division by nought is unknown."""

    operator: Operator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Negative:
    """A minus before something."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Choice:
    """`yes` where the test holds, `no` where it does not, unknown where the test is."""

    test: Expression
    yes: Expression
    no: Expression


@dataclass(frozen=True, slots=True)
class Within:
    """`of` is one of the constants; with `outside` none of them."""

    of: Expression
    constants: tuple[Scalar, ...]
    outside: bool


@dataclass(frozen=True, slots=True)
class IsUnknown:
    """Whether `of` is unknown (`is None`); with `known` whether it is known. Always yes or no itself."""

    of: Expression
    known: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `pejl.law.arithmetic`, or `min` or `max`."""

    function: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Local:
    """`name = value`, for the rest of the text, which is `rest`."""

    name: str
    value: Expression
    rest: Expression


Expression = (
    Constant | Name | Not | And | Or | Compare | Arithmetic | Negative | Choice | Within | IsUnknown | Call | Local
)


def parts(of: Expression) -> tuple[Expression, ...]:
    """The expressions right below one."""
    match of:
        case Constant() | Name():
            return ()
        case Not(one) | Negative(one) | Within(one, _, _) | IsUnknown(one, _):
            return (one,)
        case And(several) | Or(several) | Call(_, several):
            return several
        case Compare(_, left, right) | Arithmetic(_, left, right):
            return (left, right)
        case Choice(test, yes, no):
            return (test, yes, no)
        case Local(_, value, rest):
            return (value, rest)


def with_parts(of: Expression, changed: Callable[[Expression], Expression]) -> Expression:
    """The same expression over changed parts."""
    match of:
        case Constant() | Name():
            return of
        case Not(one) | Negative(one) | Within(one, _, _) | IsUnknown(one, _):
            return replace(of, of=changed(one))
        case And(several) | Or(several):
            return replace(of, parts=tuple(changed(one) for one in several))
        case Call(_, several):
            return replace(of, arguments=tuple(changed(one) for one in several))
        case Compare(_, left, right) | Arithmetic(_, left, right):
            return replace(of, left=changed(left), right=changed(right))
        case Choice(test, yes, no):
            return Choice(changed(test), changed(yes), changed(no))
        case Local(_, value, rest):
            return replace(of, value=changed(value), rest=changed(rest))


def walk(of: Expression) -> Iterator[Expression]:
    """The expression and all below it."""
    yield of
    for part in parts(of):
        yield from walk(part)
