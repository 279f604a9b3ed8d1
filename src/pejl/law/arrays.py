"""The law for very many at once, over arrays of NumPy where nothing is unknown: blocks of rows, two at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TYPE_CHECKING

import numpy as np

from pejl.law.array_program import Array, Program, made, never_unknown
from pejl.law.expression import Constant, Within, walk
from pejl.law.folding import Folded, fold_plan
from pejl.law.given import Given
from pejl.law.givens import CASE_START
from pejl.law.plan import Plan
from pejl.law.refusals import Refusal, not_given, wrong_given

if TYPE_CHECKING:
    from pejl.law.law_day import LawOnDay

BLOCK = 16_384
"""Rows at a time: a handful of columns of them fit the cache that one core has for itself."""
_MANY = 8 * BLOCK
"""From so many rows on a second thread is worth its start."""
_TYPES: Mapping[type, str] = {bool: "bool", int: "int64", float: "float64", dt.date: "datetime64[D]"}


class Prepared:
    """A plan made ready for arrays."""

    def __init__(self, law: LawOnDay, plan: Plan) -> None:
        plan.refuse()
        self.folded: Folded = fold_plan(plan, law.day)
        self.words = _words(self.folded, plan)
        self.program: Program = made(self.folded, {word: code for code, word in enumerate(self.words)})
        by_name = {asked.name: asked for asked in plan.givens}
        self.givens = tuple(by_name[name] for name in self.program.givens)
        self.kinds = {name: law.book.kinds[name] for name in plan.wanted}
        self.holes = tuple(rule for rule in plan.rules if rule.by_case and rule.has_holes)


def computed(law: LawOnDay, given: Mapping[str, Array], wanted: tuple[str, ...]) -> dict[str, Array]:
    """The wanted values, one for each row."""
    plan = law.plan(wanted)
    prepared = law.prepared(wanted, lambda: Prepared(law, plan))
    columns = [_column(asked, given) for asked in prepared.givens]
    rows = _rows(given, columns)
    answers = {name: np.empty(rows, _dtype(prepared.kinds[name])) for name in plan.wanted}
    starts = range(0, rows, BLOCK)

    def block(start: int) -> None:
        _block(prepared, columns, answers, slice(start, min(start + BLOCK, rows)))

    if rows < _MANY or (cpu_count() or 1) < 2:
        for start in starts:
            block(start)
    else:
        with ThreadPoolExecutor(2) as two:
            list(two.map(block, starts))
    return {name: _words_of(prepared, name, found) for name, found in answers.items()}


def _block(prepared: Prepared, columns: list[Array], answers: dict[str, Array], rows: slice) -> None:
    words = prepared.words
    givens = [_values(asked, column[rows], words) for asked, column in zip(prepared.givens, columns, strict=True)]
    _check_bound(prepared, givens)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = prepared.program.run(givens)
    for name, values in found.items():
        answers[name][rows] = values
        if _has_nothing(answers[name][rows], prepared.kinds[name]):
            raise never_unknown(name)


def _has_nothing(values: Array, kind: type) -> bool:
    """Whether a value came out as no number or no day: a division by nought, or a rule that has no answer."""
    if kind is float:
        return not np.isfinite(values).all()
    return kind is dt.date and bool(np.isnat(values).any())


def _column(asked: Given, given: Mapping[str, Array]) -> Array:
    if asked.name not in given:
        raise not_given(asked)
    return np.asarray(given[asked.name])


def _rows(given: Mapping[str, Array], columns: list[Array]) -> int:
    lengths = {len(column) for column in columns} or {len(column) for column in given.values()}
    if len(lengths) > 1:
        raise ValueError(f"The arrays that are given have different lengths: {sorted(lengths)}.")
    return lengths.pop() if lengths else 0


def _values(asked: Given, column: Array, words: tuple[str, ...]) -> Array:
    """A block of a given as the program counts with it."""
    if asked.kind is str:
        return _coded(asked, column, words)
    if asked.kind in (bool, int) and column.dtype.kind not in ("b" if asked.kind is bool else "iu"):
        raise wrong_given(asked, str(column[:1]))
    found = column.astype(_TYPES[asked.kind], copy=False)
    if _has_nothing(found, asked.kind):
        raise never_unknown(asked.name)
    return found


def _coded(asked: Given, column: Array, words: tuple[str, ...]) -> Array:
    """The numbers that stand for words, from words or from their places in what is asked."""
    codes = np.array([words.index(word) for word in asked.words], np.int16)
    if column.dtype.kind in "iu":
        if len(column) and not (int(column.min()) >= 0 and int(column.max()) < len(codes)):
            raise wrong_given(asked, str(int(column.max())))
        return codes.take(column)
    found = np.full(len(column), -1, np.int16)
    for word, code in zip(asked.words, codes, strict=True):
        found[column == word] = code
    if (found < 0).any():
        raise wrong_given(asked, str(column[found < 0][0]))
    return found


def _check_bound(prepared: Prepared, givens: list[Array]) -> None:
    """Refuses where a case began on a day for which a rule has no version."""
    if not prepared.holes:
        return
    at = [asked.name for asked in prepared.givens].index(CASE_START)
    for start in np.unique(givens[at]).tolist():
        for rule in prepared.holes:
            found = rule.version(start)
            if isinstance(found, Refusal):
                raise found


def _words(folded: Folded, plan: Plan) -> tuple[str, ...]:
    """Every word that a value can be."""
    found: dict[str, None] = {}
    for asked in plan.givens:
        found.update(dict.fromkeys(asked.words))
    for versions in folded.trees.values():
        for part in (part for _, tree in versions for part in walk(tree)):
            constants = part.constants if isinstance(part, Within) else ()
            constants = (part.value,) if isinstance(part, Constant) and part.value is not None else constants
            found.update(dict.fromkeys(each for each in constants if isinstance(each, str)))
    found.update(dict.fromkeys(each for each in folded.known.values() if isinstance(each, str)))
    return tuple(found)


def _dtype(kind: type) -> str:
    return "int16" if kind is str else _TYPES[kind]


def _words_of(prepared: Prepared, name: str, found: Array) -> Array:
    return np.array(prepared.words, object)[found] if prepared.kinds[name] is str else found
