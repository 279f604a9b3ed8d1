"""A plan laid out as columns: one for each rule, and one for each local name in a rule's text, in levels.

A local name is written once and used more than once. As a column of its own it is computed once, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pejl.law.expression import Expression, Local, Name, walk, with_parts
from pejl.law.folding import Folded
from pejl.law.rule import InForce


@dataclass(frozen=True, slots=True)
class Column:
    """What is computed for each row. `kind` is None for a local name, whose kind its text decides.

    Several trees are versions for different cases; `by_case` tells that the first day of the case decides.
    """

    name: str
    trees: tuple[tuple[InForce, Expression], ...]
    kind: type | None
    by_case: bool

    @property
    def rests_on(self) -> frozenset[str]:
        """The names in its text."""
        return frozenset(part.name for _, tree in self.trees for part in walk(tree) if isinstance(part, Name))


def laid_out(folded: Folded, kinds: Mapping[str, type]) -> dict[str, Column]:
    """The columns of a plan, each after those that it rests on."""
    columns: dict[str, Column] = {}
    for name, versions in folded.trees.items():
        trees = []
        for version, tree in versions:
            trees.append((version.force, _LocalsOut(f"{name}__{len(columns)}", version.force, columns).of(tree, {})))
        by_case = any(version.bound_by_case for version, _ in versions) or len(versions) > 1
        columns[name] = Column(name, tuple(trees), kinds[name], by_case)
    return columns


def levels(columns: Mapping[str, Column]) -> Iterator[tuple[str, ...]]:
    """The columns level by level: first those that rest on givens alone."""
    depths: dict[str, int] = {}
    for name, column in columns.items():
        depths[name] = 1 + max((depths.get(each, 0) for each in column.rests_on), default=0)
    for depth in sorted(set(depths.values())):
        yield tuple(name for name in depths if depths[name] == depth)


class _LocalsOut:
    """Takes the local names out of a text, and makes columns of them."""

    def __init__(self, prefix: str, force: InForce, columns: dict[str, Column]) -> None:
        self._prefix = prefix
        self._force = force
        self._columns = columns

    def of(self, node: Expression, called: Mapping[str, str]) -> Expression:
        def inner(one: Expression) -> Expression:
            return self.of(one, called)

        match node:
            case Local(name, value, rest):
                column = f"{self._prefix}__{name}_{len(self._columns)}"
                self._columns[column] = Column(column, ((self._force, inner(value)),), None, by_case=False)
                return self.of(rest, {**called, name: column})
            case Name(name):
                return Name(called.get(name, name))
        return with_parts(node, inner)
