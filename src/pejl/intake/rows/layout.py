"""How a text file is laid out: which sign stands between its cells, where its names stand, how wide its rows are.

Found by what the description knows: the line and the sign under which most of its names appear. What two signs explain
equally well is refused with the line as example; it is never guessed.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pejl.intake.description.described import DescribedTable
from pejl.intake.faults import Refused
from pejl.intake.rows.headings import nothing_known, recognised, shown, title_above

DELIMITERS = (";", ",", "\t", "|")
HEAD_BYTES = 1 << 18
"""How much of a file is looked at."""
TITLE_LINES = 30
"""How far down the names of the columns are looked for."""
SAMPLE = 60

_END = re.compile(r"\r\n|\r|\n")
_STATED_BY_EXCEL = re.compile(r"sep=(?P<sign>.)[\r\n]*\Z", re.IGNORECASE)
_WORDS = {";": "semikolon", ",": "komma", "\t": "tabulator", "|": "lodret streg"}


@dataclass(frozen=True)
class Layout:
    """`names` are as wide as the rows; `line` is the first line after the names, and `length` the bytes above it."""

    delimiter: str
    names: tuple[str, ...]
    line: int
    length: int


@dataclass(frozen=True)
class _Heading:
    """Names as they would be with one sign on one line. `end` is the place of the line after them."""

    delimiter: str
    place: int
    end: int
    names: tuple[str, ...]
    known: int


def layout_of(where: str, head: bytes, complete: bool, described: DescribedTable) -> Layout:
    """The layout of a file that begins with `head` (UTF-8; cut anywhere unless `complete`). Raises `Refused`."""
    text = head.decode("utf-8", "ignore")
    ends = [0, *(match.end() for match in _END.finditer(text))]
    lines = [text[start:end] for start, end in pairwise(ends)]
    rest = text[ends[-1] :]
    if rest and complete:
        lines.append(rest)
    if not any(line.strip() for line in lines):
        raise Refused(
            f"{where}: filen er tom. Tag den ud af leverancen, eller gem den på ny med kolonnenavne på første linje."
            if complete
            else f"{where}: den første linje er længere end {HEAD_BYTES // 1024} kB. Det er ikke en tabel med linjer."
        )
    stated = _STATED_BY_EXCEL.match(lines[0])
    signs = (described.delimiter,) if described.delimiter else (stated["sign"],) if stated else DELIMITERS
    heading = _chosen(where, _headings(lines, signs, 1 if stated else 0, described), lines, described)
    rows = list(_records(lines, heading.end, heading.delimiter))
    names = _as_wide_as_rows(heading.names, rows)
    return Layout(heading.delimiter, names, heading.end + 1, sum(len(line.encode()) for line in lines[: heading.end]))


def _headings(lines: list[str], signs: Sequence[str], first: int, described: DescribedTable) -> list[_Heading]:
    """What the names would be, for each sign, on each line where they may stand."""
    if described.header is not None:
        places = [described.header - 1] if described.header <= len(lines) else []
    else:
        places = [place for place in range(first, min(len(lines), TITLE_LINES)) if lines[place].strip()]
    found: list[_Heading] = []
    for place in places:
        for sign in signs:
            if (record := next(_records(lines, place, sign, 1), None)) is not None:
                names, end = record
                found.append(_Heading(sign, place, end, names, recognised(names, described)))
    return found


def _chosen(where: str, headings: list[_Heading], lines: list[str], described: DescribedTable) -> _Heading:
    """The heading under which the description knows most names, or `Refused` with what to write."""
    best = max((heading.known for heading in headings), default=0)
    if not best:
        number = f"linje {described.header}" if described.header else "første linje"
        raise nothing_known(f"{where}, {number}", described)
    first = min(heading.place for heading in headings)
    place = min(heading.place for heading in headings if heading.known == best)
    if place != first:
        raise title_above(where, place + 1)
    equal = [heading for heading in headings if heading.place == place and heading.known == best]
    if len({heading.names for heading in equal}) == 1:
        return equal[0]
    fitting = [heading for heading in equal if _fits(heading, lines)]
    if len(fitting) == 1:
        return fitting[0]
    words = " og ".join(_WORDS[heading.delimiter] for heading in fitting or equal)
    raise Refused(
        f"{where}: linje {place + 1} kan læses med både {words} mellem kolonnerne: »{shown(lines[place])}«. "
        f'Skriv delimiter = "{equal[0].delimiter}" (eller det tegn, der gælder) under tabellen i delivery.toml.'
    )


def _fits(heading: _Heading, lines: list[str]) -> bool:
    """Whether the rows below have as many cells as there are names."""
    widths = {len(cells) for cells, _ in _records(lines, heading.end, heading.delimiter) if any(cells)}
    return not widths or widths == {len(heading.names)}


def _as_wide_as_rows(names: tuple[str, ...], rows: list[tuple[tuple[str, ...], int]]) -> tuple[str, ...]:
    """The names, with columns without a name added or taken away at the end where the rows have or lack them.

    Programs that write a sign after the last cell do not always do so in the first line too.
    """
    widths = Counter(len(cells) for cells, _ in rows if any(cells))
    if not widths:
        return names
    wide = widths.most_common(1)[0][0]
    if wide < len(names) and not any(name.strip() for name in names[wide:]):
        return names[:wide]
    surplus = [cell for cells, _ in rows if len(cells) == wide for cell in cells[len(names) :]]
    return names + ("",) * (wide - len(names)) if wide > len(names) and not any(map(str.strip, surplus)) else names


def _records(lines: list[str], place: int, delimiter: str, most: int = SAMPLE) -> Iterator[tuple[tuple[str, ...], int]]:
    """The cells of the records from a line on, each with the place of the line after it."""
    reader = csv.reader(iter(lines[place:]), delimiter=delimiter)
    try:
        for _, cells in zip(range(most), reader, strict=False):
            yield tuple(cells), place + reader.line_num
    except csv.Error:
        return
