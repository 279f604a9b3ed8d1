"""Web pages (.html): every text on the page, block by block, except scripts, styles and navigation.

Text that is folded away (`details`, hidden tabs) is read as well: the page holds it, and a reader can fold it out.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from pejl.minutes.sources.plain import decode, marked_encoding
from pejl.minutes.sources.sheet import CellCount, Sheet
from pejl.minutes.sources.unreadable import Refusal, Words
from pejl.minutes.sources.word_numbering import written

_DROPPED = {"script", "style", "nav"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "details", "dialog", "div"),
    *("fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hgroup", "hr", "html", "iframe"),
    *("legend", "main", "noscript", "optgroup", "option", "p", "pre", "search", "section", "select", "summary"),
    *("dl", "dt", "dd", "ol", "ul", "menu", "dir", "li", "table", "tbody", "tfoot", "thead", "tr", "td", "th"),
    *("title", "textarea", *_HEADINGS),
}
_KEEPS_LINES = {"pre", "textarea"}
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NO_MARKS = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_MOST_SPAN = 100
_MOST_ROWS = 5_000
_MOST_NESTED_TABLES = 50

# The single-byte encodings in which Danish has been written besides Windows-1252. A page may state any name at all, and
# some of Python's decoders are no encodings of text, or take time in the square of its length.
_RARE_ENCODINGS = {"iso8859-4", "iso8859-10", "iso8859-15", "cp850", "cp865", "cp1257", "mac-roman"}

_DAMAGED = Words("the web page is damaged", "websiden er beskadiget")
_TOO_DEEP = Words("its tables lie too deep within each other", "dens tabeller ligger for dybt inde i hinanden")


def read_web_page(data: bytes) -> list[str]:
    """The lines of a web page."""
    text = page_text(data).replace("\0", "")
    reader = _Reader()
    # The parser hands over what it meets and builds no tree: that takes time in the square of an element's attributes.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, target=cast("Any", reader))
    try:
        etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refusal(_DAMAGED) from error
    return reader.lines


def page_text(data: bytes) -> str:
    """The page's source: what its byte order mark says, else what the page says of itself, else as a text file.

    A page that states ISO-8859-1 is Windows-1252, as in every browser. A page whose bytes are UTF-8 is read so even if
    it states a single-byte encoding: text in those is never UTF-8 by chance.
    """
    stated = _XML_ENCODING.search(data[:1024]) or _CHARSET.search(data[:4096])
    if marked_encoding(data) is None and stated:
        try:
            codec = codecs.lookup(stated[1].decode("ascii", "ignore")).name
        except LookupError:
            codec = ""
        if codec in _RARE_ENCODINGS and not _is_utf8(data):
            return data.decode(codec, "replace")
    return decode(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@dataclass(slots=True)
class _List:
    """A list that is open, and the mark of its next entry."""

    numbers: str | None
    count: int = 1
    step: int = 1
    plain: bool = False

    def next_mark(self) -> str:
        if self.plain:
            return ""
        if self.numbers is None:
            return "-"
        mark = f"{written(self.count, self.numbers)}."
        self.count += self.step
        return mark


@dataclass(slots=True)
class _Table:
    """A table that is open: its finished rows, the row at hand, and the cells that rows above hold open in it."""

    rows: list[list[Sheet]] = field(default_factory=list)
    row: list[Sheet] | None = None
    below: dict[int, int] = field(default_factory=dict)
    """Column -> how many more rows a cell above reaches down into."""


class _Reader:
    """Writes down what the parser meets, from the page's start to its end. The parser calls `start`, `data`, `end`."""

    def __init__(self) -> None:
        self._sheets = [Sheet()]
        self._tables: list[_Table] = []
        self._lists: list[_List] = []
        self._text: list[str] = []
        self._mark: str | None = None
        self._heading: int | None = None
        self._lines_kept = 0
        self._dropped = 0
        self._cells = CellCount()

    @property
    def lines(self) -> list[str]:
        """The lines written."""
        return self._sheets[0].lines

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name in _DROPPED:
            self._dropped += 1
        elif not self._dropped:
            self._start(name, attributes)

    def end(self, name: str) -> None:
        """An element ends; the parser sees to it that each does, in the right order."""
        if name in _DROPPED:
            self._dropped -= 1
        elif not self._dropped:
            self._end(name)

    def data(self, text: str) -> None:
        """Some text, not always all there is in one place."""
        if not self._dropped:
            self._text.append(text if self._lines_kept else _SPACE.sub(" ", text))

    def close(self) -> None:
        """The page ends."""
        self._flush()

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "br":
            self._text.append("\n")
            return
        if name not in _BLOCKS:
            return
        self._flush()
        if name in _HEADINGS:
            self._heading = _HEADINGS[name]
        elif name in _KEEPS_LINES:
            self._lines_kept += 1
        elif name in ("ol", "ul", "menu", "dir"):
            self._lists.append(_list(name, attributes))
        elif name == "li":
            self._start_entry(attributes)
        elif name == "table":
            if len(self._tables) == _MOST_NESTED_TABLES:
                raise Refusal(_TOO_DEEP)
            self._tables.append(_Table())
        elif name == "tr" and self._tables:
            self._start_row(self._tables[-1])
        elif name in ("td", "th") and self._tables:
            self._start_cell(self._tables[-1], attributes)

    def _end(self, name: str) -> None:
        if name not in _BLOCKS:
            return
        self._flush()
        if name in _HEADINGS:
            self._heading = None
        elif name in _KEEPS_LINES:
            self._lines_kept -= 1
        elif name in ("ol", "ul", "menu", "dir") and self._lists:
            self._lists.pop()
        elif name == "li":
            self._mark = None
        elif name == "table" and self._tables:
            table = self._tables.pop()
            self._end_row(table)
            self._sheets[-1].table(table.rows)
        elif name == "tr" and self._tables:
            self._end_row(self._tables[-1])
        elif name in ("td", "th") and self._tables:
            self._end_cell()

    def _flush(self) -> None:
        """Write the block at hand, if it has any text."""
        text = "".join(self._text)
        self._text.clear()
        if not text.strip():
            return
        sheet = self._sheets[-1]
        lines = text if self._lines_kept else re.sub(" *\n *", "\n", text)
        if self._heading is not None:
            mark = f"{self._mark} " if self._mark else ""
            sheet.heading(self._heading, mark + _SPACE.sub(" ", lines))
        elif self._mark is not None:
            sheet.entry(self._mark, re.sub(" +", " ", lines))
        else:
            sheet.paragraph(lines if self._lines_kept else re.sub(" +", " ", lines))
        self._mark = None

    def _start_entry(self, attributes: Mapping[str, str]) -> None:
        if not self._lists:
            self._lists.append(_List(None))
        entries = self._lists[-1]
        stated = _whole(attributes.get("value"))
        if stated is not None and entries.numbers is not None:
            entries.count = stated
        self._mark = entries.next_mark()

    def _start_row(self, table: _Table) -> None:
        self._end_row(table)
        table.row = []

    def _start_cell(self, table: _Table, attributes: Mapping[str, str]) -> None:
        if table.row is None:
            self._start_row(table)
        assert table.row is not None  # noqa: S101 - a row was just started
        self._fill_from_above(table, table.row)
        columns = min(max(_whole(attributes.get("colspan")) or 1, 1), _MOST_SPAN)
        rows = min(max(_whole(attributes.get("rowspan")) or 1, 1), _MOST_ROWS)
        for column in range(len(table.row), len(table.row) + columns):
            if rows > 1:
                table.below[column] = rows
        self._cells.add(columns)
        self._sheets.append(Sheet())
        table.row += [self._sheets[-1], *(Sheet() for _ in range(columns - 1))]

    def _end_cell(self) -> None:
        if len(self._sheets) > 1:
            self._sheets.pop()

    def _fill_from_above(self, table: _Table, row: list[Sheet]) -> None:
        """Blank cells where a cell above reaches down."""
        while table.below.get(len(row), 0) > 0:
            self._cells.add(1)
            row.append(Sheet())

    def _end_row(self, table: _Table) -> None:
        if table.row is None:
            return
        self._fill_from_above(table, table.row)
        table.rows.append(table.row)
        table.row = None
        table.below = {column: rows - 1 for column, rows in table.below.items() if rows > 1}


def _list(name: str, attributes: Mapping[str, str]) -> _List:
    plain = bool(_NO_MARKS.search(attributes.get("style") or ""))
    if name != "ol":
        return _List(None, plain=plain)
    first = _whole(attributes.get("start"))
    backwards = attributes.get("reversed") is not None
    if backwards and first is None:
        # It counts down from the number of its entries, which are not known yet: better no number than a wrong one.
        return _List(None, plain=plain)
    numbers = _LIST_TYPES.get(attributes.get("type") or "", "decimal")
    return _List(numbers, 1 if first is None else first, -1 if backwards else 1, plain)


def _whole(text: str | None) -> int | None:
    """A whole number as an attribute states it; None where it states none."""
    found = re.match(r"\s*(-?\d{1,6})(?!\d)", text or "")
    return int(found[1]) if found else None
