"""The cells of a sheet whose formula failed. The library that reads sheets gives them as empty, which they are not."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import IO

from lxml import etree

from pejl.intake.faults import Refused

UNPACKED = 400 << 20
"""How large the parts of a workbook may be together when they are unpacked."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FAILED = re.compile(rb"""\st\s*=\s*["']e["']""")
_PLACE = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<row>[0-9]{1,7})\Z")
_PIECE = 1 << 20


def failed_cells(where: str, workbook: bytes, sheet: str) -> dict[int, dict[int, str]]:
    """By row (the first is 1), by the column's place (the first is 0): the sign of what failed. Raises `Refused`."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as package:
            if sum(part.file_size for part in package.infolist()) > UNPACKED:
                raise too_large(where)
            part = _part(package, sheet)
            if part is None or not _any(package, part):
                return {}
            with package.open(part) as xml:
                return _places(xml)
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
    listed = _tree(package.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    ids = {each.get("name"): each.get(_ID) for each in listed}
    related = _tree(package.read("xl/_rels/workbook.xml.rels")).iter(_RELATED)
    targets = {each.get("Id"): str(each.get("Target")) for each in related}
    target = targets.get(ids.get(sheet))
    return None if target is None else posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _tree(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _any(package: zipfile.ZipFile, part: str) -> bool:
    """Whether any cell may have failed. All of the part is read, so a part that is damaged is found."""
    found, tail = False, b""
    with package.open(part) as xml:
        while piece := xml.read(_PIECE):
            found = found or _FAILED.search(tail + piece) is not None
            tail = piece[-16:]
    return found


def _places(xml: IO[bytes]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    row = 0
    for _, each in etree.iterparse(xml, tag=f"{_MAIN}row", resolve_entities=False, no_network=True):
        row = int(each.get("r") or row + 1)
        place = -1
        for cell in each.iter(f"{_MAIN}c"):
            named = _PLACE.match(cell.get("r") or "")
            place = _number(named["letters"]) if named else place + 1
            if cell.get("t") == "e":
                found.setdefault(row, {})[place] = cell.findtext(f"{_MAIN}v") or "#"
        each.clear()
        while each.getprevious() is not None:
            del each.getparent()[0]
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
