"""No word of a closed item reaches anything that the public can fetch, nor any table or index that feeds it.

Closed items are given a word of its own in every field that a file may carry, by whatever mistake; then everything
public is fetched by following every address, and none of the words may be there.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import resolve
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from house.addresses import routes
from patience import CI
from pejl.access.rights import right_of
from pejl.home.folders import Home
from pejl.minutes.document import (
    Attachment,
    Block,
    Clause,
    Item,
    Lines,
    ListEntry,
    Minutes,
    Participant,
    Recommendation,
    Reference,
    Remark,
    Role,
    Section,
    SourceLine,
    Stop,
    Table,
    Vote,
)
from pejl.record import services
from record.builders import agenda, item, member, minutes, stop, vote
from web.reading import take_in
from web.surface import rows, walk

pytestmark = pytest.mark.django_db

BEGINNING = "Hemmeligtvåben"
DAY = dt.date(2025, 3, 12)


class Words:
    """A word for every planted place, none of which stands anywhere else."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.given: list[str] = []

    def __call__(self) -> str:
        word = BEGINNING + "".join("abcdefghij"[int(digit)] for digit in f"{next(self._numbers):03}")
        self.given.append(word)
        return word


Plant = Callable[[Item, Words, Lines], Item]


def _section(role: Role, *blocks: Block, heading: str | None = None, at: Lines) -> Section:
    return Section(heading=heading, role=role, level=2, blocks=list(blocks), lines=at)


def _paragraph(text: str, at: Lines) -> Block:
    return Block(kind="paragraph", text=text, lines=at)


def _entry(text: str, at: Lines) -> ListEntry:
    return ListEntry(mark="1.", text=text, lines=at)


PLANTS: dict[str, Plant] = {
    "text": lambda of, word, at: of.model_copy(
        update={"sections": [_section(Role.TEXT, _paragraph(f"Sagen om {word()}.", at), heading=word(), at=at)]}
    ),
    "promise": lambda of, word, at: of.model_copy(
        update={
            "sections": [
                _section(
                    Role.TEXT,
                    _paragraph(f"Forvaltningen vil forelægge en evaluering af {word()} for udvalget i juni 2025.", at),
                    at=at,
                )
            ]
        }
    ),
    "money": lambda of, word, at: of.model_copy(
        update={
            "recommendation": Recommendation(
                by=word(),
                text=f"at der gives en tillægsbevilling på 500.000 kr. i 2025 til {word()}",
                clauses=[
                    Clause(
                        number=1,
                        text=f"at der gives en tillægsbevilling på 500.000 kr. i 2025 til {word()}",
                        lines=at,
                    )
                ],
                lines=at,
            )
        }
    ),
    "decision": lambda of, word, at: of.model_copy(
        update={
            "decision": of.decision
            and of.decision.model_copy(
                update={
                    "text": f"Tiltrådt {word()}.",
                    "sent_to": word(),
                    "remarks": [Remark(kind="entry", by=word(), text=word(), line=at.first)],
                }
            )
        }
    ),
    "votes": lambda of, word, at: of.model_copy(
        update={
            "votes": [Vote(on=word(), moved_by=word(), outcome=of.outcome, for_=[word()], text=word(), lines=at)],
            "absent": [word()],
        }
    ),
    "list": lambda of, word, at: of.model_copy(
        update={
            "sections": [
                _section(
                    Role.TEXT,
                    Block(kind="list", entries=[ListEntry(mark="1.", text=word(), lines=at)], lines=at),
                    at=at,
                )
            ]
        }
    ),
    "table": lambda of, word, at: of.model_copy(
        update={
            "tables": [Table(caption=word(), header=[word(), "2025"], rows=[[word(), "7"]], section=word(), lines=at)],
            "sections": [_section(Role.TEXT, Block(kind="table", table=0, lines=at), at=at)],
        }
    ),
    "pointers": lambda of, word, at: of.model_copy(
        update={
            "route": [Stop(body=f"{word()}udvalget", date=DAY, line=at.first)],
            "related": [Reference(body=f"{word()}udvalget", date=DAY, item=1, line=at.first, text=word())],
            "references": [Reference(body=f"{word()}udvalget", date=DAY, item=1, line=at.first, text=word())],
        }
    ),
    "people": lambda of, word, at: of.model_copy(
        update={"participants": [Participant(name=word(), title=word(), line=at.first)]}
    ),
    "attachments": lambda of, word, at: of.model_copy(
        update={"attachments": [Attachment(number="1", title=word(), line=at.first)]}
    ),
    "heading": lambda of, word, at: of.model_copy(
        update={"heading": [SourceLine(line=at.first, text=word(), field="heading")], "kind": word()}
    ),
}


def closed_item(number: int, plants: list[str], word: Words) -> Item:
    made = item(number, "Personsag", text=[word()], recommended=[word()], decided=word())
    for name in plants:
        made = PLANTS[name](made, word, Lines(first=made.lines.first + 2, last=made.lines.first + 3))
    return made.model_copy(update={"closed": True})


def open_item_with_closed_file(number: int, word: Words) -> Item:
    made = item(number, "Budgetopfølgning", case="25-1", route=[stop("Byrådet", DAY + dt.timedelta(days=14))])
    files = [
        Attachment(number="1", title="Notat", line=made.lines.first),
        Attachment(number="2", title=word(), closed=True, line=made.lines.first),
    ]
    return made.model_copy(update={"attachments": files})


def open_item_with_money(number: int) -> Item:
    asked = "at der gives en tillægsbevilling på 200.000 kr. i 2025"
    made = item(number, "Godkendelse", votes=[vote(for_=["Asta Fjord"])], recommended=[asked])
    at = Lines(first=made.lines.first + 6, last=made.lines.first + 7)
    table = Table(header=["Kr.", "2025"], rows=[["Løn", "200.000"]], lines=at)
    shown = _section(Role.TEXT, Block(kind="table", table=0, lines=at), at=at)
    return made.model_copy(update={"tables": [table], "sections": [*made.sections, shown]})


def documents(plants: list[str], with_agenda: bool, elsewhere: bool, word: Words) -> list[Minutes]:
    shut = closed_item(2, plants, word)
    unread = [SourceLine(line=shut.lines.first + 5, text=word(), field="unread")]
    found = [
        minutes(
            open_item_with_closed_file(1, word),
            shut,
            open_item_with_money(3),
            item(4, "Plan", text=["En status på planen forelægges udvalget i december 2027."]),
            members=[member("Asta Fjord", "A"), member("Bo Klit", "V")],
            unread=unread,
        )
    ]
    if with_agenda:  # the agenda was open where the minutes are closed
        found.insert(0, agenda(item(1, "Budgetopfølgning", outcome=None), shut.model_copy(update={"closed": False})))
    if elsewhere:
        found.append(minutes(closed_item(1, plants, word), item(2), body="Byrådet", date=DAY + dt.timedelta(days=14)))
    return found


def told_by_answers(word: Words) -> list[str]:
    """Which of the words stand in what can be fetched, with the address; and which the index finds."""
    said = [word_.lower() for word_ in word.given]
    found = []
    for address, body in walk().items():
        text = (address + body.decode("utf-8", "replace")).lower()
        found += [f"{address}: {each}" for each in said if each in text]
    asked = {each: Client().get("/api/v1/search", {"q": each}).json()["total"] for each in said}
    return found + [f"index: {each}" for each, total in asked.items() if total]


def told_by_tables(word: Words) -> list[str]:
    """Which of the words stand in rows, with the table's name."""
    said = [word_.lower() for word_ in word.given]
    return [f"table {table}: {each}" for table, row in rows() for each in said if each in row.lower()]


TOGETHER = (
    ["text", "decision", "votes"],
    ["promise", "money", "people"],
    ["list", "pointers", "attachments"],
    ["table", "heading"],
)
"""Every plant, in sets of which none undoes another."""


def test_every_field_is_planted() -> None:
    assert sorted(plant for plants in TOGETHER for plant in plants) == sorted(PLANTS)


# A failure names the field by its word: there is nothing to shrink, and shrinking would walk the site many times.
@settings(
    max_examples=12 if CI else 1,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@example(plants=TOGETHER[0], with_agenda=True, elsewhere=False)
@example(plants=TOGETHER[1], with_agenda=False, elsewhere=True)
@example(plants=TOGETHER[2], with_agenda=True, elsewhere=True)
@example(plants=TOGETHER[3], with_agenda=False, elsewhere=False)
@given(
    plants=st.lists(st.sampled_from(sorted(PLANTS)), min_size=1, max_size=5, unique=True),
    with_agenda=st.booleans(),
    elsewhere=st.booleans(),
)
def test_no_word_of_a_closed_item_can_be_fetched(plants: list[str], with_agenda: bool, elsewhere: bool) -> None:
    word = Words()
    with published(plants, with_agenda, elsewhere, word):
        assert word.given
        assert told_by_answers(word) + told_by_tables(word) == []


@pytest.mark.parametrize("plant", sorted(PLANTS))
def test_the_search_for_words_finds_them_where_nothing_is_held_back(
    plant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pejl.record.services.reading.public_version", lambda minutes: minutes)
    word = Words()
    with published([plant], with_agenda=False, elsewhere=False, word=word):
        assert told_by_tables(word)


def test_and_finds_them_in_answers_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pejl.record.services.reading.public_version", lambda minutes: minutes)
    word = Words()
    with published(["text", "decision"], with_agenda=False, elsewhere=False, word=word):
        found = told_by_answers(word)
    assert any(each.startswith("/referater/") for each in found)


# Addresses that no answer names in full, so that the walk cannot come by them, and why nothing closed is there.
NOT_WALKED = {
    "oparl/v1.1/": "it only leads on to the system object",
    "adgang/log-ud/": "it asks whether to log out",
    "api/v1/law/<str:statute>/compute": "it answers facts that are sent, from the law alone, and reads no record",
    "adgang/kode/": "it is the second step of a login that has begun",
    "adgang/lukket/": "it says that a user is shut out",
    "screening/modeller/<slug:name>/": "there is no model here; it tells of a training, and of no record",
    "screening/modeller/<slug:name>/<slug:document>/": "the same",
    "screening/spoergsmaal/": "it takes a citizen's answers",
    "screening/spoergsmaal/<str:token>/": "it takes a link that a caseworker makes",
    "screening/spoergsmaal/tak/": "it thanks for answers",
}


def test_the_walk_comes_by_every_address_of_the_site() -> None:
    """A page that the walk does not find would not be searched for closed words."""
    with published(["text"], with_agenda=True, elsewhere=True, word=Words()):
        walked = {resolve(urlsplit(address).path).route for address in walk()}
    site = {address for address, view in routes() if (right := right_of(view)) and not right.needs_login}
    assert sorted(site - walked - NOT_WALKED.keys()) == []


@contextmanager
def published(plants: list[str], with_agenda: bool, elsewhere: bool, word: Words) -> Iterator[None]:
    """A record with these plants of the words."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setenv("PEJL_HOME", folder)
        with override_settings(HOME=Home(Path(folder))):
            take_in(*documents(plants, with_agenda, elsewhere, word), with_lines=False)
            yield
        transaction.set_rollback(True)


CPR = "010170-1234"


def test_no_cpr_number_of_an_open_item_can_be_fetched() -> None:
    """A file read by the real reader, so that its own lines are shown as the source too."""
    told = f"""REFERAT Fjordudvalget 2022-2025 d. 05-11-2025

Mødedato 05-11-2025 kl. 17:00

Punkt 1: Opfølgning

Gennemgang af sagen

Borgeren med CPR-nr. {CPR} har klaget. Forvaltningen vil forelægge en status om {CPR} i marts 2026.

Navn\tNummer
Borger\t{CPR}

Bilag

Bilag 1: Klage fra {CPR}

Punkt 2: Godkendelse

Beslutning

Godkendt.
"""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setenv("PEJL_HOME", folder)
        with override_settings(HOME=Home(Path(folder))):
            services.import_bytes("referat.txt", told.encode(), "Fjordby Kommune")
            item_page = "/referater/fjordby-kommune/fjordudvalg/2025-11-05/punkt-1/"
            answers = walk(["/", item_page, f"{item_page}?kilde=1", "/api/v1/", "/oparl/v1.1/system"])
            tables = "".join(row for _, row in rows())
        transaction.set_rollback(True)
    assert "[CPR-nummer skjult]" in answers[f"{item_page}?kilde=1"].decode()
    whole = tables + "".join(body.decode("utf-8", "replace") for body in answers.values())
    for form in (CPR, CPR.replace("-", ""), CPR[-4:] + " har", "0101701234"):
        assert form not in whole
