"""The rows of a text file, as a stream: a few megabytes are held at a time, however large the file.

Every row knows the physical line it begins on, also where cells hold line breaks and where lines are blank. A row with
too few or too many cells is told of by its line and nothing else. A quotation mark that is never closed would make rows
vanish within a cell, so such a file is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from pejl.intake.description.described import DescribedTable
from pejl.intake.faults import Fault, FaultKind, Refused
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.rows.columns import Columns
from pejl.intake.rows.encoding import UTF8, encoding_of
from pejl.intake.rows.headings import spelled
from pejl.intake.rows.layout import HEAD_BYTES, Layout, layout_of
from pejl.intake.rows.physical_lines import PhysicalLines, Skipped
from pejl.intake.rows.raw import RawBatch
from pejl.intake.rows.text_stream import UNREADABLE, TextStream

BLOCK = 4 << 20
"""How many bytes are held at a time; no row may be longer."""
LINES_IN_A_ROW = 200
"""A row over more lines is taken for a quotation mark that was never closed."""
MALFORMED = 20_000
"""From so many rows of another width on, and when they are most, the file is taken to have another layout."""

_BREAK = re.compile(r"\r\n|\r|\n")
_BREAKS = re.compile(rb"[\r\n]")
_NOTHING = ' \t\r\n\xa0\x1a"'
_OTHER_WIDTH = Fault(FaultKind.WRONG_NUMBER_OF_CELLS, "")
_UNREADABLE = Fault(FaultKind.UNREADABLE_BYTES, "")


def read_csv(file: DeliveredFile, described: DescribedTable) -> Iterator[RawBatch]:
    """The rows of a CSV or text file. Raises `Refused`."""
    encoding = encoding_of(file.name, file.size, file.signs, described.encoding)
    with file.open() as opened:
        stream = TextStream(opened, encoding)
        layout = _layout(file.name, stream, described)
        columns = Columns(file.name, spelled(file.name, layout.names, described), layout.names)
        yield from _Reading(file.name, layout, columns, stream, bool(described.encoding) and encoding != UTF8).batches()


def _layout(name: str, stream: TextStream, described: DescribedTable) -> Layout:
    """How the file is laid out; the stream stands at its first row afterwards."""
    head = b""
    while len(head) < HEAD_BYTES and (piece := stream.read(HEAD_BYTES)):
        head += piece
    layout = layout_of(name, head, len(head) < HEAD_BYTES, described)
    stream.give_back(head[layout.length :])
    stream.quotes -= head[: layout.length].count(b'"')
    return layout


class _Reading:
    """One pass over the rows of one file. `stated` tells that its encoding is stated and may prove wrong."""

    def __init__(self, name: str, layout: Layout, columns: Columns, stream: TextStream, stated: bool) -> None:
        self._name = name
        self._layout = layout
        self._columns = columns
        self._stream = stream
        self._stated = stated
        self._lines = PhysicalLines(layout.line)
        self._skipped = 0
        self._ends_with_breaks = False
        self._refused: Refused | None = None

    def batches(self) -> Iterator[RawBatch]:
        """The rows, and last of all those of another width that stand after them."""
        for batch in self._parsed():
            yield self._placed(batch)
        malformed = self._malformed(self._lines.rest())
        if self._ends_with_breaks and self._stream.quotes % 2:
            raise self._never_closed(self._lines.last)
        if malformed:
            yield RawBatch(self._columns.none(), pa.array([], pa.int64()), malformed)

    def _parsed(self) -> Iterator[pa.RecordBatch]:
        numbers = [str(number) for number in range(len(self._layout.names))]
        try:
            yield from pacsv.open_csv(
                self._stream,
                # Without threads rows are numbered, and those of another width are told of in their order.
                read_options=pacsv.ReadOptions(column_names=numbers, block_size=BLOCK, use_threads=False),
                parse_options=pacsv.ParseOptions(
                    delimiter=self._layout.delimiter,
                    newlines_in_values=True,
                    ignore_empty_lines=False,
                    invalid_row_handler=self._skip,
                ),
                convert_options=pacsv.ConvertOptions(
                    column_types={number: pa.string() for number in numbers}, strings_can_be_null=False
                ),
            )
        except pa.ArrowInvalid as trouble:
            if "Empty CSV" not in str(trouble):
                # What the parser says may show what stands in the row.
                raise self._refused or self._too_long() from None

    def _skip(self, row: pacsv.InvalidRow) -> str:
        """A row of another width."""
        text = row.text
        if not text.strip(_NOTHING + self._layout.delimiter):
            self._lines.skip(Skipped(row.number, len(_BREAK.findall(text)), blank=True))
            return "skip"
        self._skipped += 1
        if self._skipped > MALFORMED and self._skipped * 2 > row.number:
            self._refused = Refused(
                f"{self._name}: mere end halvdelen af rækkerne har et andet antal felter end de "
                f"{len(self._layout.names)} kolonnenavne. Se efter, om delimiter i delivery.toml passer til filen."
            )
            return "error"
        breaks = len(_BREAK.findall(text))
        self._lines.skip(Skipped(row.number, breaks, swallows=bool(breaks) and self._holds_rows(text)))
        return "skip"

    def _placed(self, batch: pa.RecordBatch) -> RawBatch:
        """A batch with its lines, without blank rows and rows that could not be read."""
        breaks = self._breaks_within(batch)
        lines, skipped = self._lines.of(len(batch), breaks)
        malformed = self._malformed(skipped)
        if breaks is not None:
            self._see_no_row_swallowed(batch, breaks, lines)
        if not skipped or not len(lines) or lines[-1].as_py() > skipped[-1][0]:
            self._ends_with_breaks = breaks is not None and len(breaks) > 0 and breaks[-1].as_py() > 0
        cells: Sequence[pa.StringArray] = [pc.utf8_trim_whitespace(column) for column in batch.columns]
        if self._stream.unreadable and (bad := _rows_with(cells, UNREADABLE)) is not None:
            malformed = sorted([*malformed, *self._unreadable(lines.filter(bad))], key=lambda each: each[0])
            cells, lines = [column.filter(pc.invert(bad)) for column in cells], lines.filter(pc.invert(bad))
        return RawBatch(*self._columns.named(cells, lines), malformed)

    def _malformed(self, skipped: list[tuple[int, Skipped]]) -> list[tuple[int, Fault]]:
        """Rows of another width as faults; `Refused` where one of them has swallowed others."""
        if skipped:
            self._ends_with_breaks = bool(skipped[-1][1].breaks)
        for line, row in skipped:
            if row.swallows:
                raise self._never_closed(line)
        return [(line, _OTHER_WIDTH) for line, row in skipped if not row.blank]

    def _unreadable(self, lines: pa.Int64Array) -> list[tuple[int, Fault]]:
        if self._stated:
            raise Refused(
                f"{self._name}, linje {lines[0].as_py()}: her står tegn, som ikke findes i den kodning, som encoding i "
                "delivery.toml angiver. Ret linjen i delivery.toml, eller slet den, så kodningen findes ud fra filen."
            )
        return [(line, _UNREADABLE) for line in lines.to_pylist()]

    def _breaks_within(self, batch: pa.RecordBatch) -> pa.Int64Array | None:
        """How many line breaks are within each row's cells, None where there are none at all."""
        total = None
        for column in batch.columns if self._stream.quotes else ():
            if _BREAKS.search(column.buffers()[2] or b""):
                breaks = pc.cast(pc.count_substring_regex(column, r"\r\n|\r|\n"), pa.int64())
                total = breaks if total is None else pc.add(total, breaks)
        return total

    def _see_no_row_swallowed(self, batch: pa.RecordBatch, breaks: pa.Int64Array, lines: pa.Int64Array) -> None:
        """Raise `Refused` where a cell holds lines that look like rows."""
        rows = pc.indices_nonzero(breaks)
        for place, column in enumerate(batch.columns):
            for row, text in zip(rows, column.take(rows).to_pylist(), strict=True):
                if ("\n" in text or "\r" in text) and self._swallows(text, place):
                    raise self._never_closed(lines[row.as_py()].as_py())

    def _swallows(self, cell: str, place: int) -> bool:
        """Whether a cell in that place holds rows: a whole one, or the end of its own and the beginning of the next."""
        needed = len(self._layout.names) - 1
        signs = [line.count(self._layout.delimiter) for line in _BREAK.split(cell)]
        a_whole_row = needed > 0 and any(count >= needed for count in signs[1:])
        two_halves = needed > 0 and signs[0] == needed - place and signs[-1] == place
        return len(signs) > LINES_IN_A_ROW or a_whole_row or two_halves

    def _holds_rows(self, text: str) -> bool:
        """Whether a row of another width over several lines has as many signs as two rows."""
        needed = max(len(self._layout.names) - 1, 1)
        return text.count(self._layout.delimiter) >= 2 * needed or len(_BREAK.split(text)) > LINES_IN_A_ROW

    def _never_closed(self, line: int) -> Refused:
        return Refused(
            f"{self._name}, linje {line}: et citationstegn bliver ikke lukket, så de næste rækker ville forsvinde i ét "
            "felt. Ret tegnet i filen, eller gem den på ny fra kilden."
        )

    def _too_long(self) -> Refused:
        return Refused(
            f"{self._name}, efter linje {self._lines.next - 1}: en række fylder mere end {BLOCK >> 20} MB. Enten "
            "bliver et citationstegn ikke lukket, eller filen er ikke en tabel med linjer. Gem den på ny fra kilden."
        )


def _rows_with(cells: Sequence[pa.StringArray], sign: str) -> pa.BooleanArray | None:
    """Which rows hold the sign, None where none does."""
    found = None
    for column in cells:
        here = pc.match_substring(column, sign)
        found = here if found is None else pc.or_(found, here)
    return found if found is not None and pc.any(found).as_py() else None
