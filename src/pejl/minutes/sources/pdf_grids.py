"""Where a PDF page has ruled tables: the cells that its lines enclose.

The ruled lines come from PDFium, which has them at hand; pdfplumber tells which cells they enclose. Its own way to the
lines reads the whole page a second time and takes some fifty times as long as the text itself.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice, pairwise, repeat
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pypdfium2 import raw as pdfium_c

from pejl.minutes.sources.pdf_calls import address, get_object, get_object_type
from pejl.minutes.sources.wrapped_lines import joined

Cell = tuple[float, float, float, float]
"""Left, top, right, bottom; the vertical numbers grow downwards from the page's origin, as pdfplumber has them."""

_Point = tuple[float, float]

_THIN = 3.0
"""Points: what is thinner is a line; lines nearer to each other are one line."""

_MOST_PATHS = 4_000
_MOST_EDGES = 300
_MOST_CROSSINGS = 1_500
"""A page with more lines than these is a drawing, not a table; finding its cells would take too long."""

_MOST_LINES_IN_CELL = 40
"""A cell with more lines than this holds running text."""


class Grid:
    """The cells of one ruled table, and the text that was put into them."""

    def __init__(self, cells: list[Cell]) -> None:
        self._cells = sorted(cells, key=lambda cell: (cell[1], cell[0]))
        self._texts: list[list[str]] = [[] for _ in cells]
        self._top = min(cell[1] for cell in cells)
        self._bottom = max(cell[3] for cell in cells)

    def emptied(self) -> Grid:
        """The same cells without text."""
        return Grid(self._cells)

    def spans_height(self, y: float) -> bool:
        """Whether a line at height `y` above the page's origin stands beside or in the table."""
        return self._top <= -y <= self._bottom

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell around a point, or None."""
        return next(
            (
                number
                for number, (left, top, right, bottom) in enumerate(self._cells)
                if left <= x < right and top <= -y < bottom
            ),
            None,
        )

    def put(self, cell: int, text: str) -> None:
        """Add a line of text to a cell."""
        self._texts[cell].append(text)

    def is_table(self) -> bool:
        """Whether the cells hold a table: text in two columns or more, and no cell with a page's worth of it."""
        rows = self.rows()
        return bool(rows) and len(rows[0]) > 1 and all(len(lines) <= _MOST_LINES_IN_CELL for lines in self._texts)

    def rows(self) -> list[list[str]]:
        """The table's rows, all of one length. A cell over several columns or rows stands in the first of each.

        Rows and columns without any text are spacing, not data, and are left out.
        """
        lefts = sorted({cell[0] for cell in self._cells})
        tops = sorted({cell[1] for cell in self._cells})
        rows = [[""] * len(lefts) for _ in tops]
        for (left, top, _, _), lines in zip(self._cells, self._texts, strict=True):
            rows[tops.index(top)][lefts.index(left)] = joined(lines)
        used = [column for column in range(len(lefts)) if any(row[column] for row in rows)]
        return [[row[column] for column in used] for row in rows if any(row)]


def find_grids(page: pdfium.PdfPage) -> list[Grid]:
    """The ruled tables of a page, from the top; none where it has no lines across each other."""
    edges = list(_edges(page))
    if {edge["orientation"] for edge in edges} != {"h", "v"}:
        return []
    edges = merge_edges(edges, _THIN, _THIN, _THIN, _THIN)
    if len(edges) > _MOST_EDGES:
        return []
    crossings = edges_to_intersections(edges, _THIN, _THIN)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    return [Grid(cells) for cells in _tables(edges, crossings)]


def _tables(edges: list[dict[str, Any]], crossings: dict[_Point, Any]) -> list[list[Cell]]:
    """The cells between lines, table by table; `crossings` are the points where they meet."""
    lefts = sorted({left for left, _ in crossings})
    tops = sorted({top for _, top in crossings})
    if len(edges) == len(lefts) + len(tops) and len(crossings) == len(lefts) * len(tops) > 4:
        # Every line crosses all that it can, as in most tables: no need to ask which corners belong together, which
        # takes longer than the page's text.
        return [
            [(left, top, right, bottom) for top, bottom in pairwise(tops) for left, right in pairwise(lefts)],
        ]
    return cells_to_tables(intersections_to_cells(crossings))


def _edges(page: pdfium.PdfPage) -> Iterator[dict[str, Any]]:
    """Every horizontal and vertical line of the page, and the sides of every rectangle."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for item in islice(_paths(page), _MOST_PATHS):
        if pdfium_c.FPDFPath_CountSegments(item) > 5:
            yield from _segment_edges(item)
        elif pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            yield from _sides(left.value, -top.value, right.value, -bottom.value)


def _paths(page: pdfium.PdfPage) -> Iterator[Any]:
    """The drawn lines and areas of the page; most of its objects are text."""
    count = pdfium_c.FPDFPage_CountObjects(page)
    for item in map(get_object, repeat(address(page.raw)), range(count)):
        if get_object_type(item) == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield ctypes.cast(item, pdfium_c.FPDF_PAGEOBJECT)


def _sides(left: float, top: float, right: float, bottom: float) -> Iterator[dict[str, Any]]:
    """A thin box is one line; any other has four sides."""
    wide, high = right - left > _THIN, bottom - top > _THIN
    if wide and high:
        yield from (_edge(left, top, right, top), _edge(left, bottom, right, bottom))
        yield from (_edge(left, top, left, bottom), _edge(right, top, right, bottom))
    elif wide:
        middle = (top + bottom) / 2
        yield _edge(left, middle, right, middle)
    elif high:
        middle = (left + right) / 2
        yield _edge(middle, top, middle, bottom)


def _segment_edges(path: Any) -> Iterator[dict[str, Any]]:
    """The straight lines of a path that draws more than one rectangle."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(path, matrix)
    for (x0, y0, _), (x1, y1, drawn) in pairwise(_points(path, matrix)):
        if drawn:
            yield from _sides(min(x0, x1), min(-y0, -y1), max(x0, x1), max(-y0, -y1))


def _points(path: Any, matrix: Any) -> Iterator[tuple[float, float, bool]]:
    """The path's points on the page, and whether a line is drawn to each from the one before."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    for number in range(min(pdfium_c.FPDFPath_CountSegments(path), _MOST_PATHS)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, number)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        yield *point, kind == pdfium_c.FPDF_SEGMENT_LINETO
        if start and pdfium_c.FPDFPathSegment_GetClose(segment):
            yield *start, True


def _edge(x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    """A line as pdfplumber writes one."""
    orientation = "v" if x0 == x1 else "h"
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": orientation,
    }
