"""Mutants of Python: a file with one thing in it changed, as a slip of the pen would change it.

Changed are comparisons, `and`/`or`/`not`, arithmetic, numbers, yes and no, machine words, days, members of
enumerations, members of tuples of words, bare conditions and what is returned. Not changed are sentences and labels,
sources and sections, annotations, and what only makes things quick or pretty.
"""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

WORD = re.compile(r"[a-z][a-z0-9_]*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TOLD = frozenset(("says", "cites", "source", "danish", "note", "why", "unit", "means", "act", "asks", "example"))
"""Keywords of what is told to people."""
FOR_THE_MACHINE = frozenset(("encoding", "strict", "repr", "maxsize", "slots", "frozen"))
"""Keywords that change no answer."""
NOT_ASKED = frozenset(("__all__", "__slots__", "NAMES", "_WORDS"))
"""Assigned names that hold labels (`pejl.law.label`), or nothing that is asked."""

_COMPARED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COMPUTED: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Pow: ast.Mult,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change. `file` is a path below `pejl/law`; `text` is the whole of it, changed. `said` is the first line of
    what is changed, as it stands, so that a change is known again when other lines come in before it.
    """

    file: str
    line: int
    said: str
    kind: str
    before: str
    after: str
    text: str

    @property
    def key(self) -> str:
        """What is changed where."""
        return f"{self.file}: {self.said} | {self.before} -> {self.after}"


def mutants_of(file: str, path: Path, enums: Mapping[str, tuple[str, ...]]) -> Iterator[Mutant]:
    """Every mutant of a Python file. `enums` tells the members of each enumeration of the law."""
    data = path.read_bytes()
    tree = ast.parse(data)
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, kind, changed in _Changes(tree, enums).of(tree):
        first = starts[node.lineno - 1] + node.col_offset
        last = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        text = data[:first] + changed.encode() + data[last:]
        said = data[starts[node.lineno - 1] : starts[node.lineno]].decode().strip()
        before = " ".join(data[first:last].decode().split())
        yield Mutant(file, node.lineno, said, kind, before, " ".join(changed.split()), text.decode())


def enums_of(paths: Iterator[Path]) -> dict[str, tuple[str, ...]]:
    """The members of every enumeration that the files define."""
    found = {}
    for path in paths:
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Enum") for base in node.bases):
                members = [line.targets[0] for line in node.body if isinstance(line, ast.Assign)]
                found[node.name] = tuple(each.id for each in members if isinstance(each, ast.Name))
    return found


Change = tuple[ast.expr, str, str]


class _Changes:
    """Walks a tree and tells what could be changed where."""

    def __init__(self, tree: ast.Module, enums: Mapping[str, tuple[str, ...]]) -> None:
        self._enums = enums
        constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
        self._words = list(dict.fromkeys(each for each in constants if isinstance(each, str) and WORD.fullmatch(each)))

    def of(self, node: ast.AST) -> Iterator[Change]:
        if _left_out(node):
            return
        if isinstance(node, ast.expr):
            yield from self._here(node)
        if isinstance(node, ast.If | ast.IfExp | ast.While) and isinstance(
            node.test, ast.Name | ast.Call | ast.Attribute
        ):
            yield node.test, "condition", f"(not {ast.unparse(node.test)})"
        if isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
            yield node.value, "return", "None"
        for name, child in ast.iter_fields(node):
            if name in ("annotation", "returns", "type_params") or _are_kinds(node, name):
                continue
            for one in child if isinstance(child, list) else [child]:
                if isinstance(one, ast.AST) and not _is_day(node):
                    yield from self.of(one)

    def _here(self, node: ast.expr) -> Iterator[Change]:
        match node:
            case ast.Compare():
                yield from self._compared(node)
            case ast.BoolOp(op=op, values=values):
                other = ast.Or() if isinstance(op, ast.And) else ast.And()
                yield node, "and/or", f"({ast.unparse(ast.BoolOp(other, values))})"
            case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=one):
                yield node, "not" if isinstance(node.op, ast.Not) else "minus", f"({ast.unparse(one)})"
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _COMPUTED and not _is_kind(node):
                yield node, "arithmetic", f"({ast.unparse(ast.BinOp(left, _COMPUTED[type(op)](), right))})"
            case ast.Constant(value=value):
                yield from ((node, "constant", changed) for changed in self._constant(value))
            case ast.Tuple(elts=several, ctx=ast.Load()) if len(several) > 1 and all(map(_is_word, several)):
                for place in range(len(several)):
                    left_over = [one for at, one in enumerate(several) if at != place]
                    yield node, "left out", ast.unparse(ast.Tuple(left_over, ast.Load()))
            case ast.Attribute(value=ast.Name(id=name), attr=member) if member in self._enums.get(name, ()):
                members = self._enums[name]
                other = members[(members.index(member) + max(1, len(members) // 2)) % len(members)]
                yield node, "member", f"{name}.{other}"
            case ast.Call() if _is_day(node):
                day = dt.date(*(one.value for one in node.args))  # type: ignore[attr-defined]
                later = day + dt.timedelta(days=1)
                yield node, "day", f"{ast.unparse(node.func)}({later.year}, {later.month}, {later.day})"

    def _compared(self, node: ast.Compare) -> Iterator[Change]:
        for place, sign in enumerate(node.ops):
            signs = [_COMPARED[type(sign)]() if at == place else one for at, one in enumerate(node.ops)]
            yield node, "comparison", f"({ast.unparse(ast.Compare(node.left, signs, node.comparators))})"

    def _constant(self, value: object) -> Iterator[str]:
        if isinstance(value, bool):
            yield str(not value)
        elif isinstance(value, int | float):
            yield repr(value + 1)
        elif isinstance(value, str) and DAY.fullmatch(value):
            yield f'"{dt.date.fromisoformat(value) + dt.timedelta(days=1)}"'
        elif isinstance(value, str) and WORD.fullmatch(value):
            others = self._words
            yield repr(others[(others.index(value) + 1) % len(others)] if len(others) > 1 else f"{value}_2")


def _left_out(node: ast.AST) -> bool:
    match node:
        case ast.JoinedStr() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.keyword(arg=name) if name in TOLD or name in FOR_THE_MACHINE:
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) if name in NOT_ASKED:
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.Call(func=ast.Name(id="dataclass" | "TypeVar" | "lru_cache")):
            return True
    return False


def _is_day(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("dt.date", "date")
        and len(node.args) == 3
        and all(isinstance(one, ast.Constant) for one in node.args)
    )


def _are_kinds(node: ast.AST, field: str) -> bool:
    """Whether a field holds kinds: what comes after `is` in a question of what something is."""
    return field == "args" and isinstance(node, ast.Call) and ast.unparse(node.func) in ("isinstance", "cast")


def _is_kind(node: ast.expr) -> bool:
    """Whether `A | B` is a kind and not a union of sets."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitOr) and _is_kind(node.left) and _is_kind(node.right)
    if isinstance(node, ast.Constant):
        return node.value is None
    name = ast.unparse(node).rpartition(".")[2]
    return isinstance(node, ast.Name | ast.Attribute) and (name in _KINDS or name[:1].isupper())


_KINDS = frozenset(("bool", "int", "float", "str", "date", "type", "datetime"))


def _is_word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.fullmatch(node.value) is not None
