"""What kind of value each part of a rule has, so that a text means the same on all engines, or is a fault on load.

Python lets much through that a table's engine does not: `and` between numbers, a comparison of a word with a number, a
difference of days. A word that the thing compared can never be is a fault too: mostly a slip of the pen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_type_hints

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
from pejl.law.refusals import LawFault
from pejl.law.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value; None is that of the unknown. `words` is what a word can be; empty: any."""

    type: type | None
    words: frozenset[str] = frozenset()


_BOOL, _FLOAT = Kind(bool), Kind(float)
_NUMBERS = (int, float)
_CALLED: Mapping[type | None, str] = {
    bool: "ja/nej",
    int: "et helt tal",
    float: "et tal",
    str: "et ord",
    dt.date: "en dag",
    None: "ukendt",
}


def check_kinds(text: Text, words: Mapping[str, frozenset[str]]) -> Kind:
    """The kind of the rule's answer. `words` holds what each word that is given can be."""
    names = {
        name: Kind(kind, words.get(name, frozenset()))
        for name, kind in zip(text.arguments, text.argument_kinds, strict=True)
    }
    found = _Checker(text.where).of(text.tree, names)
    if found.type is not None and not fits(found.type, text.kind):
        raise LawFault(f"{text.where}: svaret er {_CALLED[found.type]}, men reglen lover {_CALLED[text.kind]}.")
    return Kind(text.kind, found.words)


def fits(found: type | None, wanted: type) -> bool:
    """Whether a value of one kind can stand where another is wanted: a whole number is a number."""
    return found is None or found is wanted or (found is int and wanted is float)


def as_kind(value: Any, kind: type) -> Any:
    """An answer as the kind that the rule promises: a whole number is a number there too."""
    return float(value) if kind is float and type(value) is int else value


class _Checker:
    def __init__(self, where: str) -> None:
        self._where = where

    def fault(self, what: str) -> LawFault:
        return LawFault(f"{self._where}: {what}")

    def of(self, node: Expression, names: Mapping[str, Kind]) -> Kind:
        match node:
            case Constant(value):
                return Kind(
                    None if value is None else type(value), frozenset({value} if isinstance(value, str) else ())
                )
            case Name(name):
                return names[name]
            case Not(one):
                return self._all_bool([one], names)
            case And(several) | Or(several):
                return self._all_bool(several, names)
            case Compare(sign, left, right):
                return self._compared(sign, self.of(left, names), self.of(right, names))
            case Within(one, constants, _):
                for constant in constants:
                    self._compared("==", self.of(one, names), self.of(Constant(constant), names))
                return _BOOL
            case IsUnknown(one, _):
                self.of(one, names)
                return _BOOL
            case Arithmetic(operator, left, right):
                kinds = [self._number(left, names), self._number(right, names)]
                return _FLOAT if operator == "/" else self._same(kinds)
            case Negative(one):
                return self._number(one, names)
            case Choice(test, yes, no):
                self._all_bool([test], names)
                return self._same([self.of(yes, names), self.of(no, names)])
            case Local(name, value, rest):
                return self.of(rest, {**names, name: self.of(value, names)})
            case Call(function, arguments):
                return self._called(function, [self.of(one, names) for one in arguments])

    def _all_bool(self, several: Iterable[Expression], names: Mapping[str, Kind]) -> Kind:
        for one in several:
            found = self.of(one, names).type
            if found not in (bool, None):
                raise self.fault(f"and, or, not og if kræver ja/nej og ikke {_CALLED[found]}.")
        return _BOOL

    def _number(self, node: Expression, names: Mapping[str, Kind]) -> Kind:
        found = self.of(node, names)
        if found.type is not None and found.type not in _NUMBERS:
            raise self.fault(f"+ - * / regner med tal og ikke med {_CALLED[found.type]}. Dage har egne funktioner.")
        return found

    def _compared(self, sign: str, left: Kind, right: Kind) -> Kind:
        if left.type is None or right.type is None:
            return _BOOL
        alike = left.type is right.type or (left.type in _NUMBERS and right.type in _NUMBERS)
        if not alike:
            raise self.fault(f"{_CALLED[left.type]} kan ikke sammenlignes med {_CALLED[right.type]}.")
        if left.type in (bool, str) and sign not in ("==", "!="):
            raise self.fault(f"{_CALLED[left.type]} har ingen rækkefølge; kun == og != giver mening.")
        if left.words and right.words and not left.words & right.words:
            raise self.fault(
                f"»{', '.join(sorted(right.words))}« kan det aldrig være; det kan være {', '.join(sorted(left.words))}."
            )
        return _BOOL

    def _same(self, kinds: Iterable[Kind]) -> Kind:
        known = [kind for kind in kinds if kind.type is not None]
        if not known:
            return Kind(None)
        types = {kind.type for kind in known}
        if len(types) > 1 and not types <= {int, float}:
            raise self.fault("værdierne er af forskellig slags.")
        words = frozenset[str]().union(*(kind.words for kind in known)) if all(kind.words for kind in known) else ()
        return Kind(known[0].type if len(types) == 1 else float, frozenset(words))

    def _called(self, function: str, given: list[Kind]) -> Kind:
        if function in ("min", "max"):
            if any(kind.type not in (*_NUMBERS, dt.date, None) for kind in given):
                raise self.fault("min og max tager tal eller dage.")
            return self._same(given)
        *wanted, answer = get_type_hints(getattr(arithmetic, function)).values()
        for kind, type_ in zip(given, wanted, strict=True):
            if not fits(kind.type, type_):
                raise self.fault(f"»{function}« skal have {_CALLED[type_]} og ikke {_CALLED[kind.type]}.")
        return Kind(answer)
