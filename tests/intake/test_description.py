"""delivery.toml is read against the contract, and every mistake in it is one sentence that says what to write."""

from __future__ import annotations

import datetime as dt

import pytest

from intake.small_tables import CONTRACT
from pejl.intake.cells.days import DayOrder
from pejl.intake.description.reading import Covers, DescribedColumn, Description, read_description
from pejl.intake.faults import Refused
from pejl.intake.pseudonym import Identifier

WHOLE = """
[delivery]
source = "Fjordby Kommunes fagsystem"
known = 2025-12-31
mends = "0123456789ab"

[[table]]
name = "grants"
files = ["bevillinger-*.csv"]
covers = "additions"
encoding = "windows-1252"
delimiter = "\\t"
decimal = "."
days = "m/d/y"
sheet = "Ark1"
header = 3
left_out = ["Navn"]

[table.columns]
id = { from = "Løbenummer", identifier = "cpr" }
person = { from = "CPR", identifier = "cpr" }
start = "Startdato"
mode = { from = "Måde", values = { "Taxa" = "egen_bil", "BUS" = "bus" } }
"""


def read(text: str) -> Description:
    return read_description(text.encode(), CONTRACT)


def test_all_that_can_be_said_is_read() -> None:
    description = read(WHOLE)
    assert (description.source, description.known, description.mends) == (
        "Fjordby Kommunes fagsystem",
        dt.date(2025, 12, 31),
        "0123456789ab",
    )
    table = description.tables[0]
    assert table.table.name == "grants"
    assert (table.files, table.covers, table.encoding) == (("bevillinger-*.csv",), Covers.ADDITIONS, "windows-1252")
    assert (table.delimiter, table.decimal, table.days) == ("\t", ".", DayOrder.MONTH_FIRST)
    assert (table.sheet, table.header, table.left_out) == ("Ark1", 3, ("Navn",))
    assert table.columns["person"] == DescribedColumn("CPR", identifier=Identifier.CPR)
    assert table.columns["id"].identifier is Identifier.CPR
    assert table.columns["mode"].values == {"Taxa": "egen_bil", "BUS": "bus"}
    assert table.columns["cost"] == DescribedColumn("cost")


def test_little_needs_to_be_said() -> None:
    table = read(
        '[delivery]\nsource = "x"\nknown = "31-12-2025"\n[[table]]\nname = "grants"\nfiles = "a.csv"\n'
        'columns.person = { identifier = "own" }\n'
    ).tables[0]
    assert (table.covers, table.encoding, table.header) == (Covers.ALL, None, None)
    assert table.columns["person"].source_name == "person"


FUTURE = dt.datetime.now(tz=dt.UTC).date() + dt.timedelta(days=400)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("[delivery]", "[levering]"), "»levering« betyder ikke noget"),
        (('source = "Fjordby Kommunes fagsystem"', ""), "mangler source"),
        (("source = ", "sorce = "), "Mener du »source«"),
        (('source = "Fjordby', "source = Fjordby"), "linje 3"),
        (("known = 2025-12-31", ""), "mangler known"),
        (("known = 2025-12-31", 'known = "i går"'), "known er ikke en dag"),
        (("known = 2025-12-31", "known = 2025-02-30"), "linje 4"),
        (("known = 2025-12-31", "known = 20251231"), "known er ikke en dag"),
        (("known = 2025-12-31", f"known = {FUTURE}"), "i fremtiden"),
        (('mends = "0123456789ab"', 'mends = "den sidste"'), "mends er ikke"),
        (('name = "grants"', 'name = "grant"'), "Mener du »grants«"),
        (('name = "grants"', ""), "intet navn"),
        (('files = ["bevillinger-*.csv"]', ""), "files mangler"),
        (('files = ["bevillinger-*.csv"]', "files = [3]"), "liste af tekster"),
        (("additions", "addition"), "Mener du »additions«"),
        (("windows-1252", "windows-1525"), "windows-1252"),
        (('delimiter = "\\t"', 'delimiter = "/"'), "delimiter"),
        (('decimal = "."', 'decimal = "x"'), "decimal"),
        (("m/d/y", "d/m/y"), "d-m-y"),
        (("header = 3", "header = 0"), "fra 1 og op"),
        (("header = 3", "headers = 3"), "Mener du »header«"),
        (('start = "Startdato"', 'stat = "Startdato"'), "Mener du »start«"),
        (('start = "Startdato"', "start = 3"), "skal være navnet på en kolonne"),
        (('start = "Startdato"', 'start = "cpr"'), "som både person og start|som både start og person"),
        (('start = "Startdato"', 'start = " NAVN "'), "både i left_out"),
        (('start = "Startdato"', 'start = { from = "S", identifier = "cpr" }'), "identifier hører kun til"),
        (('start = "Startdato"', 'start = { from = "S", values = { a = "b" } }'), "values hører kun til"),
        (('identifier = "cpr" }\nstart', 'identifier = "CPR-nr" }\nstart'), "identifier"),
        (('person = { from = "CPR", identifier = "cpr" }', 'person = "CPR"'), 'identifier = "cpr"'),
        (('person = { from = "CPR", identifier = "cpr" }', ""), 'identifier = "cpr"'),
        (('"Taxa" = "egen_bil"', '"Taxa" = "egenbil"'), "Mener du »egen_bil«"),
        (('"BUS" = "bus"', '"TAXA" = "bus"'), "på to måder"),
        (('left_out = ["Navn"]', 'left_out = ["cost", "id", "start"]\nsheet = "x"'), "linje"),
        (('start = "Startdato"', 'cost = "start"'), "start skal være der"),
        (("[[table]]", "[table]"), "to par klammer|linje"),
        (('[[table]]\nname = "grants"', '[table]\nname = "grants"'), "to par klammer"),
    ],
)
def test_a_mistake_is_told_with_what_to_write(change: tuple[str, str], says: str) -> None:
    assert change[0] in WHOLE
    with pytest.raises(Refused, match=says) as refused:
        read(WHOLE.replace(change[0], change[1], 1))
    assert str(refused.value).startswith("delivery.toml")


def test_a_sentence_stays_short_however_long_the_mistake_is() -> None:
    for text in (f"{'x' * 500_000} = 1", WHOLE.replace("Taxa", "x" * 500_000).replace("egen_bil", "y" * 400_000)):
        with pytest.raises(Refused) as refused:
            read(text)
        assert len(str(refused.value)) < 600


def test_a_table_twice_is_refused() -> None:
    with pytest.raises(Refused, match="grants står to gange"):
        read(WHOLE + WHOLE[WHOLE.index("[[table]]") :])


@pytest.mark.parametrize("text", ["", '[delivery]\nsource = "x"\nknown = 2025-12-31\n', "table = 3", "[" * 5000])
def test_a_description_of_nothing_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read(text)


def test_a_description_that_is_no_utf8_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match=r"linje [0-9]+: filen er ikke gemt som UTF-8"):
        read_description(WHOLE.encode("cp1252"), CONTRACT)


def test_a_description_with_the_mark_that_notepad_writes_is_read() -> None:
    assert read_description(WHOLE.encode("utf-8-sig"), CONTRACT).tables
