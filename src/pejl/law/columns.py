"""The law for a whole table, as an expression of Ibis: the same texts, the same unknowns, on any engine.

Each rule becomes a column that rests on columns before it; those that were not asked for are left out at the end. SQL
knows unknown logic for `and`, `or` and `not`; for a choice it does not, so a test that is unknown is asked for first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import ibis

from pejl.law.chosen import Chosen
from pejl.law.column_functions import FUNCTIONS, as_kind, constant
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
from pejl.law.folding import Folded, fold_plan
from pejl.law.given import Given
from pejl.law.givens import CASE_START, DAY
from pejl.law.plan import Plan
from pejl.law.refusals import NotSettled, Refusal, not_given
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
    columns = {asked.name: given.get(asked.name, asked.name) for asked in plan.givens if asked.name != DAY}
    absent = {name for name, column in columns.items() if column not in table.columns}
    if refuse:
        _refuse(plan, absent)
    folded = fold_plan(plan, law.day)
    maker = _Maker(law, folded, {name: column for name, column in columns.items() if name not in absent})
    made = table
    for names in maker.levels():
        made = made.mutate(**{_OWN + name: maker.rule(made, name) for name in names})
    kept = [made[name] for name in table.columns if name not in wanted]
    return made.select(*kept, **{name: maker.value(made, name) for name in dict.fromkeys(wanted)})


def _refuse(plan: Plan, absent: set[str]) -> None:
    """Raises the first reason why the wanted names have no answer for everyone."""
    for asked in plan.givens:
        if asked.name in absent:
            raise not_given(asked)
    for refusal in plan.refusals.values():
        raise refusal
    for chosen in plan.rules:
        for start in chosen.edges:
            found = chosen.version(start)
            if isinstance(found, NotSettled):
                raise found


class _Maker:
    """Makes the columns of one plan. `columns` tells which column holds a given."""

    def __init__(self, law: LawOnDay, folded: Folded, columns: Mapping[str, str]) -> None:
        self._kinds = law.book.kinds
        self._folded = folded
        self._columns = columns
        self._refused = self._resting_on_refusals()

    def levels(self) -> Iterator[tuple[str, ...]]:
        """The rules that are left, those first that rest on givens alone."""
        depths: dict[str, int] = {}
        for name, versions in self._folded.trees.items():
            below = {part.name for _, tree in versions for part in walk(tree) if isinstance(part, Name)}
            depths[name] = 1 + max((depths.get(each, 0) for each in below), default=0)
        for depth in sorted(set(depths.values())):
            yield tuple(name for name in depths if depths[name] == depth)

    def value(self, table: ibis.Table, name: str) -> ibis.Value:
        """What a name is for each row."""
        kind = self._kinds.get(name, float)
        if name in self._folded.known:
            return as_kind(constant(self._folded.known[name], kind), kind)
        if name in self._folded.trees:
            return table[_OWN + name]
        if name in self._columns:
            return as_kind(table[self._columns[name]], kind)
        return constant(None, kind)

    def rule(self, table: ibis.Table, name: str) -> ibis.Value:
        """A rule's answer for each row, by the version that binds its case."""
        kind = self._kinds[name]
        versions = self._folded.trees[name]
        chosen = self._folded.plan.names[name]
        if not isinstance(chosen, Chosen) or not chosen.by_case:
            return as_kind(self._made(table, versions[0][1], kind), kind)
        start = self.value(table, CASE_START)
        branches = [(_binds(version.force, start), self._made(table, tree, kind)) for version, tree in versions]
        return as_kind(ibis.cases(*branches, else_=constant(None, kind)), kind)

    def _made(self, table: ibis.Table, tree: Expression, kind: type) -> ibis.Value:
        if isinstance(tree, Constant):
            return constant(tree.value, kind)
        return _Row(self, table, self._refused).of(tree, {})

    def _resting_on_refusals(self) -> frozenset[str]:
        """The names whose being unknown may be the law's doing, so that nobody can say that they are unknown."""
        plan = self._folded.plan
        found = {name for name in plan.order if isinstance(plan.names[name], Refusal)}
        found |= {
            name
            for name in plan.order
            if isinstance(plan.names[name], Given) and name not in self._columns and name != DAY
        }
        for name, versions in self._folded.trees.items():
            below = {part.name for _, tree in versions for part in walk(tree) if isinstance(part, Name)}
            if below & found:
                found.add(name)
        return frozenset(found)


class _Row:
    """Makes one rule's expression over the columns of a table."""

    def __init__(self, maker: _Maker, table: ibis.Table, refused: frozenset[str]) -> None:
        self._maker = maker
        self._table = table
        self._refused = refused

    def of(self, node: Expression, local: Mapping[str, Any]) -> Any:
        match node:
            case Constant(value):
                return constant(value, type(value) if value is not None else bool)
            case Name(name):
                return local[name] if name in local else self._maker.value(self._table, name)
            case Not(one):
                return ~self.of(one, local)
            case And(several):
                return ibis.and_(*(self.of(one, local) for one in several))
            case Or(several):
                return ibis.or_(*(self.of(one, local) for one in several))
            case Compare(sign, left, right):
                return _compared(sign, self.of(left, local), self.of(right, local))
            case Arithmetic(operator, left, right):
                return _computed(operator, self.of(left, local), self.of(right, local), right)
            case Negative(one):
                return -self.of(one, local)
            case Within(one, constants, outside):
                found = self.of(one, local)
                return found.notin(constants) if outside else found.isin(constants)
            case IsUnknown(one, known):
                return self._is_unknown(one, known, local)
            case Choice():
                return self._choice(node, local)
            case Call(function, arguments):
                return FUNCTIONS[function](*(self.of(one, local) for one in arguments))
            case Local(name, value, rest):
                return self.of(rest, {**local, name: self.of(value, local)})

    def _is_unknown(self, node: Expression, known: bool, local: Mapping[str, Any]) -> Any:
        found = self.of(node, local)
        answer = found.notnull() if known else found.isnull()
        names = {part.name for part in walk(node) if isinstance(part, Name)}
        if names & self._refused:
            return ibis.cases((found.notnull(), answer), else_=constant(None, bool))
        return answer

    def _choice(self, node: Choice, local: Mapping[str, Any]) -> Any:
        """One CASE for the whole chain of if, elif and else. A test that is unknown ends it with nothing."""
        branches: list[tuple[Any, Any]] = []
        rest: Expression = node
        while isinstance(rest, Choice):
            test = self.of(rest.test, local)
            branches.append((test, None if rest.yes == Constant(None) else self.of(rest.yes, local)))
            if not isinstance(rest.test, IsUnknown):
                branches.append((test.isnull(), None))
            rest = rest.no
        last = None if rest == Constant(None) else self.of(rest, local)
        return ibis.cases(*_typed(branches, last), else_=last)


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
