"""Word files (.docx): what a reader of the printed document sees, top to bottom.

Page heads come first and page feet last, each once. Text that was struck out under tracked changes, and text marked as
hidden, is not in the print and so not in the lines; text that was put in is. Comments are beside the text, not in it.
"""

from __future__ import annotations

import re

from lxml import etree

from pejl.minutes.sources.sheet import CellCount, Sheet
from pejl.minutes.sources.unreadable import Refusal, Words
from pejl.minutes.sources.word_numbering import Numbering
from pejl.minutes.sources.word_package import WordPackage
from pejl.minutes.sources.word_styles import Styles
from pejl.minutes.sources.xml_parts import attribute, child, local_name, number, value

_STRUCK_OUT = {"del", "moveFrom"}
_NO_TEXT = {"pPr", "rPr", "tblPr", "tblGrid", "sectPr", "instrText", "delText", "fldData", "sdtPr", "sdtEndPr"}
_LINE_BREAKS = {"br", "cr"}
_HYPHENS = {"noBreakHyphen"}
_NOTES = {"footnoteReference", "endnoteReference"}
_BOX = "txbxContent"
_OFF = {"0", "false", "off"}
_MOST_COLUMNS = 100
_TYPED_MARK = re.compile(r" *(?:\(?\w{1,3}[.)]|[•*–-]) *")
_TOO_DEEP = Words("its parts lie too deep within each other", "dens dele ligger for dybt inde i hinanden")


def read_word(data: bytes) -> list[str]:
    """The lines of a Word file."""
    package = WordPackage(data)
    related = package.related(package.document)
    document = package.part(package.document)
    if document is None:
        raise Refusal(Words("the Word file has no text part", "Word-filen har ingen tekstdel"))
    reader = _Reader(
        Styles(_only(package, related, "styles")),
        Numbering(_only(package, related, "numbering")),
    )
    parts = {kind: [path for found, path in related.values() if found == kind] for kind in _kinds(related)}
    try:
        reader.add_distinct(package, parts.get("header", []))
        reader.blocks(document, reader.sheet)
        for kind in ("footnotes", "endnotes"):
            reader.add_notes(_only(package, related, kind))
        reader.add_distinct(package, parts.get("footer", []))
    except RecursionError as error:
        raise Refusal(_TOO_DEEP) from error
    return reader.sheet.lines


def _kinds(related: dict[str, tuple[str, str]]) -> set[str]:
    return {kind for kind, _ in related.values()}


def _only(package: WordPackage, related: dict[str, tuple[str, str]], kind: str) -> etree._Element | None:
    """The one part of a kind, or None."""
    path = next((path for found, path in related.values() if found == kind), None)
    return None if path is None else package.part(path)


class _Reader:
    """Walks a Word file's parts and writes what it meets on a sheet."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.sheet = Sheet()
        self._styles = styles
        self._numbering = numbering
        self._cells = CellCount()

    def add_distinct(self, package: WordPackage, paths: list[str]) -> None:
        """The texts of page heads or feet, each once: Word keeps up to three of them for every section."""
        met: set[tuple[str, ...]] = set()
        for path in sorted(set(paths)):
            root = package.part(path)
            if root is None:
                continue
            own = Sheet()
            self.blocks(root, own)
            if tuple(own.lines) not in met:
                met.add(tuple(own.lines))
                self.sheet.paragraph("\n".join(own.lines))

    def add_notes(self, root: etree._Element | None) -> None:
        """Foot- or endnotes, each with the mark that stands for it in the text."""
        for note in root if root is not None else ():
            # Notes with a type are the lines that part notes from text.
            if attribute(note, "type") is None:
                own = Sheet()
                self.blocks(note, own)
                self.sheet.entry(f"[{attribute(note, 'id')}]", "\n".join(own.lines))

    def blocks(self, parent: etree._Element, sheet: Sheet) -> None:
        """Every paragraph and table within an element."""
        for element in parent:
            name = local_name(element)
            if name == "p":
                self._paragraph(element, sheet)
            elif name == "tbl":
                self._table(element, sheet)
            elif name == "AlternateContent":
                self.blocks(_alternative(element), sheet)
            elif name not in _STRUCK_OUT and name not in _NO_TEXT:
                self.blocks(element, sheet)

    def _paragraph(self, paragraph: etree._Element, sheet: Sheet) -> None:
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        _gather(paragraph, pieces, boxes)
        text = "".join(pieces).strip(" \t\n")
        level = self._styles.heading_level(paragraph)
        place = self._styles.list_place(paragraph)
        # A paragraph without text is numbered by Word too, but its number stands for nothing.
        mark = self._numbering.mark(*place) if place and text else ""
        if level is not None:
            sheet.heading(level, f"{mark} {text}" if mark else text)
        elif place and mark:
            sheet.entry(mark, text)
        else:
            sheet.paragraph(text)
        for box in boxes:
            self.blocks(box, sheet)

    def _table(self, table: etree._Element, sheet: Sheet) -> None:
        rows: list[list[Sheet]] = []
        for row in _within(table, "tr"):
            blanks = number(value(row, "trPr", "gridBefore")) or 0
            cells = [Sheet() for _ in range(min(blanks, _MOST_COLUMNS))]
            if child(row, "trPr", "del") is not None:
                continue
            for cell in _within(row, "tc"):
                own = Sheet()
                self.blocks(cell, own)
                span = min(max(number(value(cell, "tcPr", "gridSpan")) or 1, 1), _MOST_COLUMNS)
                cells += [own, *(Sheet() for _ in range(span - 1))]
                self._cells.add(span)
            rows.append(cells)
        sheet.table(rows)


def _within(parent: etree._Element, name: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls and tracked insertions."""
    found: list[etree._Element] = []
    for element in parent:
        tag = local_name(element)
        if tag == name:
            found.append(element)
        elif tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            found += _within(element, name)
    return found


def _gather(element: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
    """The text of a paragraph in pieces, and the text boxes that hang on it."""
    for part in element:
        name = local_name(part)
        if name == "t":
            pieces.append(part.text or "")
        elif name == "r":
            if not _is_hidden(part):
                _gather(part, pieces, boxes)
        elif name in ("tab", "ptab"):
            _add_tab(pieces)
        elif name in _LINE_BREAKS:
            pieces.append("\n")
        elif name in _HYPHENS:
            pieces.append("-")
        elif name == "sym":
            pieces.append(_symbol(part))
        elif name in _NOTES:
            pieces.append(f"[{attribute(part, 'id')}]")
        elif name == _BOX:
            boxes.append(part)
        elif name == "AlternateContent":
            _gather(_alternative(part), pieces, boxes)
        elif name not in _STRUCK_OUT and name not in _NO_TEXT:
            _gather(part, pieces, boxes)


def _add_tab(pieces: list[str]) -> None:
    """A tab; several in a row only reach for the same place, and the one behind a list mark only indents its text."""
    written = "".join(pieces[-8:]).rpartition("\n")[2]
    if not written.strip() or written.endswith("\t"):
        return
    if _TYPED_MARK.fullmatch(written):
        pieces.append("" if written.endswith(" ") else " ")
    else:
        pieces.append("\t")


def _is_hidden(run: etree._Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and (attribute(vanish, "val") or "1") not in _OFF


def _symbol(element: etree._Element) -> str:
    """A sign of a symbol font, by its code in that font."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if 0 < code < 0x110000 else ""


def _alternative(element: etree._Element) -> etree._Element:
    """The first of several forms of the same thing: the others say it again for older programs."""
    return next((part for part in element if local_name(part) == "Choice"), element)
