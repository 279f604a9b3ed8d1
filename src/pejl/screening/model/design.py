"""From what is known of spells to columns of numbers: how each feature enters, learned from the training data once.

Every column has the mean 0 over the training data, so a spell whose columns are all 0 is the usual one. Only those of
the shrunk feature are left as they are: there 0 is the middle of all its levels, which a level never met counts as.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product, repeat

import numpy as np

from pejl.screening.model.recipe import Recipe
from pejl.screening.model.splines import Curve, curve_of
from pejl.screening.spells import Bools, Columns, Floats, Ints, Words, is_number

RARE = 30
"""A word that fewer training rows have is joined with the other rare ones."""
OTHER, UNKNOWN = "(andre)", "(ukendt)"
LINE, BEND, LEVEL, MISSING, SHRUNK, PAIR = "line", "bend", "level", "missing", "shrunk", "pair"
"""The kinds of columns; each feature's columns of a kind share one ridge."""


class Unfit(ValueError):
    """Data that no model can be fitted to or asked about; the sentence says what is wrong."""


@dataclass(frozen=True)
class NumberTerm:
    """A number: its curve, and how much is known of it. None for a curve: always the same, so it tells nothing."""

    name: str
    median: float
    curve: Curve | None
    missing: bool


@dataclass(frozen=True)
class WordTerm:
    """Words: those that have a column each, `OTHER` and `UNKNOWN` among them where training rows had such."""

    name: str
    levels: tuple[str, ...]
    shrunk: bool


@dataclass(frozen=True)
class Column:
    """One column: the features that it belongs to (two for an interaction), its kind, and what it stands for."""

    features: tuple[str, ...]
    kind: str
    label: str


@dataclass(frozen=True)
class Design:
    """How spells become columns. `products` are the places of the columns that are multiplied, and stand last in
    `columns`; `centre` is what is taken off each column."""

    numbers: tuple[NumberTerm, ...]
    words: tuple[WordTerm, ...]
    products: tuple[tuple[int, int], ...]
    columns: tuple[Column, ...]
    centre: Floats

    def matrix(self, known: Columns) -> Floats:
        """The columns of spells, centred."""
        return self.laid_out(known).matrix

    def laid_out(self, known: Columns) -> LaidOut:
        """The columns of spells, and how well the model knows what is in them."""
        numbers = [_numbers_of(known, term.name) for term in self.numbers]
        codes = [_codes(_words_of(known, term.name), term) for term in self.words]
        plain = _plain_matrix(self.numbers, self.words, numbers, codes, _rows(known))
        gaps = [*map(np.isnan, numbers), *(each < 0 for each in codes)]
        return LaidOut(
            matrix=_with_products(plain, self.products) - self.centre,
            missing=np.mean(gaps, axis=0) if gaps else np.zeros(len(plain)),
            never_met=self._never_met(numbers, codes, len(plain)),
        )

    def _never_met(self, numbers: list[Floats], codes: list[Ints], rows: int) -> Bools:
        met = np.zeros(rows, dtype=bool)
        for number, values in zip(self.numbers, numbers, strict=True):
            if number.curve is not None:
                met |= (values < number.curve.knots[0]) | (values > number.curve.knots[-1])
        for word, places in zip(self.words, codes, strict=True):
            if not word.shrunk and OTHER not in word.levels:
                met |= places == _NEVER_MET
        return met


@dataclass(frozen=True)
class LaidOut:
    """Spells in columns. `missing` is the share of the features that is not known; a word never met is not known
    either. `never_met` is where something lies beyond all training spells: a number outside their range, or a word
    that has no column. A level of the shrunk column may be new: it counts as the middle."""

    matrix: Floats
    missing: Floats
    never_met: Bools


def design_of(recipe: Recipe, known: Columns) -> Design:
    """What the training data say of how each feature enters."""
    numbers = tuple(_number_term(name, _numbers_of(known, name), recipe.knots) for name in recipe.numbers)
    words = tuple(_word_term(name, _words_of(known, name), shrunk=False) for name in recipe.words)
    if recipe.shrunk:
        words += (_word_term(recipe.shrunk, _words_of(known, recipe.shrunk), shrunk=True),)
    columns = [column for term in numbers for column in _number_columns(term)]
    columns += [column for term in words for column in _word_columns(term)]
    values = [_numbers_of(known, term.name) for term in numbers]
    codes = [_codes(_words_of(known, term.name), term) for term in words]
    plain = _plain_matrix(numbers, words, values, codes, _rows(known))
    products = _products(recipe.interactions, columns, plain)
    columns += [_pair_column(columns[one], columns[other]) for one, other in products]
    drawn = [column.kind == SHRUNK for column in columns]
    centre = np.where(drawn, 0.0, _with_products(plain, products).mean(axis=0))
    return Design(numbers, words, tuple(products), tuple(columns), centre)


def _number_term(name: str, values: Floats, knots: int) -> NumberTerm:
    known = values[~np.isnan(values)]
    median = float(np.median(known)) if known.size else 0.0
    return NumberTerm(name, median, curve_of(known, knots), missing=bool(0 < known.size < values.size))


def _word_term(name: str, values: Words, *, shrunk: bool) -> WordTerm:
    met: dict[str, int] = {}
    for value in values.tolist():
        if value is not None:
            met[value] = met.get(value, 0) + 1
    often = sorted(word for word, count in met.items() if shrunk or count >= RARE)
    rare = len(met) > len(often)
    missing = not shrunk and any(value is None for value in values.tolist())
    return WordTerm(name, (*often, *((OTHER,) if rare else ()), *((UNKNOWN,) if missing else ())), shrunk)


def _number_columns(term: NumberTerm) -> Iterable[Column]:
    if term.curve is not None:
        yield Column((term.name,), LINE, "")
        for place in range(term.curve.bends.shape[1]):
            yield Column((term.name,), BEND, str(place + 1))
    if term.missing:
        yield Column((term.name,), MISSING, UNKNOWN)


def _word_columns(term: WordTerm) -> Iterable[Column]:
    for level in term.levels:
        yield Column((term.name,), SHRUNK if term.shrunk else LEVEL, level)


def _products(interactions: tuple[tuple[str, str], ...], columns: list[Column], plain: Floats) -> list[tuple[int, int]]:
    """The places of the columns that are multiplied: lines of numbers and levels of words, where enough rows have
    both."""
    sides: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        if column.kind != BEND:
            sides.setdefault(column.features[0], []).append(place)
    pairs = [both for one, other in interactions for both in product(sides.get(one, []), sides.get(other, []))]
    return [(one, other) for one, other in pairs if np.count_nonzero(plain[:, one] * plain[:, other]) >= RARE]


def _pair_column(one: Column, other: Column) -> Column:
    return Column((*one.features, *other.features), PAIR, f"{one.label} x {other.label}".removeprefix(" x "))


def _plain_matrix(
    numbers: tuple[NumberTerm, ...], words: tuple[WordTerm, ...], values: list[Floats], codes: list[Ints], rows: int
) -> Floats:
    """The columns of single features."""
    blocks = [_number_block(term, each) for term, each in zip(numbers, values, strict=True)]
    blocks += [_word_block(term, each) for term, each in zip(words, codes, strict=True)]
    return np.column_stack([np.zeros((rows, 0)), *blocks])


def _with_products(plain: Floats, products: Iterable[tuple[int, int]]) -> Floats:
    return np.column_stack([plain, *(plain[:, one] * plain[:, other] for one, other in products)])


def _number_block(term: NumberTerm, values: Floats) -> Floats:
    gaps = np.isnan(values)
    filled = np.where(gaps, term.median, values)
    curve = term.curve.columns(filled) if term.curve is not None else np.zeros((len(values), 0))
    return np.column_stack([curve, gaps.astype(float)]) if term.missing else curve


def _word_block(term: WordTerm, codes: Ints) -> Floats:
    other, unknown = (term.levels.index(word) if word in term.levels else -1 for word in (OTHER, UNKNOWN))
    places = np.where(codes == _NEVER_MET, other, np.where(codes == _NOT_KNOWN, unknown, codes))
    block = np.zeros((len(codes), len(term.levels)))
    rows = np.flatnonzero(places >= 0)
    block[rows, places[rows]] = 1.0
    return block


_NOT_KNOWN, _NEVER_MET = -1, -2


def _codes(values: Words, term: WordTerm) -> Ints:
    """The place of each word among the levels; below 0 where it is not known or was never met."""
    places: dict[str | None, int] = {word: place for place, word in enumerate(term.levels) if word != UNKNOWN}
    places[None] = _NOT_KNOWN
    found = map(places.get, values.tolist(), repeat(_NEVER_MET))
    return np.fromiter(found, dtype=np.int64, count=len(values))


def _rows(known: Columns) -> int:
    return next((len(values) for values in known.values()), 0)


def _numbers_of(known: Columns, name: str) -> Floats:
    values = _column_of(known, name)
    if not is_number(values):
        raise Unfit(f"{name} is named as a number, and the column holds words.")
    return np.where(np.isfinite(values), values, np.nan).astype(np.float64)


def _words_of(known: Columns, name: str) -> Words:
    values = _column_of(known, name)
    if is_number(values):
        raise Unfit(f"{name} is named as words, and the column holds numbers.")
    return np.asarray(values, dtype=np.object_)


def _column_of(known: Columns, name: str) -> Floats | Words:
    if name not in known:
        raise Unfit(f"The model reads {name}, and the spells have no such column.")
    return known[name]
