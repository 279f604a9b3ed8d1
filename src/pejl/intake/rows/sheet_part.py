"""What a sheet's part of a workbook says beside its values: which formulas failed, and what is hidden on the screen.

The library that reads sheets gives a failed formula as an empty cell, which it is not, and hidden rows and columns as
all others, which whoever sent the sheet may not have seen.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import IO

from lxml import etree

from pejl.intake.faults import Refused

UNPACKED = 400 << 20
"""How large the parts of a workbook may be together when they are unpacked."""

_ANY = "{*}"
"""Whatever namespace: the strict form of the standard has others than the usual one."""

_TOLD_OF = re.compile(
    rb"""\s(?:t\s{0,8}=\s{0,8}["']e|hidden\s{0,8}=\s{0,8}["'](?:1|true)|(?:ht|width)\s{0,8}=\s{0,8}["']0(?:\.0{0,8})?)["']"""
)
"""What stands in every part with something to tell of, and in few others: quicker to look for than to read it all."""

_LONGEST_TOLD_OF = 48
_COLUMNS = 16_384
"""How many columns a sheet has at most."""

_PLACE = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<row>[0-9]{1,7})\Z")
_NOUGHT = re.compile(r"0(?:[.]0*)?\Z")
_ROW = re.compile(r"[0-9]{1,7}\Z")
_PIECE = 1 << 20


@dataclass
class SheetPart:
    """What is to be told of a sheet. Rows are numbered from 1, columns by their place from 0.

    `failed` has by row and column the sign of the formula that failed. Hidden is also what is nought high or wide.
    """

    failed: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def from_column(self, first: int) -> SheetPart:
        """The same with columns counted from another than the sheet's first."""
        failed = {row: {place - first: sign for place, sign in cells.items()} for row, cells in self.failed.items()}
        return SheetPart(failed, self.hidden_rows, {place - first for place in self.hidden_columns if place >= first})


def sheet_part(where: str, workbook: bytes, sheet: str) -> SheetPart:
    """What the part of that sheet says. Raises `Refused`."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as package:
            if sum(part.file_size for part in package.infolist()) > UNPACKED:
                raise too_large(where)
            part = _part(package, sheet)
            if part is None or not _any(package, part):
                return SheetPart()
            with package.open(part) as xml:
                return _read(xml)
    except (
        zipfile.BadZipFile,
        zlib.error,
        etree.XMLSyntaxError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ):
        raise Refused(
            f"{where}: filen kan ikke læses som et regneark; den er beskadiget. Gem den på ny som .xlsx."
        ) from None


def too_large(where: str) -> Refused:
    """What is said of a workbook that is too large to hold."""
    return Refused(f"{where}: regnearket er for stort til at læse. Gem arket som CSV (UTF-8) og levér det i stedet.")


def _part(package: zipfile.ZipFile, sheet: str) -> str | None:
    """The name of the sheet's part within the package."""
    listed = _tree(package.read("xl/workbook.xml")).iter(f"{_ANY}sheet")
    ids = {each.get("name"): _related(each) for each in listed}
    related = _tree(package.read("xl/_rels/workbook.xml.rels")).iter(f"{_ANY}Relationship")
    targets = {each.get("Id"): str(each.get("Target")) for each in related}
    target = targets.get(ids.get(sheet))
    return None if target is None else posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _related(sheet: etree._Element) -> str | None:
    """What the sheet is called where the package says which part is which."""
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), None)


def _tree(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _any(package: zipfile.ZipFile, part: str) -> bool:
    """Whether there may be anything to tell of. All of the part is read, so a part that is damaged is found."""
    found, tail = False, b""
    with package.open(part) as xml:
        while piece := xml.read(_PIECE):
            found = found or _TOLD_OF.search(tail + piece) is not None
            tail = piece[-_LONGEST_TOLD_OF:]
    return found


def _read(xml: IO[bytes]) -> SheetPart:
    told = SheetPart()
    row = 0
    for _, each in etree.iterparse(xml, tag=(f"{_ANY}row", f"{_ANY}col"), resolve_entities=False, no_network=True):
        if etree.QName(each).localname == "col":
            told.hidden_columns |= set(_hidden_columns(each))
            continue
        said = each.get("r") or ""
        row = int(said) if _ROW.match(said) else row + 1
        if _is_hidden(each, "ht"):
            told.hidden_rows.add(row)
        if failed := dict(_failed(each)):
            told.failed[row] = failed
        each.clear()
        while each.getprevious() is not None:
            del each.getparent()[0]
    return told


def _failed(row: etree._Element) -> Iterable[tuple[int, str]]:
    place = -1
    for cell in row.iter(f"{_ANY}c"):
        named = _PLACE.match(cell.get("r") or "")
        place = _number(named["letters"]) if named else place + 1
        if cell.get("t") == "e":
            yield place, cell.findtext(f"{_ANY}v") or "#"


def _hidden_columns(columns: etree._Element) -> Iterable[int]:
    """The places of the columns that one element is about, where they are hidden."""
    first, last = (columns.get(end) or "" for end in ("min", "max"))
    if not _is_hidden(columns, "width") or not (first.isdecimal() and last.isdecimal()) or len(first + last) > 10:
        return ()
    return range(int(first) - 1, min(int(last), _COLUMNS))


def _is_hidden(each: etree._Element, size: str) -> bool:
    return each.get("hidden") in ("1", "true") or _NOUGHT.match(each.get(size) or "") is not None


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
