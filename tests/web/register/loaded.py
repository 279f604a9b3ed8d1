"""A small register for the site to show: two deliveries of Fjordby, one refused, and rows in quarantine."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pejl.home.folders import Home
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.register.loading import load
from pejl.register.report import Report
from register.deliveries import KEY, Rows, delivery, person, spell

NOVEMBER, DECEMBER = dt.date(2025, 11, 30), dt.date(2025, 12, 31)
SOURCE = "Fjordby Kommunes fagsystem"
CPR = "0107801234"
"""A number of the right form that no person in the delivery has; it stands where it must not."""


def pseudonym(number: str) -> str:
    """The pseudonym of a person of the source."""
    found = Pseudonyms(KEY, SOURCE).one(number, Identifier.OWN)
    assert isinstance(found, str)
    return found


def tables(people: int, bad: int, month: str) -> dict[str, Rows]:
    """`bad` spells end before they start; three have a benefit that is none; a talk holds a CPR number."""
    persons = [person(f"n{number}") for number in range(people)]
    spells = [spell(f"y{number}", f"n{number}", f"2025-{month}-03") for number in range(people)]
    spells += [spell(f"b{number}", f"n{number}", "2025-05-05", "2025-04-01") for number in range(bad)]
    spells += [spell(f"c{number}", f"n{number}", benefit="ukendt") for number in range(3)]
    talk = {"type": "jobsamtale", "authority": "kommune", "day": f"2025-{month}-20", "status": "afholdt"}
    talks = [{"id": f"s{number}", "person": f"n{number}", **talk, "unit": "Jobcenter"} for number in range(60)]
    talks.append({"id": "s999", "person": "n5", **talk, "unit": f"Team {CPR}"})
    account = {"month": f"{month}-2025", "name": "Dagpenge til forsikrede ledige", "original_budget": "1000,00"}
    ledger = [{"account": f"5.57.{number}", **account, "spent": f"{number}234,50"} for number in (71, 72, 73)]
    ledger.append({"account": "5.57.74", **account, "spent": "meget"})
    return {"persons": persons, "benefit_spells": spells, "talks": talks, "ledger_lines": ledger}


def first(folder: Path, home: Home) -> Report:
    """What was known at the end of November."""
    return load(delivery(folder / "november", NOVEMBER, tables(140, 12, "10")), home, KEY)


def second(folder: Path, home: Home) -> Report:
    """What was known at the end of December: three persons more, and every spell begins a month later."""
    return load(delivery(folder / "december", DECEMBER, tables(143, 12, "11")), home, KEY)


def refused(folder: Path, home: Home) -> Report:
    """A delivery that maps a column that the contract has not."""
    path = delivery(folder / "refused", DECEMBER, {"persons": [person("n1", **{"noget andet": "x"})]})
    description = path / "delivery.toml"
    description.write_text(description.read_text(encoding="utf-8") + 'hair = "noget andet"\n', encoding="utf-8")
    return load(path, home, KEY)
