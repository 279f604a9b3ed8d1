"""Columns of a file as features: which are numbers, which are words, which tell nothing; said in sentences.

Whole numbers of a few different values are mostly codes (a kind of injury, a branch) or answers on a short scale, so
each value gets an effect of its own. Days are numbers of days. Nothing here looks at how spells ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.cells import Column, Kind
from pejl.screening.evaluation.wish import Unusable, Wish
from pejl.screening.spells import Bools, Columns, Floats, Words, is_number

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

FEW_VALUES = 10
"""Whole numbers of so many different values at the most are taken for words."""
CODES = 100
"""Whole numbers of so many different values at the most may be codes; held-out training spells decide."""
MOST_WORDS = 60
"""Of more words the most frequent keep an effect of their own; the others share one."""
OTHERS = "(others)"
MOSTLY_DIFFERENT = 0.5
"""A column of words that differ in more than this share of the lines is a name or a number of a case."""
AS_CODES = " as codes"


@dataclass(frozen=True)
class Features:
    """Features in the order of the file. `codes` names numbers that are there as words too, under `name + AS_CODES`."""

    columns: Columns
    names: tuple[str, ...]
    kinds: dict[str, str]
    missing: dict[str, float]
    codes: tuple[str, ...]
    remarks: tuple[str, ...]


def features_of(read: Mapping[str, Column], wish: Wish, kept: Bools) -> Features:
    """The features of a file, for the lines that are kept. Raises `Unusable` where none tells anything."""
    columns: dict[str, Floats | Words] = {}
    remarks: list[str] = []
    codes: list[str] = []
    for name, column in read.items():
        held = Column(column.kind, column.values[kept], column.strange)
        feature, remark = _feature(name, held, wish)
        if remark:
            remarks.append(remark)
        if feature is None:
            continue
        columns[name] = feature
        if column.kind is Kind.NUMBERS and is_number(feature) and name not in wish.numbers and _may_be_codes(feature):
            columns[name + AS_CODES] = held.as_words()
            codes.append(name)
    names = tuple(name for name in columns if name not in {code + AS_CODES for code in codes})
    if not names:
        raise Unusable("None of the features tells anything. " + " ".join(remarks))
    kinds = {name: "number" if is_number(columns[name]) else "words" for name in names}
    missing = {name: _missing(columns[name]) for name in names}
    return Features(columns, names, kinds, missing, tuple(codes), tuple(remarks))


def _feature(name: str, column: Column, wish: Wish) -> tuple[Floats | Words | None, str]:
    """The column as a feature, and what somebody should know of it; None where it tells nothing."""
    words = column.as_words() if _as_words(name, column, wish) else None
    if words is not None:
        return _words(name, words)
    if column.kind is Kind.WORDS:
        raise Unusable(f"--numbers names {name}, and the column holds words.")
    values = np.asarray(column.values, dtype=float)
    known = values[~np.isnan(values)]
    if not len(known) or np.all(known == known[0]):
        if len(known) in (0, len(values)):
            return None, f"{name} is left out: it is {'empty' if not len(known) else 'the same in all lines'}."
        told = np.array([None if gap else "known" for gap in np.isnan(values)], dtype=object)
        return told, f"{name} tells only whether it is known."
    if column.kind is Kind.DAYS:
        return values, f"{name} holds days; it is taken as a number of days."
    strange = f"{name}: {column.strange} cells are no numbers and are taken as not known." if column.strange else ""
    return values, strange


def _as_words(name: str, column: Column, wish: Wish) -> bool:
    if name in wish.words:
        return True
    if name in wish.numbers:
        return False
    return column.kind is Kind.WORDS or (column.kind is Kind.NUMBERS and _whole(column.values, FEW_VALUES))


def _may_be_codes(values: Floats | Words) -> bool:
    return _whole(values, CODES)


def _whole(values: Floats | Words, most: int) -> bool:
    """Whether a column holds whole numbers, and at most so many different ones."""
    numbers = np.asarray(values, dtype=float)
    different = np.unique(numbers[~np.isnan(numbers)])
    return len(different) <= most and bool(np.all(different == np.round(different)))


def _words(name: str, words: Words) -> tuple[Words | None, str]:
    met = Counter(word for word in words.tolist() if word is not None)
    if not met or (len(met) == 1 and met.total() == len(words)):
        return None, f"{name} is left out: it is {'the same in all lines' if met else 'empty'}."
    if len(met) > MOST_WORDS and len(met) > MOSTLY_DIFFERENT * met.total():
        return None, f"{name} is left out: {len(met)} different values in {met.total()} lines are names, not a feature."
    if len(met) <= MOST_WORDS:
        return words, ""
    often = {word for word, _ in sorted(met.items(), key=lambda each: (-each[1], each[0]))[:MOST_WORDS]}
    joined = np.array([word if word is None or word in often else OTHERS for word in words.tolist()], dtype=object)
    return joined, f"{name} has {len(met)} different values: the {MOST_WORDS} most frequent count, the rest are joined."


def _missing(values: Floats | Words) -> float:
    if is_number(values):
        return float(np.isnan(np.asarray(values, dtype=float)).mean())
    return sum(value is None for value in values.tolist()) / len(values)
