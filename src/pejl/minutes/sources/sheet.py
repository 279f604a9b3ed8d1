"""Lines written down as a text file of minutes has them, from the blocks of a Word or web file.

Paragraphs, lists and tables stand apart by an empty line; a heading has `#` before it, one for each level; a list entry
has its number or "-"; a table row has a tab between its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pejl.minutes.sources import limits
from pejl.minutes.sources.characters import split_lines

_MOST_CELLS = 1_000_000
_MOST_LINES_IN_CELL = 15
"""A cell with more lines than this holds running text: the table only lays out the page."""


class Sheet:
    """Collects lines; keeps count of them, so that a file cannot unfold to more text than fits in memory."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._size = 0
        self._last_was_entry = False
        self.laid_out = False
        """Whether a heading or a table was written: then this is more than the text of a cell."""

    @property
    def lines(self) -> list[str]:
        """Every line so far, empty ones between the blocks."""
        return self._lines

    def paragraph(self, text: str) -> None:
        """A paragraph; its own line breaks are kept."""
        self._block(_trimmed(text))

    def heading(self, level: int, text: str) -> None:
        """A heading, on one line."""
        line = " ".join(_trimmed(text))
        if line:
            self.laid_out = True
            self._block([f"{'#' * min(max(level, 1), 6)} {line}"])

    def entry(self, mark: str, text: str) -> None:
        """A list entry with its mark; entries in a row stand together."""
        lines = _trimmed(text)
        if not lines:
            return
        if mark:
            lines[0] = f"{mark} {lines[0]}"
        self._block(lines, together=self._last_was_entry)
        self._last_was_entry = True

    def table(self, rows: Sequence[Sequence[Sheet]]) -> None:
        """A table, or the text of its cells where the table only lays out the page."""
        columns = max((len(row) for row in rows), default=0)
        cells = [cell for row in rows for cell in row]
        if columns < 2 or any(cell.laid_out or len(cell._lines) > _MOST_LINES_IN_CELL for cell in cells):
            for cell in cells:
                self._block(cell._lines)
        else:
            texts = [[cell.as_cell() for cell in row] for row in rows]
            self._block(["\t".join(row + [""] * (columns - len(row))) for row in texts if any(row)])
        self.laid_out = True

    def as_cell(self) -> str:
        """All of it on one line, without tabs."""
        return " ".join(line.replace("\t", " ") for line in self._lines if line)

    def _block(self, lines: Iterable[str], together: bool = False) -> None:
        lines = list(lines)
        if not lines:
            return
        if self._lines and not together:
            self._lines.append("")
        self._lines.extend(lines)
        self._last_was_entry = False
        self._size += sum(map(len, lines))
        if self._size > limits.TEXT_BYTES:
            raise limits.too_much_text()


class CellCount:
    """Counts a file's table cells, blank ones from merging included, and refuses a file with too many."""

    def __init__(self) -> None:
        self._cells = 0

    def add(self, cells: int) -> None:
        """Count `cells` more."""
        self._cells += cells
        if self._cells > _MOST_CELLS:
            raise limits.too_much_text()


def _trimmed(text: str) -> list[str]:
    """The lines that are not blank, without the space around them."""
    return [line.strip(" \t") for line in split_lines(text) if line.strip()]
