"""Errors on purpose: rows that quarantine has to find, each with one fault of a known kind, and a list of them.

A planted row is a copy of a good one under a key of its own, or with a broken cell where the key is the row's matter,
so no good row is lost for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from pejl.intake.contract import Table
from pejl.intake.faults import FaultKind
from pejl.register.simulation.draws import Draws

SHARE = 0.02
"""How many rows are planted for each good one."""

UNKNOWN = "FK999999"
"""The number of a person whom no delivery knows."""

EXTRA_CELL = "overskydende"


@dataclass(frozen=True)
class Mistake:
    """One way of getting a row wrong: the fault and the column that quarantine names, and the cells that do it."""

    kind: FaultKind
    column: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Planted:
    """A planted row: where it stands, and what is wrong with it."""

    table: str
    file: str
    line: int
    kind: FaultKind
    column: str


def _wrong(kind: FaultKind, column: str, cell: str, **others: str) -> Mistake:
    return Mistake(kind, column, {column: cell, **others})


K = FaultKind
MISTAKES: Mapping[str, tuple[Mistake, ...]] = {
    "persons": (
        _wrong(K.TOO_SMALL, "birth_year", "1872"),
        _wrong(K.NO_WHOLE_NUMBER, "birth_year", "1985,5"),
        _wrong(K.NOT_ALLOWED, "family", "kollektiv"),
        _wrong(K.PART_LARGER_THAN_WHOLE, "children_at_home", "3", children="1"),
        _wrong(K.NO_FLAG, "education", "måske"),
        _wrong(K.MISSING, "municipality", ""),
    ),
    "benefit_spells": (
        _wrong(K.NO_DAY, "start", "31-02-2025"),
        _wrong(K.MISSING, "start", ""),
        _wrong(K.NOT_ALLOWED, "benefit", "Ydelse 99"),
        _wrong(K.ENDS_BEFORE_START, "end", "01-01-1999"),
        _wrong(K.NOT_FOUND, "person", UNKNOWN),
        _wrong(K.TOO_SMALL, "hours_paid", "-5,00"),
    ),
    "talks": (
        _wrong(K.OTHER_COLUMN_NEEDED, "cancelled_by", "", status="aflyst"),
        _wrong(K.NO_DAY, "day", "i morgen"),
        _wrong(K.NOT_ALLOWED, "status", "glemt"),
        _wrong(K.MISSING, "person", ""),
        _wrong(K.NOT_FOUND, "person", UNKNOWN),
    ),
    "offers": (
        _wrong(K.OTHER_COLUMN_NEEDED, "end", "", status="gennemfoert"),
        _wrong(K.TOO_LARGE, "hours_a_week", "99"),
        _wrong(K.ENDS_BEFORE_START, "end", "01-01-1999"),
        _wrong(K.TOO_LONG, "place", "Fjordby " * 12),
    ),
    "plans": (
        _wrong(K.ENDS_BEFORE_START, "updated", "01-01-1999"),
        _wrong(K.NOT_ALLOWED, "kind", "huskeliste"),
        _wrong(K.MISSING, "made", ""),
        _wrong(K.KEY_TWICE, "id", "P-dobbelt"),
        _wrong(K.KEY_TWICE, "id", "P-dobbelt"),
    ),
    "payments": (
        _wrong(K.TOO_MANY_DECIMALS, "gross", "1234,567"),
        _wrong(K.NO_NUMBER, "gross", "ukendt"),
        _wrong(K.TOO_SMALL, "gross", "-100,00"),
        _wrong(K.NO_DAY, "month", "2025-13"),
        _wrong(K.TOO_LARGE, "wage_hours", "999"),
    ),
    "sick_leave_spells": (
        _wrong(K.ENDS_BEFORE_START, "last_day", "01-01-1999"),
        _wrong(K.MISSING, "employer", ""),
        _wrong(K.NOT_ALLOWED, "cause_group", "træthed"),
        _wrong(K.TOO_LARGE, "expected_by_citizen", "900"),
    ),
    "decisions": (
        _wrong(K.OTHER_COLUMN_NEEDED, "answered", "", outcome="hjemvist", authority="ankestyrelsen"),
        _wrong(K.ENDS_BEFORE_START, "complained", "01-01-1999", reassessed="", answered="", outcome=""),
        _wrong(K.NOT_ALLOWED, "act", "grundloven"),
    ),
    "programme_courses": (
        _wrong(K.NOT_ALLOWED, "programme", "korsang"),
        _wrong(K.ENDS_BEFORE_START, "end", "01-01-1999", aftercare=""),
    ),
    "transport_grants": (
        _wrong(K.TOO_LARGE, "cost_a_year", "9000000,00"),
        _wrong(K.MISSING, "purpose", ""),
    ),
    "ledger_lines": (_wrong(K.MISSING, "spent", ""), _wrong(K.NO_NUMBER, "original_budget", "se bilag")),
    "survey_answers": (
        _wrong(K.NO_NUMBER, "answer", "meget"),
        _wrong(K.MISSING, "answered", ""),
        _wrong(K.TOO_LONG, "question", "spoergsmaal" * 9),
    ),
}


def plant(
    table: Table, file: str, lines: list[str], heads: list[str], spelled: Callable[[str, str], str], draws: Draws
) -> tuple[list[str], list[Planted]]:
    """The lines of a file with planted ones among them, and what was planted. `heads` are the contract's columns in
    the file's order; `spelled` writes a word of the contract as the source does. The file's first line is its heads."""
    mistakes = MISTAKES[table.name]
    many = max(round(len(lines) * SHARE), len(mistakes) + 1) if lines else 0
    copied = draws.between(0, max(len(lines) - 1, 0), many).tolist()
    made = [
        _line(table, lines[source], heads, _mistake(mistakes, place), place, spelled)
        for place, source in enumerate(copied)
    ]
    before = np.sort(draws.between(0, len(lines), many)).tolist()
    found: list[str] = []
    planted: list[Planted] = []
    reached = 0
    for place, position in enumerate(before):
        found += lines[reached:position]
        reached = position
        found.append(made[place])
        mistake = _mistake(mistakes, place)
        planted.append(Planted(table.name, file, len(found) + 1, mistake.kind, mistake.column))
    return found + lines[reached:], planted


_TOO_MANY = Mistake(FaultKind.WRONG_NUMBER_OF_CELLS, "", {})


def _mistake(mistakes: tuple[Mistake, ...], place: int) -> Mistake:
    """Each kind in turn. A key stands twice in the first round only; a row with too many cells comes last."""
    turn, which = divmod(place, len(mistakes) + 1)
    if which == len(mistakes) or (turn and mistakes[which].kind is FaultKind.KEY_TWICE):
        return _TOO_MANY
    return mistakes[which]


def _line(
    table: Table, line: str, heads: list[str], mistake: Mistake, place: int, spelled: Callable[[str, str], str]
) -> str:
    """A copy of a good line with the mistake in it, and a key that no good row has."""
    cells = dict(zip(heads, line.split(";"), strict=True))
    if table.name == "persons":
        cells["person"] = f"FKX{place:05d}"
    elif "id" in cells:
        cells["id"] = f"X{cells['id'][0]}{place:06d}"
    cells |= {column: spelled(column, cell) for column, cell in mistake.cells.items()}
    written = ";".join(cells[head] for head in heads)
    return f"{written};{EXTRA_CELL}" if mistake is _TOO_MANY else written
