"""A small delivery of Fjordby, which does not exist, and ways to break one thing in it at a time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

Cells = dict[str, str]

DESCRIPTION = """\
[delivery]
source = "Fjordby Kommunes fagsystem"
known = 2025-12-31

[[table]]
name = "persons"
files = ["borgere.csv"]
[table.columns]
person = { from = "CPR", identifier = "cpr" }
birth_year = "Fødselsår"
family = { from = "Familie", values = { "Enlig" = "enlig" } }
children_at_home = "Børn"
municipality = "Kommune"

[[table]]
name = "benefit_spells"
files = ["ydelser.csv"]
[table.columns]
id = "Forløb"
person = { from = "CPR", identifier = "cpr" }
benefit = { from = "Ydelse", values = { "A-dagpenge" = "dagpenge", "Kontanthjælp" = "kontanthjaelp" } }
start = "Start"
end = "Slut"
hours_paid = "Timer"
special_effort = "Fritaget"
unit = "Enhed"

[[table]]
name = "payments"
files = ["udbetalinger.csv"]
[table.columns]
person = { from = "CPR", identifier = "cpr" }
benefit = { from = "Ydelse", values = { "A-dagpenge" = "dagpenge", "Kontanthjælp" = "kontanthjaelp" } }
month = "Måned"
gross = "Brutto"
net = "Netto"
"""

NUMBERS = ("010180-1234", "020281-1234", "030382-1234", "040483-1234")
"""People who do not exist."""

PERSONS = [
    {"CPR": number, "Fødselsår": number[4:6].join(("19", "")), "Familie": "Enlig", "Børn": "0", "Kommune": "101"}
    for number in NUMBERS
]
_SPELLS = [
    ("F1", "A-dagpenge", "06-01-2025", "31-03-2025", "120,5", "nej", "Øst"),
    ("F2", "Kontanthjælp", "03-02-2025", "", "", "ja", "Vest"),
    ("F3", "Sygedagpenge", "13-02-2025", "14-03-2025", "37", "", "Øst"),
    ("F4", "Ledighedsydelse", "01-04-2025", "", "", "", "Vest"),
]
SPELLS = [
    {"Forløb": f, "CPR": n, "Ydelse": y, "Start": s, "Slut": e, "Timer": t, "Fritaget": x, "Enhed": u}
    for n, (f, y, s, e, t, x, u) in zip(NUMBERS, _SPELLS, strict=True)
]
PAYMENTS = [
    {"CPR": number, "Ydelse": "Kontanthjælp", "Måned": "01-11-2025", "Brutto": "12.770,00", "Netto": "9.300,50"}
    for number in NUMBERS
]


def table(rows: Sequence[Cells], changes: Mapping[int, Cells] | None = None, sign: str = ";") -> str:
    """The rows as text. `changes` are cells by the line on which the row stands; the first row stands on line 2."""
    changed = [{**row, **(changes or {}).get(line, {})} for line, row in enumerate(rows, 2)]
    lines = [sign.join(changed[0]), *(sign.join(row.values()) for row in changed)]
    return "".join(line + "\r\n" for line in lines)


def spells(changes: Mapping[int, Cells], rows: Sequence[Cells] = SPELLS) -> dict[str, bytes]:
    """The file of benefit spells with changed cells."""
    return {"ydelser.csv": table(rows, changes).encode("cp1252")}


def spells_text(text: str) -> dict[str, bytes]:
    """The file of benefit spells as this text."""
    return {"ydelser.csv": text.encode("cp1252")}


def payments(changes: Mapping[int, Cells]) -> dict[str, bytes]:
    """The file of payments with changed cells."""
    return {"udbetalinger.csv": table(PAYMENTS, changes).encode("cp1252")}


def described(old: str, new: str) -> dict[str, bytes]:
    """The description with one thing written otherwise."""
    assert old in DESCRIPTION
    return {"delivery.toml": DESCRIPTION.replace(old, new).encode()}


def spells_described(more: str) -> dict[str, bytes]:
    """The description with one line more for the benefit spells."""
    return described('files = ["ydelser.csv"]', f'files = ["ydelser.csv"]\n{more}')


def many(**cells: str) -> list[Cells]:
    """Two dozen spells that all have these cells."""
    return [{**SPELLS[row % 4], "Forløb": f"F{row}", **cells} for row in range(24)]


def whole() -> dict[str, bytes]:
    """The delivery with nothing broken."""
    return {
        "delivery.toml": DESCRIPTION.encode(),
        "borgere.csv": table(PERSONS).encode("cp1252"),
        "ydelser.csv": table(SPELLS).encode("cp1252"),
        "udbetalinger.csv": table(PAYMENTS).encode("cp1252"),
    }


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The delivery as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()
