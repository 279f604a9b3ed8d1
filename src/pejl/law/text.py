"""Reads the text of a rule once, and says in a sentence with file and line what a rule may not say.

The text may use: `and or not`, comparisons (also chained), `+ - * /`, `if/elif/else` with `return` in each branch,
`a if c else b`, local names assigned once, `in` with constants, `is None`, `min`, `max`, and the functions of
`pejl.law.arithmetic`. Constants are True, False, None, words, and whole numbers that are structure (`STRUCTURE`): what
is larger or has a comma is an amount or a limit, and belongs in `parameters.yaml`.
"""

from __future__ import annotations

import ast
import datetime as dt
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

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
from pejl.law.parameters import Scalar
from pejl.law.refusals import LawFault

STRUCTURE = frozenset((*range(13), 52, 100))
"""Whole numbers that are structure: up to the months of a year, its weeks, and the hundredths of a percentage."""
FUNCTIONS = frozenset(
    name
    for name, value in vars(arithmetic).items()
    if inspect.isfunction(value) and value.__module__ == arithmetic.__name__
) | {"min", "max"}
_SIGNS: dict[type[ast.cmpop], Any] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_OPERATORS: dict[type[ast.operator], Any] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_KINDS = {"bool": bool, "int": int, "float": float, "str": str, "date": dt.date, "dt.date": dt.date}


@dataclass(frozen=True, slots=True)
class Text:
    """A rule's text: what it rests on, what it answers, and its tree. `kind` is that of a known answer."""

    arguments: tuple[str, ...]
    argument_kinds: tuple[type, ...]
    kind: type
    tree: Expression
    where: str


def read_text(function: Callable[..., Any]) -> Text:
    """The text of a rule's function."""
    path = Path(function.__code__.co_filename)
    definition = _definitions(path).get(function.__code__.co_firstlineno)
    if definition is None:
        raise LawFault(f"{path.name}: teksten til reglen {function.__name__} kan ikke findes.")
    reader = _Reader(path.name)
    arguments, kinds = reader.arguments(definition)
    return Text(
        arguments,
        kinds,
        reader.kind(definition, definition.returns),
        reader.body(_without_docstring(definition.body), frozenset(arguments), definition),
        f"{path.name}, linje {definition.lineno}",
    )


def names_written_twice(path: Path) -> tuple[str, ...]:
    """Functions of one name in one file: Python would keep the last one only, and lose a rule without a word."""
    names = [definition.name for definition in _definitions(path).values()]
    return tuple(sorted({name for name in names if names.count(name) > 1}))


@lru_cache(maxsize=256)
def _definitions(path: Path) -> dict[int, ast.FunctionDef]:
    """The functions of a file by their first line, which is that of the decorator."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return {min([node.lineno, *(mark.lineno for mark in node.decorator_list)]): node for node in found}


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return body[1:] if documented else body


class _Reader:
    """Makes a tree of a text. `names` is what has a value at that place."""

    def __init__(self, file: str) -> None:
        self._file = file

    def fault(self, node: ast.AST, what: str) -> LawFault:
        return LawFault(f"{self._file}, linje {getattr(node, 'lineno', '?')}: {what}")

    def arguments(self, definition: ast.FunctionDef) -> tuple[tuple[str, ...], tuple[type, ...]]:
        """Names and kinds of what the rule rests on."""
        written = definition.args
        if written.vararg or written.kwarg or written.defaults or written.kwonlyargs or written.posonlyargs:
            raise self.fault(definition, "en regels argumenter er kun navne, uden * og uden standardværdier.")
        names = tuple(argument.arg for argument in written.args)
        return names, tuple(self.kind(argument, argument.annotation) for argument in written.args)

    def kind(self, node: ast.AST, written: ast.expr | None) -> type:
        """The kind that an annotation states; `| None` says that it may be unknown, which everything may."""
        words = [] if written is None else [word.strip() for word in ast.unparse(written).split("|")]
        named = [word for word in words if word != "None"]
        if len(named) != 1 or named[0] not in _KINDS:
            raise self.fault(node, f"skriv typen som en af {', '.join(_KINDS)}, eventuelt med | None.")
        return _KINDS[named[0]]

    def body(self, lines: Sequence[ast.stmt], names: frozenset[str], at: ast.AST) -> Expression:
        """What the lines return, whichever way they go."""
        if not lines:
            raise self.fault(at, "hver gren skal slutte med return.")
        first, rest = lines[0], lines[1:]
        if isinstance(first, ast.Return) and first.value is not None:
            if rest:
                raise self.fault(rest[0], "der kan ikke stå noget efter return.")
            return self.expression(first.value, names)
        if isinstance(first, ast.If):
            return self._if(first, rest, names)
        if isinstance(first, ast.Assign | ast.AnnAssign) and first.value is not None:
            return self._assigned(first, first.value, rest, names)
        raise self.fault(first, f"»{ast.unparse(first).splitlines()[0]}« kan en regel ikke sige.")

    def _if(self, written: ast.If, rest: Sequence[ast.stmt], names: frozenset[str]) -> Expression:
        goes_on = len(written.orelse) == 1 and isinstance(written.orelse[0], ast.If)
        if written.orelse and rest and not goes_on:
            raise self.fault(rest[0], "når der er en else, har begge grene svaret, og der kan ikke stå mere efter.")
        return Choice(
            self.expression(written.test, names),
            self.body(written.body, names, written),
            self.body([*written.orelse, *rest], names, written),
        )

    def _assigned(
        self, written: ast.Assign | ast.AnnAssign, value: ast.expr, rest: Sequence[ast.stmt], names: frozenset[str]
    ) -> Expression:
        targets = written.targets if isinstance(written, ast.Assign) else [written.target]
        target = targets[0]
        if len(targets) != 1 or not isinstance(target, ast.Name):
            raise self.fault(written, "en tildeling har ét navn til venstre.")
        if target.id in names or target.id in FUNCTIONS:
            raise self.fault(written, f"»{target.id}« har allerede en værdi; et navn tildeles kun én gang.")
        return Local(target.id, self.expression(value, names), self.body(rest, names | {target.id}, written))

    def expression(self, node: ast.expr, names: frozenset[str]) -> Expression:
        """One expression of the text."""

        def inner(one: ast.expr) -> Expression:
            return self.expression(one, names)

        match node:
            case ast.Constant(value=value):
                return Constant(self._constant(node, value))
            case ast.Name(id=name):
                if name not in names:
                    raise self.fault(node, f"»{name}« er hverken et argument eller et navn, der er tildelt.")
                return Name(name)
            case ast.BoolOp(op=ast.And(), values=values):
                return And(tuple(inner(one) for one in values))
            case ast.BoolOp(values=values):
                return Or(tuple(inner(one) for one in values))
            case ast.UnaryOp(op=ast.Not(), operand=one):
                return Not(inner(one))
            case ast.UnaryOp(op=ast.USub(), operand=one):
                return Negative(inner(one))
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
                return Arithmetic(_OPERATORS[type(operator)], inner(left), inner(right))
            case ast.IfExp(test=test, body=yes, orelse=no):
                return Choice(inner(test), inner(yes), inner(no))
            case ast.Compare():
                return self._compared(node, names)
            case ast.Call():
                return self._call(node, names)
        raise self.fault(node, f"»{ast.unparse(node)}« kan en regel ikke sige.")

    def _compared(self, node: ast.Compare, names: frozenset[str]) -> Expression:
        """A chain `a < b <= c` is `a < b and b <= c`."""
        sides = [node.left, *node.comparators]
        links = tuple(
            self._link(node, left, sign, right, names)
            for left, sign, right in zip(sides, node.ops, sides[1:], strict=False)
        )
        return links[0] if len(links) == 1 else And(links)

    def _link(
        self, node: ast.Compare, left: ast.expr, sign: ast.cmpop, right: ast.expr, names: frozenset[str]
    ) -> Expression:
        if isinstance(sign, ast.Is | ast.IsNot):
            if not (isinstance(right, ast.Constant) and right.value is None):
                raise self.fault(node, "efter »is« kan kun stå None.")
            return IsUnknown(self.expression(left, names), known=isinstance(sign, ast.IsNot))
        if isinstance(sign, ast.In | ast.NotIn):
            return Within(self.expression(left, names), self._constants(right), outside=isinstance(sign, ast.NotIn))
        found = (self.expression(left, names), self.expression(right, names))
        if Constant(None) in found:
            raise self.fault(node, "det ukendte sammenlignes med »is None«.")
        return Compare(_SIGNS[type(sign)], *found)

    def _constants(self, node: ast.expr) -> tuple[Scalar, ...]:
        if not isinstance(node, ast.Tuple | ast.List | ast.Set) or not node.elts:
            raise self.fault(node, "efter »in« skal der stå konstanter i parentes.")
        found = tuple(self._constant(one, one.value if isinstance(one, ast.Constant) else ...) for one in node.elts)
        known = tuple(one for one in found if one is not None)
        if len(known) < len(found):
            raise self.fault(node, "None kan ikke stå efter »in«.")
        return known

    def _constant(self, node: ast.expr, value: object) -> Scalar | None:
        if value is None or isinstance(value, bool | str):
            return value
        if isinstance(value, int) and value in STRUCTURE:
            return value
        raise self.fault(
            node,
            f"»{ast.unparse(node)}« kan ikke stå i en regel. Beløb, procenter og grænser hører til i parameters.yaml; "
            "hele tal til og med 12 samt 52 og 100 må stå, hvor de er en del af reglens form.",
        )

    def _call(self, node: ast.Call, names: frozenset[str]) -> Expression:
        called = ast.unparse(node.func).removeprefix("arithmetic.")
        if called not in FUNCTIONS or node.keywords or any(isinstance(one, ast.Starred) for one in node.args):
            raise self.fault(
                node, f"»{ast.unparse(node)}« kan en regel ikke kalde. Den kan kalde {', '.join(sorted(FUNCTIONS))}."
            )
        expected = 2 if called in ("min", "max") else len(inspect.signature(getattr(arithmetic, called)).parameters)
        if len(node.args) < expected or (called not in ("min", "max") and len(node.args) > expected):
            raise self.fault(node, f"»{called}« skal have {expected} værdier.")
        return Call(called, tuple(self.expression(one, names) for one in node.args))
