"""Files as municipalities send them, with closed items: whatever comes after them, and whoever takes what back, no word
of a closed item can be fetched, is in a table, in a file beside the archive, or is printed by a command.
"""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import resolve
from typer.testing import CliRunner

from minutes.exports.samples_read import SECRET as HIDDEN_IN_EXPORTS
from minutes.exports.samples_read import exports
from pejl.cli.record import app
from pejl.home.folders import Home
from pejl.record import services
from web.surface import rows, walk

pytestmark = pytest.mark.django_db

SECRET = "hemmeligtvåben"  # noqa: S105 - the beginning of planted words, no password
MUNICIPALITY = "Fjordby Kommune"
DAY = "fjordby-kommune/fjordudvalg/2025-11-05"
HEAD = "{kind} Fjordudvalget 2022-2025 d. 05-11-2025\n\nMødedato 05-11-2025 kl. 17:00\n\n"
TEXT = """Indstilling

Forvaltningen indstiller,

1. at der gives en tillægsbevilling på 500.000 kr. i 2025 til {0}a

Gennemgang af sagen

Sagen om {0}b. Forvaltningen forelægger en evaluering af {0}c i juni 2026. Se Byrådet den 18-06-2025, punkt 3.

Navn\t2025
{0}d\t7

Kommende behandlingsforløb

{0}eudvalget 09-12-2025

Beslutning

Tiltrådt {0}f.

Asta {0}g (A) stemte imod.

Bilag

Bilag 1: {0}h
"""
OPEN = "Punkt 1: Budget\n\n25-1-00.30.00-S00\n\nGennemgang af sagen\n\nTeksten om vejen.\n\nBeslutning\n\nGodkendt.\n\n"
LAST = "Punkt 3: Skolebus\n\nGennemgang af sagen\n\nSe punkt 2 om det lukkede.\n\nBeslutning\n\nGodkendt.\n"


def document(title: str, *, kind: str = "REFERAT", note: str = "") -> bytes:
    """Minutes or an agenda with three items, the second under `title`."""
    head = HEAD.format(kind=kind)
    return f"{head}{OPEN}{title}\n\n25-2-15.00.00-P20\n\n{TEXT.format(SECRET)}\n{LAST}{note}".encode()


SHUT, STANDING_OPEN = document("Punkt 2: Lukket: Personsag"), document("Punkt 2: Personsag")


def came(name: str, data: bytes) -> None:
    services.import_bytes(name, data, MUNICIPALITY)


def correction() -> None:
    came("referat.txt", STANDING_OPEN)
    came("referat-rettet.txt", SHUT)


def agenda_after() -> None:
    came("referat.txt", SHUT)
    came("dagsorden.txt", document("Punkt 2: Personsag", kind="DAGSORDEN"))


def withdrawn_and_restored() -> None:
    correction()
    services.retract(DAY, who="Asta Fjord", why="Forkert fil.")
    services.restore(DAY, who="Asta Fjord")


def withdrawn() -> None:
    correction()
    services.retract(DAY, who="Asta Fjord", why="Forkert fil.")


def correction_withdrawn_alone() -> None:
    correction()
    services.retract(hashlib.sha256(SHUT).hexdigest(), who="Asta Fjord", why="Forkert fil.", only=True)


def built_again() -> None:
    correction()
    services.rebuild()


def by_another_name() -> None:
    came("referat.txt", STANDING_OPEN)
    came("rettet.txt", document("Punkt 7: Lukket punkt"))


COURSES: dict[str, Callable[[], None]] = {
    each.__name__: each
    for each in (
        correction,
        agenda_after,
        withdrawn,
        withdrawn_and_restored,
        correction_withdrawn_alone,
        built_again,
        by_another_name,
    )
}
TITLES = [
    "Punkt 2: Fortroligt: Personsag",
    "Punkt 2: Personsag\n\nIkke offentlig",
    "LUKKET DAGSORDEN\n\nPunkt 2: Personsag",
]


@contextlib.contextmanager
def own_record() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setenv("PEJL_HOME", folder)
        with override_settings(HOME=Home(Path(folder))):
            yield Path(folder)
        transaction.set_rollback(True)


COMMANDS = [
    ["list"],
    ["list", "--json"],
    ["export"],
    ["completeness"],
    ["completeness", "--json"],
    ["promises"],
    ["promises", "--json"],
    ["money"],
    ["money", "--json"],
    ["check"],
    ["check", "--json"],
    ["retractions", "--json"],
]


def command(*words: str) -> str:
    said = CliRunner().invoke(app, list(words))
    return said.output


def whole(answer: Any) -> str:
    """Body and headers of an answer, in small letters."""
    told: bytes = answer.getvalue()
    return f"{told.decode('utf-8', 'replace')} {dict(answer.headers)}".lower()


def telling(folder: Path) -> list[str]:
    """Where the planted words stand: answers by address, and all that `kept_or_printed` looks through."""
    found, asked = [], set[str]()
    answers = walk()
    for address, body in answers.items():
        if SECRET in (address + body.decode("utf-8", "replace")).lower():
            found.append(address)
        route = resolve(address.split("?")[0]).route
        if route not in asked:
            asked.add(route)
            client = Client()
            found += [
                f"{answer.request['REQUEST_METHOD']} {address}"
                for answer in (client.head(address), client.options(address), client.post(address))
                if SECRET in whole(answer)
            ]
    for address in (
        *(f"/referater/{DAY}/{item}" for item in ("", "punkt-2/", *(f"punkt-{each}/?kilde=1" for each in (1, 2, 3)))),
        *(f"/api/v1/{kind}" for kind in (f"meetings/{DAY}", f"items/{DAY}/punkt-2")),
    ):
        answer = Client().get(address)
        if SECRET in whole(answer):
            found.append(f"{answer.status_code} {address}")
    for end in "abcdefgh":
        if Client().get("/api/v1/search", {"q": SECRET + end}).json()["total"]:
            found.append(f"search {end}")
    if SECRET in whole(Client().get("/soeg/", {"q": f"{SECRET[:-1]}x"})):
        found.append("a spelling that is suggested")
    return found + kept_or_printed(folder, SECRET)


def kept_or_printed(folder: Path, secret: str) -> list[str]:
    """Where a word stands in tables, in files beside the archive, and in what commands print."""
    found = [f"table {table}" for table, row in rows() if secret in row.lower()]
    archive = folder / "archive"
    for path in folder.rglob("*"):
        if path.is_file() and archive not in path.parents and secret.encode() in path.read_bytes().lower():
            found.append(f"file {path.relative_to(folder)}")
    return found + [f"pejl record {' '.join(words)}" for words in COMMANDS if secret in command(*words).lower()]


@pytest.mark.parametrize(
    "course", [each if each == "correction" else pytest.param(each, marks=pytest.mark.long) for each in COURSES]
)
def test_no_word_of_a_closed_item_is_told_whatever_came_before_and_after(course: str) -> None:
    with own_record() as folder:
        COURSES[course]()
        assert telling(folder) == []


@pytest.mark.long
@pytest.mark.parametrize("title", TITLES)
def test_no_word_of_a_file_is_told_that_says_closed_in_other_words(title: str) -> None:
    with own_record() as folder:
        came("referat.txt", document(title))
        assert telling(folder) == []


def test_no_word_that_an_export_of_a_case_system_closes_is_told() -> None:
    with own_record() as folder:
        for path in exports():
            services.import_file(path, MUNICIPALITY)
        assert kept_or_printed(folder, HIDDEN_IN_EXPORTS.lower()) == []


def test_the_same_search_finds_the_words_of_an_open_item() -> None:
    """A guard of the guards."""
    with own_record() as folder:
        came("referat.txt", STANDING_OPEN)
        found = telling(folder)
    assert any(each.startswith("table") for each in found) and any(each.startswith("/") for each in found)
    assert {f"pejl record {each}" for each in ("export", "promises --json", "money --json")} <= set(found)
    assert "search b" in found
