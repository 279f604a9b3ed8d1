"""A delivery as a municipality's systems write it, of persons who do not exist: two tables, half of the rows each.

Windows-1252, semicolons, `31-12-2025`, `1.234,56`, personal numbers. The numbers are days and figures drawn by lot.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path

SPELLS, PAYMENTS = "ydelser.csv", "udbetalinger.csv"
PERSONS = 60_000

DESCRIPTION = """
[delivery]
source = "Fjordby Kommunes fagsystem"
known = 2025-12-31

[[table]]
name = "benefit_spells"
files = ["ydelser.csv"]
[table.columns]
id = "Forløb"
person = { from = "CPR", identifier = "cpr" }
benefit = { from = "Ydelse", values = { "A-dagpenge" = "dagpenge", "Kontanthjælp" = "kontanthjaelp" } }
start = "Startdato"
end = "Slutdato"
hours_paid = "Timer"
unit = "Enhed"
team = "Team"
caseworker = "Sagsbehandler"

[[table]]
name = "payments"
files = ["udbetalinger.csv"]
[table.columns]
person = { from = "CPR", identifier = "cpr" }
benefit = { from = "Ydelse", values = { "A-dagpenge" = "dagpenge", "Kontanthjælp" = "kontanthjaelp" } }
month = "Måned"
gross = "Brutto"
net = "Netto"
earnings = "Arbejdsindtægt"
wage_hours = "Løntimer"
"""

_BENEFITS = ("A-dagpenge", "Kontanthjælp", "Sygedagpenge", "Ledighedsydelse")
_LINES_AT_A_TIME = 50_000


def write_delivery(folder: Path, rows: int) -> None:
    """Write a delivery of so many rows into an empty folder."""
    chance = random.Random(1)
    persons = [_number(chance) for _ in range(PERSONS)]
    (folder / "delivery.toml").write_text(DESCRIPTION, encoding="utf-8")
    spells = "Forløb;CPR;Ydelse;Startdato;Slutdato;Timer;Enhed;Team;Sagsbehandler"
    payments = "CPR;Ydelse;Måned;Brutto;Netto;Arbejdsindtægt;Løntimer"
    _write(folder / SPELLS, spells, rows - rows // 2, lambda line: _spell(chance, line, persons))
    _write(folder / PAYMENTS, payments, rows // 2, lambda line: _payment(chance, line, persons))


def _write(path: Path, head: str, rows: int, line: Callable[[int], str]) -> None:
    with path.open("w", encoding="cp1252", newline="") as file:
        file.write(head + "\r\n")
        for first in range(0, rows, _LINES_AT_A_TIME):
            file.writelines(_lines(line, first, min(rows, first + _LINES_AT_A_TIME)))


def _lines(line: Callable[[int], str], first: int, beyond: int) -> Iterator[str]:
    return (line(number) for number in range(first, beyond))


def _number(chance: random.Random) -> str:
    """Ten digits that begin with a day."""
    day = dt.date(1950, 1, 1) + dt.timedelta(chance.randrange(20_000))
    return (
        f"{day:%d%m%y}-{chance.randrange(10_000):04}"
        if day.year < 2000
        else f"{day:%d%m%y}-{chance.randrange(4000, 5000)}"
    )


def _spell(chance: random.Random, line: int, persons: list[str]) -> str:
    start = chance.randrange(3000)
    end = _DAYS[start + chance.randrange(1, 500)] if chance.random() < 0.8 else ""
    hours = f"{chance.randrange(2000)},{chance.randrange(100):02}"
    return (
        f"F{1_000_000 + line};{persons[chance.randrange(PERSONS)]};{_BENEFITS[chance.randrange(4)]};{_DAYS[start]};"
        f"{end};{hours};Enhed {chance.randrange(20)};Team {chance.randrange(60)};S{chance.randrange(400)}\r\n"
    )


def _payment(chance: random.Random, line: int, persons: list[str]) -> str:
    gross, earned = chance.randrange(100_000, 2_500_000), chance.randrange(0, 1_000_000)
    return (
        f"{persons[chance.randrange(PERSONS)]};{_BENEFITS[chance.randrange(4)]};{_MONTHS[line % 72]};{_kroner(gross)};"
        f"{_kroner(gross * 6 // 10)};{_kroner(earned) if earned > 700_000 else ''};{chance.randrange(160)}\r\n"
    )


def _kroner(hundredths: int) -> str:
    return f"{hundredths // 100:,}".replace(",", ".") + f",{hundredths % 100:02}"


_DAYS = [f"{dt.date(2016, 1, 1) + dt.timedelta(day):%d-%m-%Y}" for day in range(3500)]
_MONTHS = [f"01-{1 + month % 12:02}-{2020 + month // 12}" for month in range(72)]
