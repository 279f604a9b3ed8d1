"""Whoever keeps a copy and asks only for what has changed ends with what a fresh copy has, from wherever they began."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from patience import seeds
from pejl.minutes.document import Outcome, Status
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.unreadable import Words
from pejl.record.models import Document, Withdrawn
from pejl.record.services import installation
from pejl.record.services.retractions import restore, retract
from record.builders import agenda, closed, item, member, minutes, reader, stop, vote
from web.api_record import take_in

BODY = "/oparl/v1.1/body"
EXPORT = "/eksport/record.ndjson"
LISTS = (
    *("organization", "person", "meeting", "paper", "agendaitem", "consultation", "file", "location"),
    *("legislativeterm", "membership"),
)
COUNCIL, APRIL = dt.date(2025, 3, 26), dt.date(2025, 4, 9)
ASTA, BO = member("Asta Fjord", "A"), member("Bo Klit", "V", Status.ABSENT)
DOCUMENTS = [
    agenda(item(1, "Budget", outcome=None), item(2, "Havnen", outcome=None, case="25-7")),
    minutes(item(1, "Budget"), item(2, "Havnen", case="25-7", votes=[vote(for_=["Asta Fjord"])]), members=[ASTA, BO]),
    minutes(item(1, "Budget"), closed(2, "Havnen"), members=[ASTA], note="lukket"),
    minutes(item(1, "Budget 2026", decided="Godkendt."), item(3, "Vejene"), members=[BO], note="rettet"),
    minutes(item(1, "Havnen", case="25-7", route=[stop("Byrådet", COUNCIL)]), date=APRIL, members=[ASTA]),
    minutes(item(1, "Havnen", case="25-7", outcome=Outcome.APPROVED), date=COUNCIL, body="Byrådet"),
    agenda(item(1, "Skolerne", outcome=None), date=APRIL, body="Byrådet"),
    minutes(item(1, "Skolerne"), date=APRIL, body="Byrådet", members=[member("Cæcilie Dam")]),
    minutes(item(1, "Uden dag"), date=None),
]


def act_at_random(chance: random.Random) -> None:
    """Take something in, withdraw something or put something back."""
    here = replace(installation(), read=reader(lambda name: Unreadable(name, Words("no document", "intet dokument"))))
    known, gone = list(Document.objects.select_related("meeting__body__municipality")), list(Withdrawn.objects.all())
    what = chance.choice(["take", "take", "take", *(["retract"] * bool(known)), *(["restore"] * bool(gone))])
    only = chance.random() < 0.5
    if what == "take":
        take_in(chance.choice(DOCUMENTS))
    elif what == "restore":
        restore(chance.choice(gone).sha256, who="Else Brandt", only=only, at=here)
    else:
        document = chance.choice(known)
        body = document.meeting.body
        meeting = f"{body.municipality.slug}/{body.slug}/{document.meeting.slug}"
        retract(chance.choice([document.sha256, meeting]), who="Else Brandt", why="Fejl.", only=only, at=here)


def exported(**asked: str) -> list[dict[str, Any]]:
    response = Client().get(EXPORT, asked)
    assert response.status_code == 200, response.content
    return [json.loads(line) for line in response.getvalue().splitlines()]


class Kept:
    """A copy of the export: what was told last of everything, and the cursor to come back with."""

    def __init__(self, lines: list[dict[str, Any]]) -> None:
        self.told: dict[str, dict[str, Any]] = {}
        self.cursor = ""
        self.take(lines)

    def take(self, lines: list[dict[str, Any]]) -> None:
        for line in lines:
            self.cursor = line.pop("cursor")
            if line["type"] != "end":
                self.told[line["id"]] = line

    def follow(self, chance: random.Random) -> None:
        """Come back, for all that is new or for a stretch of it."""
        limit = chance.choice([{}, {"limit": "1"}, {"limit": "4"}])
        self.take(exported(since=self.cursor, **limit))


@pytest.mark.parametrize("seed", seeds(5))
def test_a_copy_of_the_export_is_the_whole_from_wherever_it_began(empty: None, seed: int) -> None:
    chance = random.Random(seed)
    take_in(chance.choice(DOCUMENTS))
    copies = [Kept(exported())]
    for _ in range(9):
        act_at_random(chance)
        lines = exported()
        copies += [Kept(lines[: chance.randint(1, len(lines))]), Kept(exported())]
        for copy in copies:
            if chance.random() < 0.3:
                copy.follow(chance)
    whole = Kept(exported())
    for copy in copies:
        copy.take(exported(since=copy.cursor))
        assert copy.told == whole.told
        assert copy.cursor == whole.cursor


def every(address: str, **asked: str) -> Iterator[dict[str, Any]]:
    address = f"{address}?{urlencode(asked)}" if asked else address
    while address:
        page = Client().get(address).json()
        yield from page["data"]
        address = page["links"].get("next", "").removeprefix("https://referater.example.dk")


def whole() -> dict[str, dict[str, Any]]:
    bodies = {told["id"]: told for told in every(BODY)}
    return bodies | {told["id"]: told for kind in LISTS for told in every(f"{BODY}/fjordby-kommune/{kind}")}


def changes(since: str) -> dict[str, dict[str, Any]]:
    asked = {"modified_since": since, "limit": "3"}
    bodies = {told["id"]: told for told in every(BODY, **asked)}
    return bodies | {told["id"]: told for kind in LISTS for told in every(f"{BODY}/fjordby-kommune/{kind}", **asked)}


@pytest.mark.parametrize("seed", seeds(5))
def test_a_copy_by_oparl_learns_of_every_change_by_its_time(empty: None, seed: int) -> None:
    chance = random.Random(seed)
    take_in(chance.choice(DOCUMENTS))
    before = whole()
    last = max(told["modified"] for told in before.values())
    for _ in range(8):
        act_at_random(chance)
        now, changed = whole(), changes(last)
        gone = {own for own, told in changed.items() if told.get("deleted")}
        assert {own: told for own, told in (before | changed).items() if own not in gone} == now
        for own in before.keys() & now.keys():
            later = now[own]["modified"] > before[own]["modified"]
            assert later or now[own] == before[own], "what says something else has changed since"
        for told in now.values():
            for part in (part for value in told.values() for part in parts(value)):
                assert part["modified"] <= told["modified"], "what is told within it changed no later than it"
        before, last = now, max([last, *(told["modified"] for told in changed.values())])


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """The published things that a field tells."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and "modified" in each:
            yield each
