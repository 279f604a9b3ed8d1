"""One amount in whole kroner that stands in two places with a krone between, or with a slip of the hand.

Two amounts are taken for one where nothing else could bring them so near: less than a krone and a half apart, or six or
more significant digits of which one differs or two have changed places. Amounts of a table beside each other are not
compared: years may well differ by a krone; only its totals of costs and of income are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pejl.calendar.numbers import danish_amount
from pejl.calendar.rows import in_a_row
from pejl.minutes.checks.agreement import Printed
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind, full_stop
from pejl.minutes.checks.sums.amounts import InTable, InText, Stated
from pejl.minutes.checks.sums.said import ROUNDING
from pejl.minutes.document import Lines

RULE = "sum-restated"

_SMALLEST = 10_000
_A_KRONE = Decimal("1.5")
_FEWEST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class _Place:
    """An exact amount and where it stands."""

    printed: Printed
    text: str
    where: str
    lines: Lines
    cell: InTable | None = None

    @property
    def value(self) -> Decimal:
        return self.printed.value


def restated(found: Stated) -> Iterator[Flag]:
    """Flags of the item's exact amounts that are told in two ways."""
    places = sorted(
        [*_in_text(found.texts), *_in_tables([*found.cells, *found.unnamed])], key=lambda place: place.value
    )
    told: set[Decimal] = set()
    for group in _near(places):
        if any(_contradict(one, other, group) for one, other in _pairs(group)):
            told.update(place.value for place in group)
            yield _flag(group, rounding=True)
    yield from _slips(places, told)


def _in_text(texts: list[InText]) -> Iterator[_Place]:
    for each in texts:
        figure = each.figure
        if figure.step <= 1 and figure.value >= _SMALLEST and not figure.blurred:
            yield _Place(figure.printed, figure.text, "i teksten", each.lines)


def _in_tables(cells: list[InTable]) -> Iterator[_Place]:
    for cell in cells:
        if cell.printed.step <= 1 and cell.printed.value >= _SMALLEST:
            yield _Place(cell.printed, cell.text, _where(cell), cell.lines, cell)


def _where(cell: InTable) -> str:
    row, column = cell.grid.rows[cell.row].strip(), cell.grid.columns[cell.column].strip()
    return f"i tabellen under {' og '.join(f'»{label[:60]}«' for label in (row, column) if label)}"


def _near(places: list[_Place]) -> Iterator[list[_Place]]:
    """The amounts in groups that have no more than a krone and a half between one and the next."""
    group: list[_Place] = []
    for place in places:
        if group and place.value - group[-1].value > _A_KRONE:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _pairs(group: list[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """One place for each value and kind of place, each beside each."""
    kinds: dict[tuple[Decimal, Decimal, str], _Place] = {}
    for place in group:
        kinds.setdefault((place.value, place.printed.step, place.cell.side if place.cell else "text"), place)
    found = list(kinds.values())[:20]
    yield from ((one, other) for at, one in enumerate(found) for other in found[at + 1 :])


def _contradict(one: _Place, other: _Place, group: list[_Place]) -> bool:
    """Whether the two must be one amount, and no amount rounds to both."""
    if _agree(one, other):
        return False
    if one.cell and other.cell:
        sides = {one.cell.side, other.cell.side}
        return one.cell.grid is other.cell.grid and one.cell.total and other.cell.total and sides == {"cost", "income"}
    cells = [place for place in group if place.cell]
    if not one.cell and not other.cell and one.lines == other.lines and one.printed.step == other.printed.step:
        return False
    return not any(_agree(text, cell) for text in (one, other) if text.cell is None for cell in cells)


def _agree(one: _Place, other: _Place) -> bool:
    """Whether the more finely printed of the two rounds to the other."""
    return abs(one.value - other.value) <= abs(one.printed.step - other.printed.step) / 2


def _slips(places: list[_Place], told: set[Decimal]) -> Iterator[Flag]:
    """Amounts of the text that one slip makes of another amount, and that stand nowhere else."""
    counted: dict[Decimal, list[_Place]] = {}
    for place in places:
        counted.setdefault(place.value, []).append(place)
    forms: dict[str, list[Decimal]] = {}
    for value in counted:
        for form in _one_slip_forms(value):
            forms.setdefault(form, []).append(value)
    seen: set[frozenset[Decimal]] = set()
    for values in forms.values():
        for one, other in pairwise(values):
            pair = frozenset((one, other))
            if len(pair) == 2 and pair not in seen and not pair & told and _is_slip(counted, one, other):
                seen.add(pair)
                yield _flag([*counted[one], *counted[other]], rounding=False)


def _one_slip_forms(value: Decimal) -> Iterator[str]:
    """What two amounts have in common that differ in one digit, or have two neighbouring digits changed about."""
    digits = str(int(value))
    if value != int(value) or len(digits.rstrip("0")) < _FEWEST_DIGITS:
        return
    yield from (f"{digits[:at]}?{digits[at + 1 :]}" for at in range(len(digits)))
    for at in range(len(digits) - 1):
        yield f"{digits[:at]}{''.join(sorted(digits[at : at + 2]))}~{digits[at + 2 :]}"


def _is_slip(counted: dict[Decimal, list[_Place]], one: Decimal, other: Decimal) -> bool:
    """Whether one of the two stands once, in the text, and the other elsewhere than in its passage."""
    for odd, usual in ((counted[one], counted[other]), (counted[other], counted[one])):
        if len(odd) == 1 and odd[0].cell is None and all(place.lines != odd[0].lines for place in usual):
            return True
    return False


def _flag(group: list[_Place], *, rounding: bool) -> Flag:
    """One flag for an amount that is told in several ways, the way that stands in most places last."""
    by_value: dict[Decimal, list[_Place]] = {}
    for place in group:
        by_value.setdefault(place.value, []).append(place)
    ways = sorted(by_value.values(), key=lambda same: (len(same), -same[0].lines.first))
    told = [f"{_amount(same[0])} {same[0].where}" for same in ways]
    sentence = full_stop(f"{LEAD_IN}Beløbet er {in_a_row(told)}")
    lines = sorted({(place.lines.first, place.lines.last) for place in group})
    return Flag(
        kind=FlagKind.SUM,
        rule=RULE,
        sentence=sentence + (ROUNDING if rounding else " Det ligner en tastefejl."),
        stated=_amount(ways[0][0]),
        computed=_amount(ways[-1][0]),
        certainty=Certainty.CERTAIN if rounding else Certainty.LIKELY,
        rounding=rounding,
        lines=[Lines(first=first, last=last) for first, last in lines],
    )


def _amount(place: _Place) -> str:
    return place.text if "kr" in place.text else danish_amount(place.value)
