"""The kinds of broken deliveries, each with its name and what must come of it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.parquet as pq

from intake.workbooks import Broken as BrokenCell
from intake.workbooks import workbook
from pejl.intake.faults import FaultKind as F
from register.broken.fjordby import (
    DESCRIPTION,
    NUMBERS,
    PERSONS,
    SPELLS,
    Cells,
    described,
    many,
    payments,
    spells,
    spells_described,
    spells_text,
    table,
    whole,
    zipped,
)

Bad = tuple[str, int, F, str]
"""A quarantined row: file, line, what is wrong, and the column ("" for the row)."""


@dataclass(frozen=True)
class Kind:
    """One kind. `refused` is what the sentence says; where it is "", `bad` are all rows that are quarantined.

    `files` take the place of those of a delivery that is whole; None takes a file away. `packed` is a zip instead.
    """

    name: str
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    refused: str = ""
    bad: tuple[Bad, ...] = ()
    spells: int | None = None
    packed: bytes | None = None
    other_key: bool = False

    def delivered(self) -> dict[str, bytes]:
        """All files of the delivery."""
        return {name: data for name, data in {**whole(), **self.files}.items() if data is not None}


def _spell(line: int, kind: F, column: str = "") -> Bad:
    return ("ydelser.csv", line, kind, column)


def _renamed(old: str, new: str) -> list[Cells]:
    return [{new if name == old else name: text for name, text in row.items()} for row in SPELLS]


def _swapped() -> list[Cells]:
    return [{**row, "Ydelse": row["Start"], "Start": row["Ydelse"]} for row in many()]


def _sheet(**changes: object) -> list[list[object]]:
    return [list(SPELLS[0]), *([{**row, **changes}[name] for name in row] for row in SPELLS)]


def _as_sheet(sheets: Mapping[str, list[list[object]]]) -> dict[str, bytes | None]:
    """The benefit spells in a workbook."""
    return {
        **described("ydelser.csv", "ydelser.xlsx"),
        "ydelser.csv": None,
        "ydelser.xlsx": workbook(sheets),  # type: ignore[arg-type]
    }


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(SPELLS), out)
    return out.getvalue()


_CSV = table(SPELLS)
_FIFTH = {**PERSONS[0], "CPR": "050584-1234"}
_COMPLAINTS = """
[[table]]
name = "decisions"
files = ["klager.csv"]
[table.columns]
person = { from = "CPR", identifier = "cpr" }
"""
_NOTE = "Ringede i går og fortalte, at hun er begyndt til behandling og har det bedre end i sidste uge."
_SHEET_WITH_FAILURE = [
    *_sheet()[:2],
    [BrokenCell() if n == "Start" else c for n, c in SPELLS[1].items()],
    *_sheet()[3:],
]

KINDS: tuple[Kind, ...] = (
    # How the files are written
    Kind("wrong delimiter", spells_described('delimiter = ","'), refused="ingen af de kolonnenavne"),
    Kind(
        "wrong encoding",
        spells_described('encoding = "utf-8"'),
        refused='delivery.toml siger encoding = "utf-8", men filen holder tegn, som ikke er UTF-8',
    ),
    Kind("UTF-16 with its mark", {"ydelser.csv": _CSV.encode("utf-16")}, spells=4),
    Kind("UTF-16 without its mark", {"ydelser.csv": _CSV.encode("utf-16-le")}, refused="UTF-16 uden det mærke"),
    Kind("letters encoded twice", {"ydelser.csv": _CSV.encode().decode("cp1252").encode()}, refused="kodet to gange"),
    Kind(
        "title lines above the header",
        spells_text("Ydelser i Fjordby\r\nUdtrukket i går\r\n" + _CSV),
        refused="header = 3",
    ),
    Kind("empty file", spells_text(""), refused="filen er tom"),
    Kind("header only", spells_text(_CSV.split("\r\n")[0] + "\r\n"), spells=0),
    Kind("too few cells", spells_text(_CSV.replace(";37;;Øst", ";37")), bad=(_spell(4, F.WRONG_NUMBER_OF_CELLS),)),
    Kind(
        "too many cells",
        spells_text(_CSV.replace(";37;;Øst", ";37;;;;Øst")),
        bad=(_spell(4, F.WRONG_NUMBER_OF_CELLS),),
    ),
    Kind("quote never closed", spells_text(_CSV.replace("Kontanthjælp", '"Kontanthjælp')), refused="citationstegn"),
    Kind(
        "line break within a cell",
        spells_text(_CSV.replace("120,5;nej;Øst", '120,5;nej;"Øst\r\nved fjorden"').replace("Sygedagpenge", "SU")),
        bad=(_spell(5, F.NOT_ALLOWED, "benefit"),),
    ),
    Kind(
        "bytes that are no letters",
        {"ydelser.csv": _CSV.encode("cp1252").replace(b"Sygedagpenge", b"Syge\x81dagpenge")},
        bad=(_spell(4, F.UNREADABLE_BYTES),),
    ),
    # Which columns there are
    Kind(
        "missing required column",
        {"ydelser.csv": table(_renamed("Start", "Begyndt")).encode("cp1252")},
        refused="ingen kolonne »Start«.*»Begyndt«",
    ),
    Kind(
        "two columns with one name",
        {"ydelser.csv": _CSV.replace("Enhed", "Start").encode("cp1252")},
        refused="»Start« står to gange",
    ),
    Kind("swapped columns", spells({}, _swapped()), refused="24 af 24 rækker har samme fejl"),
    Kind(
        "personal numbers in an unknown column",
        spells({}, [{**row, "Partner": NUMBERS[0]} for row in SPELLS]),
        refused="»Partner« holder CPR-numre.*left_out",
    ),
    Kind(
        "free text in an unknown column",
        spells({}, [{**row, "Notat": _NOTE} for row in SPELLS]),
        refused="»Notat« holder fri tekst.*left_out",
    ),
    # Days and numbers
    Kind("decimal point", spells({2: {"Timer": "120.5"}}), refused="120.5.*decimal = "),
    Kind("ambiguous day", spells({2: {"Start": "01/02/2025"}}), refused="01/02/2025.*days = "),
    Kind("days with the month first", spells({2: {"Start": "01/13/2025"}}), refused="01/13/2025.*days = "),
    Kind("serial numbers for days", spells({}, many(Start="45658")), refused="»Start«.*24 af 24 rækker.*45658"),
    Kind("one serial number for a day", spells({3: {"Start": "45658"}}), bad=(_spell(3, F.NO_DAY, "start"),)),
    Kind("years of two digits", spells({2: {"Start": "06-01-25", "Slut": "31.03.25"}}), spells=4),
    Kind("ends in the year 9999", spells({3: {"Slut": "31-12-9999"}, 5: {"Slut": "9999-12-31"}}), spells=4),
    Kind("a start in the year 9999", spells({3: {"Start": "31-12-9999"}}), bad=(_spell(3, F.MISSING, "start"),)),
    Kind("end before start", spells({2: {"Slut": "05-01-2025"}}), bad=(_spell(2, F.ENDS_BEFORE_START, "end"),)),
    Kind(
        "negative amount",
        payments({4: {"Netto": "-9.300,50"}}),
        bad=(("udbetalinger.csv", 4, F.TOO_SMALL, "net"),),
    ),
    Kind(
        "amount too large",
        payments({4: {"Brutto": "1.277.000,00"}}),
        bad=(("udbetalinger.csv", 4, F.TOO_LARGE, "gross"),),
    ),
    Kind(
        "commas between thousands",
        payments({4: {"Brutto": "12,770.00"}}),
        bad=(("udbetalinger.csv", 4, F.NO_NUMBER, "gross"),),
    ),
    Kind(
        "a third decimal",
        payments({4: {"Brutto": "12.770,005"}}),
        bad=(("udbetalinger.csv", 4, F.TOO_MANY_DECIMALS, "gross"),),
    ),
    Kind(
        "half a child",
        {"borgere.csv": table([*PERSONS, _FIFTH], {6: {"Børn": "0,5"}}).encode("cp1252")},
        bad=(("borgere.csv", 6, F.NO_WHOLE_NUMBER, "children_at_home"),),
    ),
    Kind(
        "more children at home than in all",
        {
            **described('children_at_home = "Børn"', 'children_at_home = "Børn"\nchildren = "I alt"'),
            "borgere.csv": table([{**row, "I alt": "1"} for row in [*PERSONS, _FIFTH]], {6: {"Børn": "2"}}).encode(
                "cp1252"
            ),
        },
        bad=(("borgere.csv", 6, F.PART_LARGER_THAN_WHOLE, "children_at_home"),),
    ),
    # Words
    Kind("unknown code", spells({3: {"Ydelse": "SU"}}), bad=(_spell(3, F.NOT_ALLOWED, "benefit"),)),
    Kind("neither yes nor no", spells({3: {"Fritaget": "måske"}}), bad=(_spell(3, F.NO_FLAG, "special_effort"),)),
    Kind("a name too long", spells({3: {"Enhed": "Vest " * 20}}), bad=(_spell(3, F.TOO_LONG, "unit"),)),
    Kind(
        "personal number in a name",
        spells({3: {"Enhed": f"Se {NUMBERS[3]}"}}),
        bad=(_spell(3, F.CPR_IN_OTHER_COLUMN, "unit"),),
    ),
    # Persons and keys
    Kind(
        "personal number with an impossible day",
        spells({3: {"CPR": "320281-1234"}}),
        bad=(_spell(3, F.NO_SUCH_DAY_IN_CPR, "person"),),
    ),
    Kind("personal number without its first nought", spells({3: {"CPR": "202811234"}}), spells=4),
    Kind(
        "personal number with a digit too few",
        spells({3: {"CPR": "020281-123"}}),
        bad=(_spell(3, F.NO_PERSON, "person"),),
    ),
    Kind(
        "key twice",
        spells({3: {"Forløb": "F1"}}),
        bad=(_spell(2, F.KEY_TWICE, "id"), _spell(3, F.KEY_TWICE, "id")),
    ),
    Kind("person not delivered", spells({3: {"CPR": "050584-1234"}}), bad=(_spell(3, F.NOT_FOUND, "person"),)),
    Kind(
        "outcome without its day",
        {
            "delivery.toml": (DESCRIPTION + _COMPLAINTS).encode(),
            "klager.csv": f"id;CPR;act;decided;outcome\nK1;{NUMBERS[0]};las;2025-03-03;hjemvist\n".encode(),
        },
        bad=(("klager.csv", 2, F.OTHER_COLUMN_NEEDED, "answered"),),
    ),
    # Zips, sheets and Parquet
    Kind(
        "zip with one bad row",
        packed=zipped({**whole(), **spells({3: {"Ydelse": "SU"}})}),
        bad=(_spell(3, F.NOT_ALLOWED, "benefit"),),
    ),
    Kind("zip with a path out of it", packed=zipped({**whole(), "../ud.csv": b"x"}), refused="fører ud af den"),
    Kind(
        "zip bomb",
        packed=zipped({**whole(), "ydelser.csv": _CSV.encode("cp1252") + b" " * (40 << 20)}),
        refused="gange så meget",
    ),
    Kind("truncated zip", packed=zipped(whole())[:-200], refused="."),
    Kind(
        "truncated Parquet",
        {**described("ydelser.csv", "ydelser.parquet"), "ydelser.csv": None, "ydelser.parquet": _parquet()[:-40]},
        refused="ydelser.parquet",
    ),
    Kind(
        "sheet with a formula that failed",
        _as_sheet({"Ark1": _SHEET_WITH_FAILURE}),
        bad=(("ydelser.xlsx", 3, F.UNREADABLE_BYTES, "Start"),),
    ),
    Kind("workbook with two sheets", _as_sheet({"Ark1": _sheet(), "Ark2": _sheet()}), refused="sheet = "),
    # The description
    Kind("no description", {"delivery.toml": None}, refused="delivery.toml mangler"),
    Kind(
        "description that is no TOML",
        {"delivery.toml": b"[delivery\nsource = Fagsystemet\n"},
        refused="delivery.toml, linje",
    ),
    Kind("unknown table", described('name = "payments"', 'name = "penge"'), refused="»penge«"),
    Kind(
        "column that the contract has not",
        described('unit = "Enhed"', 'enhed = "Enhed"'),
        refused="ingen kolonne »enhed«",
    ),
    Kind("known in the future", described("2025-12-31", "2999-12-31"), refused="ligger i fremtiden"),
    Kind("file that is not there", {"ydelser.csv": None}, refused="ingen fil hedder »ydelser.csv«"),
    Kind("another key", described("fagsystem", "andet fagsystem"), refused="nøglen", other_key=True),
)
