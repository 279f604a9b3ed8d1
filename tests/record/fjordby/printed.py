"""What the Fjordby documents print, found with plain patterns and without the product's reader.

The patterns know only these documents. They stand beside the reader so that a mistake in a text and a mistake in the
reader cannot hide each other.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from pejl.record.fjordby import FOLDER

BODIES = (
    "Beskæftigelses- og Uddannelsesudvalget",
    "Beskæftigelsesudvalget",
    "Økonomiudvalget",
    "Byrådet",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)

_ITEM = re.compile(r"^(?:#+ )?\**Punkt (\d+): (.*?)\**$|^(\d+)\.\s+(\S.*)$")
_CASE = re.compile(r"(\d\d)-(\d+)-(\d\d\.\d\d\.\d\d)-([A-ZÆØÅ]\d\d)|(\d\d\.\d\d\.\d\d)-([A-ZÆØÅ]\d\d)-(\d+)-(\d\d)$")
# A figure after the number is no item: "punkt 3, 0,4 mio. kr.".
_NUMBERS = r"(\d+(?:(?:, | og )\d+(?![.,]?\d))*)"
_DATED = re.compile(rf"(\d\d)\.(\d\d)\.(\d{{4}}|\d\d),? punkt {_NUMBERS}")
_UNDATED = re.compile(rf"(?<!, )\bpunkt {_NUMBERS}")
_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)}) (?:d\. |den )?(\d\d?)\. ({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)
_STOP = re.compile(rf"^({'|'.join(BODIES)}) (\d\d)\.(\d\d)\.(\d{{4}})$")


@dataclass(frozen=True)
class Pointer:
    """A dated item that a text points at; `body` only where the text names it right before the date."""

    body: str | None
    date: dt.date
    item: int


@dataclass(frozen=True)
class PrintedItem:
    number: int
    title: str
    case: tuple[str, str, str, str]
    text: str

    @property
    def stops(self) -> list[tuple[str, dt.date]]:
        """The announced route: the lines of body and date under its heading."""
        _, found, after = self.text.partition("Kommende behandlingsforløb\n")
        stops = []
        for line in after.splitlines() if found else []:
            if stop := _STOP.match(line):
                stops.append((stop[1], dt.date(int(stop[4]), int(stop[3]), int(stop[2]))))
            elif line:
                break
        return stops


@dataclass(frozen=True)
class Document:
    name: str
    body: str
    date: dt.date
    text: str
    items: tuple[PrintedItem, ...]

    @property
    def tables(self) -> list[list[list[str]]]:
        """Every run of lines with cells: tabs between them, or pipes around them."""
        tables: list[list[list[str]]] = [[]]
        for line in self.text.splitlines():
            if "\t" in line:
                tables[-1].append([cell.strip() for cell in line.split("\t")])
            elif line.startswith("|"):
                if not line.startswith("| ---"):
                    tables[-1].append([cell.strip() for cell in line.strip("|").split("|")])
            elif tables[-1]:
                tables.append([])
        return [table for table in tables if table]

    def pointers(self) -> list[Pointer]:
        pointers = []
        for found in _DATED.finditer(self.text):
            year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
            before = self.text[: found.start()]
            named = [body for body in BODIES if before.endswith(f"{body} ")]
            for number in re.findall(r"\d+", found[4]):
                day = dt.date(year, int(found[2]), int(found[1]))
                pointers.append(Pointer(named[0] if named else None, day, int(number)))
        return pointers

    def pointers_within(self) -> list[int]:
        """Items of the same meeting that the text points at ("jf. punkt 2")."""
        return [int(number) for found in _UNDATED.finditer(self.text) for number in re.findall(r"\d+", found[1])]

    def weekdays(self) -> list[tuple[str, dt.date]]:
        return [
            (found[1].lower(), dt.date(int(found[4]), MONTHS.index(found[3]) + 1, int(found[2])))
            for found in _WEEKDAY.finditer(self.text)
        ]


@cache
def documents() -> tuple[Document, ...]:
    """All of Fjordby's documents, in the order of their days."""
    files = [path for path in FOLDER.iterdir() if path.suffix in {".txt", ".md", ".html"}]
    return tuple(sorted(map(_document, files), key=lambda document: document.date))


def number(cell: str) -> Decimal | None:
    """A cell's figure as Danish text writes it, or None where the cell is words."""
    if not re.fullmatch(r"-?\d{1,3}(\.\d{3})*(,\d+)?|-?\d+(,\d+)?", cell):
        return None
    return Decimal(cell.replace(".", "").replace(",", "."))


def _document(path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = _plain(text)
    stamp = re.search(r"\d{4}-\d\d-\d\d", path.name)
    assert stamp, path.name
    body = next(body for body in BODIES if path.name.startswith(_folded(body)))
    return Document(path.name, body, dt.date.fromisoformat(stamp[0]), text, tuple(_items(text)))


def _items(text: str) -> list[PrintedItem]:
    """The items: a numbered title with a case number on one of the next four lines."""
    lines = text.splitlines()
    starts = []
    for place, line in enumerate(lines):
        if not (found := _ITEM.match(line)):
            continue
        below = lines[place + 1 : place + 5]
        titles = [at for at, other in enumerate(below) if _ITEM.match(other) and not _case(other)]
        cases = [(at, case) for at, other in enumerate(below) if (case := _case(other))]
        if cases and not (titles and titles[0] < cases[0][0]):
            starts.append((place, int(found[1] or found[3]), found[2] or found[4], cases[0][1]))
    ends = [place for place, *_ in starts[1:]] + [len(lines)]
    return [
        PrintedItem(number, title, case, "\n".join(lines[place:end]))
        for (place, number, title, case), end in zip(starts, ends, strict=True)
    ]


def _case(line: str) -> tuple[str, str, str, str] | None:
    """Year, serial, subject and facet of the case, whichever order the system prints them in."""
    found = _CASE.search(line)
    if not found:
        return None
    if found[1]:
        return found[1], found[2], found[3], found[4]
    return found[8], found[7], found[5], found[6]


def _plain(page: str) -> str:
    page = page.replace("</thead>\n<tbody>\n", "\n")
    page = re.sub(r"</t[hd]><t[hd]>", "\t", page)
    page = re.sub(r"<head>.*?</head>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def _folded(body: str) -> str:
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), (" ", "-")):
        body = body.lower().replace(letter, plain)
    return body.replace("--", "-") + "-2"
