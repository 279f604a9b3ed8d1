"""Works out beforehand what does not change from person to person: amounts, the day, and all that follows from them.

A plan with a million rows has one law. What rests on parameters and the day alone is computed once, branches that
cannot be taken are left out, and a rule that comes to one value for everyone is that value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pejl.law.chosen import Chosen
from pejl.law.expression import (
    And,
    Arithmetic,
    Choice,
    Constant,
    Expression,
    IsUnknown,
    Local,
    Name,
    Or,
    parts,
    with_parts,
)
from pejl.law.given import Given
from pejl.law.givens import DAY
from pejl.law.kinds import as_kind
from pejl.law.kleene import Unknown, evaluate
from pejl.law.parameters import Scalar, Value
from pejl.law.plan import Plan
from pejl.law.version import Version

Known = Mapping[str, Scalar | None]


@dataclass(frozen=True, slots=True)
class Folded:
    """A plan with all worked out that can be. `trees` holds what is left of each version of each rule, in order.

    `known` holds the names that have one value for everyone; None is unknown to everyone.
    """

    plan: Plan
    known: Known
    trees: Mapping[str, tuple[tuple[Version, Expression], ...]]


def fold_plan(plan: Plan, day: Scalar) -> Folded:
    """The plan of a day."""
    known: dict[str, Scalar | None] = {}
    trees: dict[str, tuple[tuple[Version, Expression], ...]] = {}
    for name in plan.order:
        found = plan.names[name]
        if isinstance(found, Value):
            known[name] = found.value
        elif isinstance(found, Given) and name == DAY:
            known[name] = day
        elif isinstance(found, Chosen):
            folded = tuple((version, fold(version.text.tree, known)) for version in found.usable)
            only = folded[0][1]
            if not found.by_case and isinstance(only, Constant):
                known[name] = as_kind(only.value, found.usable[0].text.kind)
            else:
                trees[name] = folded
    return Folded(plan, known, trees)


def fold(node: Expression, known: Known) -> Expression:
    """What is left of an expression when the known names have their values."""
    match node:
        case Name(name):
            return Constant(known[name]) if name in known else node
        case And(several):
            return _joined(And, tuple(fold(one, known) for one in several), decides=False)
        case Or(several):
            return _joined(Or, tuple(fold(one, known) for one in several), decides=True)
        case Choice(test, yes, no):
            return _choice(fold(test, known), fold(yes, known), fold(no, known))
        case Local(name, value, rest):
            found = fold(value, known)
            if isinstance(found, Constant):
                return fold(rest, {**known, name: found.value})
            return Local(name, found, fold(rest, known))
        case Constant():
            return node
    return _worked_out(with_parts(node, lambda one: fold(one, known)))


def _joined(form: type[And] | type[Or], several: tuple[Expression, ...], *, decides: bool) -> Expression:
    if Constant(decides) in several:
        return Constant(decides)
    left = tuple(one for one in several if one != Constant(not decides))
    if all(isinstance(one, Constant) for one in left):
        return Constant(None) if left else Constant(not decides)
    return left[0] if len(left) == 1 else form(left)


def _choice(test: Expression, yes: Expression, no: Expression) -> Expression:
    if isinstance(test, Constant):
        return Constant(None) if test.value is None else (yes if test.value else no)
    return Choice(test, yes, no)


def _worked_out(node: Expression) -> Expression:
    """A constant where all below is constant, or where something unknown makes it unknown."""
    below = parts(node)
    if all(isinstance(one, Constant) for one in below):
        found = evaluate(node, {})
        return Constant(None if isinstance(found, Unknown) else found)
    if not isinstance(node, IsUnknown) and Constant(None) in below:
        return Constant(None)
    if isinstance(node, Arithmetic) and node.operator == "/" and node.right == Constant(0):
        return Constant(None)
    return node
