"""The law for a whole table, as an expression of Ibis: the same texts, the same unknowns, on any engine.

Each rule becomes a column that rests on columns before it; those that were not asked for are left out at the end. SQL
knows unknown logic for `and`, `or` and `not`; for a choice it does not, so a test that is unknown is asked for first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import ibis

from pejl.law.chosen import Chosen
from pejl.law.column_functions import FUNCTIONS, as_kind, constant
from pejl.law.column_plan import laid_out, levels
from pejl.law.expression import (
    And,
    Arithmetic,
    Call,
    Choice,
    Compare,
    Constant,
    Expression,
    IsUnknown,
    Name,
    Negative,
    Not,
    Or,
    Within,
    walk,
)
from pejl.law.folding import Folded, fold_plan
from pejl.law.givens import CASE_START
from pejl.law.plan import Plan
from pejl.law.refusals import LawFault, Refusal, not_given
from pejl.law.rule import InForce

if TYPE_CHECKING:
    from pejl.law.law_day import LawOnDay

_OWN = "lov__"
"""Before the names of columns that are there on the way."""


def with_columns(
    law: LawOnDay, table: ibis.Table, wanted: tuple[str, ...], given: Mapping[str, str], *, refuse: bool
) -> ibis.Table:
    """The table with the wanted names as columns."""
    plan = law.plan(wanted)
    columns = {asked.name: given.get(asked.name, asked.name) for asked in plan.facts}
    absent = {name for name, column in columns.items() if column not in table.columns}
    if refuse:
        _refuse(plan, absent)
    folded = fold_plan(plan, law.day)
    maker = _Maker(law, folded, {name: column for name, column in columns.items() if name not in absent})
    made = table
    for names in levels(maker.columns):
        made = made.mutate(**{_OWN + name: maker.made(made, name) for name in names})
    kept = [made[name] for name in table.columns if name not in wanted]
    return made.select(*kept, **{name: maker.value(made, name) for name in dict.fromkeys(wanted)})


def _refuse(plan: Plan, absent: set[str]) -> None:
    """Raises the first reason why the wanted names have no answer for everyone."""
    for asked in plan.facts:
        if asked.name in absent:
            raise not_given(asked)
    plan.refuse()


class _Maker:
    """Makes the columns of one plan. `given` tells which column of the table holds a given."""

    def __init__(self, law: LawOnDay, folded: Folded, given: Mapping[str, str]) -> None:
        self._kinds = law.book.kinds
        self._folded = folded
        self._given = given
        self.columns = laid_out(folded, law.book.kinds)
        self._refused = self._resting_on_refusals()

    def value(self, table: ibis.Table, name: str) -> ibis.Value:
        """What a name is for each row."""
        if name in self.columns:
            return table[_OWN + name]
        kind = self._kinds.get(name, float)
        if name in self._folded.known:
            return as_kind(constant(self._folded.known[name], kind), kind)
        if name in self._given:
            return as_kind(table[self._given[name]], kind)
        return constant(None, kind)

    def made(self, table: ibis.Table, name: str) -> ibis.Value:
        """A rule's answer for each row, by the version that binds its case."""
        column = self.columns[name]
        answers = [(force, self._answer(table, tree, column.kind)) for force, tree in column.trees]
        if column.kind is None:
            return answers[0][1]
        if not column.by_case:
            return as_kind(answers[0][1], column.kind)
        start = self.value(table, CASE_START)
        branches = [(_binds(force, start), as_kind(answer, column.kind)) for force, answer in answers]
        return ibis.cases(*branches, else_=constant(None, column.kind))

    def _answer(self, table: ibis.Table, tree: Expression, kind: type | None) -> ibis.Value:
        if isinstance(tree, Constant):
            return constant(tree.value, kind or bool)
        return _Row(self, table, self._refused).of(tree)

    def _resting_on_refusals(self) -> frozenset[str]:
        """The names whose being unknown may be the law's doing, so that nobody can say that they are unknown."""
        names = self._folded.plan.names
        found = {name for name in names if isinstance(names[name], Refusal)}
        found |= {fact.name for fact in self._folded.plan.facts if fact.name not in self._given}
        for name, column in self.columns.items():
            chosen = names.get(name)
            holes = isinstance(chosen, Chosen) and column.by_case and chosen.has_holes
            if holes or column.rests_on & found:
                found.add(name)
        return frozenset(found)


class _Row:
    """Makes one rule's expression over the columns of a table."""

    def __init__(self, maker: _Maker, table: ibis.Table, refused: frozenset[str]) -> None:
        self._maker = maker
        self._table = table
        self._refused = refused

    def of(self, node: Expression) -> Any:
        match node:
            case Constant(value):
                return constant(value, type(value) if value is not None else bool)
            case Name(name):
                return self._maker.value(self._table, name)
            case Not(one):
                return ~self.of(one)
            case And(several):
                return ibis.and_(*(self.of(one) for one in several))
            case Or(several):
                return ibis.or_(*(self.of(one) for one in several))
            case Compare(sign, left, right):
                return _compared(sign, self.of(left), self.of(right))
            case Arithmetic(operator, left, right):
                return _computed(operator, self.of(left), self.of(right), right)
            case Negative(one):
                return -self.of(one)
            case Within(one, constants, outside):
                found = self.of(one)
                return found.notin(constants) if outside else found.isin(constants)
            case IsUnknown(one, known):
                return self._is_unknown(one, known)
            case Choice():
                return self._choice(node)
            case Call(function, arguments):
                return FUNCTIONS[function](*(self.of(one) for one in arguments))
        raise LawFault(f"En tabel kan ikke regne med »{type(node).__name__}«.")

    def _is_unknown(self, node: Expression, known: bool) -> Any:
        found = self.of(node)
        answer = ~_nothing(found) if known else _nothing(found)
        names = {part.name for part in walk(node) if isinstance(part, Name)}
        if names & self._refused:
            return ibis.cases((_nothing(found), constant(None, bool)), else_=ibis.literal(known))
        return answer

    def _choice(self, node: Choice) -> Any:
        """One CASE for the whole chain of if, elif and else. A test that is unknown ends it with nothing.

        It is looked for by COALESCE: `NOT (a) IS NULL`, which Ibis writes, is read as NOT ((a) IS NULL).
        """
        branches: list[tuple[Any, Any]] = []
        rest: Expression = node
        while isinstance(rest, Choice):
            test = self.of(rest.test)
            branches.append((test, None if rest.yes == Constant(None) else self.of(rest.yes)))
            if not isinstance(rest.test, IsUnknown):
                branches.append((ibis.coalesce(test, True), None))
            rest = rest.no
        last = None if rest == Constant(None) else self.of(rest)
        return ibis.cases(*_typed(branches, last), else_=last)


def _nothing(value: Any) -> Any:
    """Whether a value is unknown; of yes or no not asked by IS NULL, for the reason above."""
    if value.type().is_boolean():
        return ibis.coalesce(value, True) != ibis.coalesce(value, False)
    return value.isnull()


def _typed(branches: list[tuple[Any, Any]], last: Any) -> list[tuple[Any, Any]]:
    """The branches with nothing as a null that has a kind."""
    kinds = [value.type() for value in (*(value for _, value in branches), last) if value is not None]
    nothing = ibis.null(next((kind for kind in kinds if kind.is_floating()), kinds[0] if kinds else "boolean"))
    return [(test, nothing if value is None else value) for test, value in branches]


def _compared(sign: str, left: Any, right: Any) -> Any:
    match sign:
        case "==":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
    return left >= right


def _computed(operator: str, left: Any, right: Any, divisor: Expression) -> Any:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    below = right.cast("float64")
    return left.cast("float64") / (below if isinstance(divisor, Constant) else below.nullif(constant(0.0, float)))


def _binds(force: InForce, start: Any) -> Any:
    """Whether a version is the law for a case; never unknown. A case whose beginning is unknown is a new one."""
    tests = []
    if force.cases_from is not None:
        tests.append(start >= constant(force.cases_from, dt.date))
    if force.cases_until is not None:
        tests.append(start <= constant(force.cases_until, dt.date))
    if not tests:
        return ibis.literal(True)
    return ibis.and_(start.notnull(), *tests) if force.cases_until is not None else ibis.or_(start.isnull(), *tests)
