"""Figures in the text against the table beside it: its total, and the cell that the words point at.

A sentence points at a cell when it names one row of the table and no other, and when the words right before the amount
are the heading of one of its columns ("forventet forbrug på", "mindreforbrug på"). It points at the total when it says
"i alt" and names the table. An amount that stands somewhere in a table is never flagged, nor one that is far from the
cell: the sentence is then about something else. A total that does not name the table is held against it only where one
slip of the hand makes one of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pejl.minutes.checks.agreement import Agreement, Computed, agreement
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind, full_stop
from pejl.minutes.checks.misprint import one_slip_apart
from pejl.minutes.checks.sums.amounts import InTable, InText, Stated
from pejl.minutes.checks.sums.figures import Figure, Unit, grain_of, written
from pejl.minutes.checks.tables.labels import LineRole, line_role, years_of
from pejl.minutes.stems import akin, stem

RULE = "sum-beside-table"

_WORD = re.compile(r"[^\W\d_]{4,40}")
_SURPLUS = re.compile(r"\b(?:mer|mindre)forbrug\w*\s(?:\S+\s){0,3}på\s\Z", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:i\salt|ialt|samlet|samlede|totalt)\b", re.IGNORECASE)
_TOTAL_AFTER = re.compile(r"\s(?:i\salt|ialt|samlet|totalt)\b", re.IGNORECASE)
_NAMES_TABLE = re.compile(r"\b(?:tabel(?:len)?|nedenfor|nedenstående|ovenstående|oversigten|skemaet)\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:forvent\w*|ventet|skønnet|estimeret)\b", re.IGNORECASE)
_WHICH_BUDGET = re.compile(r"\b(vedtag|korriger|oprindelig)", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:seneste|sidste|forrige|foregående|tidligere|sidst)\s(?:års?|måned\w*|kvartal\w*|halvår\w*|møde\w*|gang|[^\W\d_]*opfølgning\w*|"
    r"[^\W\d_]*prognose\w*|[^\W\d_]*skøn\w*)\b|\båret\sfør\b|\bbudgetvedtagelse\w*",
    re.IGNORECASE,
)
_AFTER = 80
_NEAR = Decimal("0.2")
_PREFIX = 6
_MOST = 400
"""Amounts and rows beyond these are more than a reader compares."""


def beside_tables(found: Stated) -> Iterator[Flag]:
    """Flags of figures in the text that differ from the cell they are about."""
    for texts, cells in ((found.texts, found.cells), (found.counts, found.counted)):
        if not cells or len(texts) > _MOST:
            continue
        tables = [_Table(table) for table in _by_table(cells) if len(table[0].grid.rows) <= _MOST]
        for text in texts:
            if not text.figure.blurred:
                yield from _unless_it_agrees(found, text, tables)


def _unless_it_agrees(found: Stated, text: InText, tables: list[_Table]) -> Iterator[Flag]:
    pointed = [cell for table in tables for cell in table.pointed_at(text)]
    if not pointed or not all(_differs(text.figure, cell) and _is_near(text.figure, cell) for cell in pointed):
        return
    if not found.in_a_cell(text.figure):
        yield _flag(text, pointed[0])


def _by_table(cells: list[InTable]) -> list[list[InTable]]:
    tables: dict[int, list[InTable]] = {}
    for cell in cells:
        tables.setdefault(id(cell.grid), []).append(cell)
    return list(tables.values())


@dataclass(frozen=True)
class _Table:
    """A table's cells with the words of its labels."""

    cells: list[InTable]

    @cached_property
    def row_stems(self) -> list[frozenset[str]]:
        """The stems of each row's label."""
        return [frozenset(stem(word.casefold()) for word in _WORD.findall(label)) for label in self.cells[0].grid.rows]

    @cached_property
    def column_words(self) -> list[list[str]]:
        """The words of each column's heading."""
        labels = self.cells[0].grid.columns
        return [[word.casefold() for word in _WORD.findall(_SUPPOSED.sub("", label))] for label in labels]

    def pointed_at(self, text: InText) -> list[InTable]:
        """The cells that the sentence may be about."""
        sentence = text.told.sentence_around(text.at)
        if _EARLIER.search(sentence):
            return []  # a table beside the text is of now
        row = self._row(sentence) if text.figure.unit is Unit.KRONER else None
        if row is not None:
            columns = self._columns(text, sentence)
            if found := [cell for cell in self.cells if cell.row == row and cell.column in columns]:
                return found
        if not (_TOTAL.search(text.told.before(text.at)[-_AFTER:]) or _TOTAL_AFTER.match(text.told.after(text.at))):
            return []
        total = self._grand_total()
        if _NAMES_TABLE.search(sentence):
            return total
        money = text.figure.unit is Unit.KRONER
        return [cell for cell in total if money and one_slip_apart(text.figure.value, cell.printed.value)]

    def _row(self, sentence: str) -> int | None:
        """The one row that the sentence names; a total row where it speaks of the whole and names no other."""
        stems = {stem(word.casefold()) for word in _WORD.findall(sentence)}
        roles = [line_role(label) for label in self.cells[0].grid.rows]
        named = [
            row
            for row, label in enumerate(self.row_stems)
            if label and roles[row] is not LineRole.TOTAL and all(any(akin(one, two) for two in stems) for one in label)
        ]
        if len(named) == 1:
            return named[0]
        totals = [row for row, role in enumerate(roles) if role is LineRole.TOTAL]
        return totals[0] if not named and len(totals) == 1 and _TOTAL.search(sentence) else None

    def _columns(self, text: InText, sentence: str) -> set[int]:
        """The columns whose headings stand right before the amount, for the year of the sentence."""
        before, after = text.told.before(text.at)[-_AFTER:], text.told.after(text.at)[:_AFTER]
        labels = self.cells[0].grid.columns
        said = [word.casefold() for word in _WORD.findall(before)]
        if _SURPLUS.search(before):
            budget = {word.casefold() for word in _WHICH_BUDGET.findall(after)}
            columns = {at for at, label in enumerate(labels) if line_role(label) is LineRole.DIFFERENCE}
            named = {at for at in columns if budget & {word.casefold() for word in _WHICH_BUDGET.findall(labels[at])}}
            found = named if budget and named else columns if len(columns) == 1 and not budget else set()
        else:
            found = {
                at
                for at, words in enumerate(self.column_words)
                if words and line_role(labels[at]) is LineRole.PART and all(_said(word, said) for word in words)
            }
        years = years_of(sentence)
        return {at for at in found if not years or not years_of(labels[at]) or years & years_of(labels[at])}

    def _grand_total(self) -> list[InTable]:
        """The cell that is total of the whole: the last total of the last total row, or of the only column."""
        grid = self.cells[0].grid
        rows = [at for at, label in enumerate(grid.rows) if line_role(label) is LineRole.TOTAL]
        columns = [at for at, label in enumerate(grid.columns) if line_role(label) is LineRole.TOTAL]
        if len(rows) == 1 and len(grid.columns) == 1:
            columns = [0]
        if len(columns) == 1 and len(grid.rows) == 1:
            rows = [0]
        return [cell for cell in self.cells if [cell.row] == rows and [cell.column] == columns]


def _said(word: str, said: list[str]) -> bool:
    """Whether the word is among those said, whatever its ending."""
    return any(other[:_PREFIX] == word[:_PREFIX] for other in said)


def _differs(figure: Figure, cell: InTable) -> bool:
    stated = Computed(abs(cell.printed.value), cell.printed.step / 2, cell.printed.step)
    positive = figure.printed.__class__(abs(figure.value), figure.step)
    return agreement(positive, stated, grain_of([figure])) is Agreement.DIFFERS


def _is_near(figure: Figure, cell: InTable) -> bool:
    stated, there = abs(figure.value), abs(cell.printed.value)
    return abs(stated - there) <= _NEAR * max(stated, there) or one_slip_apart(stated, there)


def _flag(text: InText, cell: InTable) -> Flag:
    row, column = cell.grid.rows[cell.row].strip(), cell.grid.columns[cell.column].strip()
    where = " og ".join(f"»{label[:60]}«" for label in (row, column) if label)
    computed = written(abs(cell.printed.value), text.figure)
    lines = sorted(((line.first, line.last), line) for line in {text.lines: 0, cell.lines: 0})
    return Flag(
        kind=FlagKind.SUM,
        rule=RULE,
        sentence=full_stop(f"{LEAD_IN}Teksten siger {text.figure.text}, men tabellen har {computed} under {where}"),
        stated=text.figure.text,
        computed=computed,
        certainty=Certainty.LIKELY,
        lines=[line for _, line in lines],
    )
