"""Reads delivery.toml against a contract; every mistake in it is one sentence that says what to write instead."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from zoneinfo import ZoneInfo

from pejl.calendar.days import parse_day
from pejl.intake.contract import Contract
from pejl.intake.description.described import Covers, DescribedColumn, DescribedTable, Description
from pejl.intake.description.table import read_table
from pejl.intake.description.toml_words import Words
from pejl.intake.faults import Refused

__all__ = ["NAME", "Covers", "DescribedColumn", "DescribedTable", "Description", "read_description"]

NAME = "delivery.toml"
"""The file in which a delivery says what it is."""

LONGEST = 1 << 20
_DENMARK = ZoneInfo("Europe/Copenhagen")
_DELIVERY = re.compile(r"[0-9a-f]{12,64}\Z")
_EXAMPLE = '[delivery]\nsource = "hvem der leverer"\nknown = 2025-12-31'


def read_description(written: bytes, contract: Contract) -> Description:
    """What a delivery says of itself. Raises `Refused` with a Danish sentence."""
    top = Words(NAME, _parsed(written), ("delivery", "table"))
    if "delivery" not in top.values:
        raise Refused(f"{NAME}: afsnittet [delivery] mangler. Begynd filen med:\n{_EXAMPLE}")
    delivery = Words(f"{NAME}, [delivery]", top.mapping("delivery"), ("source", "known", "mends"))
    source = delivery.text("source")
    if source is None:
        raise Refused(
            f'{NAME}: under [delivery] mangler source, som siger hvem der leverer. Skriv fx source = "Fagsystemet".'
        )
    known = _known(delivery)
    mends = delivery.text("mends") or ""
    if mends and not _DELIVERY.match(mends):
        raise Refused(f"{NAME}: mends er ikke nummeret på en leverance. Det består af cifre og bogstaverne a-f.")
    tables = tuple(read_table(words, contract) for words in _tables(top))
    _see_each_once(tables)
    return Description(source, known, mends, tables)


def _parsed(written: bytes) -> dict[str, object]:
    if len(written) > LONGEST:
        raise Refused(f"{NAME}: filen er over 1 MB. Det er ikke en beskrivelse af en leverance.")
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = written[: trouble.start].count(b"\n") + 1
        raise Refused(f"{NAME}, linje {line}: filen er ikke gemt som UTF-8. Gem den på ny som UTF-8.") from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise Refused(_what_is_wrong(str(trouble), text)) from None
    except RecursionError:
        raise Refused(
            f"{NAME}: filen har parenteser i mange lag. Det er ikke en beskrivelse af en leverance."
        ) from None


def _what_is_wrong(trouble: str, text: str) -> str:
    """A mistake in how the file is written, with its line."""
    where = re.search(r"at line ([0-9]+), column ([0-9]+)", trouble)
    line = int(where[1]) if where else len(text.splitlines())
    if "Cannot overwrite" in trouble or "Cannot declare" in trouble or "already" in trouble:
        return (
            f"{NAME}, linje {line}: det samme navn står to gange. Hver tabel begynder med [[table]] i to par klammer."
        )
    return (
        f"{NAME}, linje {line}: linjen er ikke skrevet rigtigt. Tekst står i anførselstegn, en dag uden: "
        'source = "Fagsystemet", known = 2025-12-31. Kolonnenavne med mellemrum eller æ, ø, å står også i '
        "anførselstegn."
    )


def _known(delivery: Words) -> dt.date:
    """The day up to which the source knew things: a day, not in the future."""
    value = delivery.values.get("known")
    if value is None:
        raise Refused(
            f"{NAME}: under [delivery] mangler known, dagen som oplysningerne går til og med. "
            "Skriv fx known = 2025-12-31."
        )
    if isinstance(value, dt.datetime):
        value = value.date()
    day = value if isinstance(value, dt.date) else parse_day(value) if isinstance(value, str) else None
    if day is None:
        raise Refused(f"{NAME}: known er ikke en dag. Skriv fx known = 2025-12-31, uden anførselstegn.")
    if day > dt.datetime.now(tz=_DENMARK).date():
        raise Refused(
            f"{NAME}: known = {day} ligger i fremtiden. Skriv den dag, som kilden kendte til, fx dagen i går."
        )
    if day.year < 1990:
        raise Refused(f"{NAME}: known = {day} ligger før 1990. Skriv den dag, som kilden kendte til, fx dagen i går.")
    return day


def _tables(top: Words) -> list[dict[str, object]]:
    """The tables as they are written."""
    written = top.values.get("table")
    if written is None:
        raise Refused(
            f'{NAME}: der er ingen tabel. Skriv for hver: [[table]], name = "persons", files = ["borgere.csv"].'
        )
    if not isinstance(written, list) or not all(isinstance(each, dict) for each in written) or not written:
        raise Refused(f"{NAME}: en tabel begynder med [[table]] i to par klammer.")
    return written


def _see_each_once(tables: tuple[DescribedTable, ...]) -> None:
    seen: set[str] = set()
    for described in tables:
        if described.table.name in seen:
            raise Refused(
                f"{NAME}: tabellen {described.table.name} står to gange. "
                "Skriv den én gang, med alle dens filer i files."
            )
        seen.add(described.table.name)
