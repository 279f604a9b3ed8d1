"""Workbooks for tests, written by hand: as little XLSX as programs read."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

Cell = str | int | float | bool | dt.date | dt.datetime | None


@dataclass(frozen=True)
class Broken:
    """A cell whose formula failed, such as #REF!."""

    sign: str = "#REF!"


@dataclass(frozen=True)
class Look:
    """How a sheet is shown: its state, rows by number and columns by element that are hidden, comments by cell."""

    state: str = ""
    rows: Mapping[int, str] = field(default_factory=dict)
    columns: str = ""
    comments: Mapping[str, str] = field(default_factory=dict)


_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
</Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
</Relationships>"""
_STYLES = """<?xml version="1.0" encoding="UTF-8"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>"""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell | Broken]]], looks: Mapping[str, Look] | None = None) -> bytes:
    """An XLSX file with these sheets, some of them with a look of their own."""
    shown = {name: (looks or {}).get(name, Look()) for name in sheets}
    numbered = list(enumerate(sheets, 1))
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" {_state(shown[name])}r:id="rId{n}"/>' for n, name in numbered
    )
    rels = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered
    )
    rels += f'<Relationship Id="rId{len(numbered) + 1}" Type="{_REL}/styles" Target="styles.xml"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELS)
        package.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets></workbook>'
        )
        package.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>',
        )
        package.writestr("xl/styles.xml", _STYLES)
        for n, name in numbered:
            package.writestr(f"xl/worksheets/sheet{n}.xml", _sheet(sheets[name], shown[name]))
            if shown[name].comments:
                package.writestr(f"xl/worksheets/_rels/sheet{n}.xml.rels", _COMMENTS_RELS.format(_REL, n))
                package.writestr(f"xl/comments{n}.xml", _comments(shown[name].comments))
    return out.getvalue()


_COMMENTS_RELS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{0}/comments" Target="../comments{1}.xml"/></Relationships>"""


def _state(look: Look) -> str:
    return f'state="{look.state}" ' if look.state else ""


def _comments(comments: Mapping[str, str]) -> str:
    listed = "".join(
        f'<comment ref="{cell}" authorId="0"><text><r><t>{escape(text)}</t></r></text></comment>'
        for cell, text in comments.items()
    )
    authors = "<authors><author>Anna Holm</author></authors>"
    return f'<comments xmlns="{_MAIN}">{authors}<commentList>{listed}</commentList></comments>'


def _sheet(rows: Sequence[Sequence[Cell | Broken]], look: Look) -> str:
    written = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{_letters(place)}{number}", value) for place, value in enumerate(row))
        if cells:
            written.append(f'<row r="{number}"{look.rows.get(number, "")}>{cells}</row>')
    columns = f"<cols>{look.columns}</cols>" if look.columns else ""
    return f'<worksheet xmlns="{_MAIN}">{columns}<sheetData>{"".join(written)}</sheetData></worksheet>'


def _letters(place: int) -> str:
    return chr(65 + place)


def _cell(where: str, value: Cell | Broken) -> str:
    if value is None:
        return ""
    if isinstance(value, Broken):
        return f'<c r="{where}" t="e"><v>{value.sign}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{where}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, dt.datetime):
        days = (value - dt.datetime.fromisoformat("1899-12-30")) / dt.timedelta(days=1)
        return f'<c r="{where}" s="2"><v>{days!r}</v></c>'
    if isinstance(value, dt.date):
        return f'<c r="{where}" s="1"><v>{(value - dt.date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, str):
        return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{where}"><v>{value!r}</v></c>'
