"""A question whose words the record does not use finds what it means, and the page says so."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.conf import settings
from django.test import Client, override_settings

from pejl.record import services
from pejl.record.search import SearchIndex, meaning
from pejl.record.services import Meant, catch_up_meanings
from record.builders import closed, item, minutes
from web.reading import said, take_in

pytestmark = [
    pytest.mark.skipif(bool(meaning.MISSING), reason=meaning.MISSING),
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("own_home"),
]

BIKES = (
    "Der kommer belysning på cykelstien langs Strandvejen, så den er tryg at køre på også om vinteren og om aftenen."
)
QUESTION = "hvornår får cyklister lygter"
PAGE = f"/soeg/?q={QUESTION.replace(' ', '+')}"
MEETING = "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A reader of invented meanings, switched on; what it has read."""
    reading = import_module("pejl.record.search.meaning.reading")
    invented = import_module("record.search.meaning.invented_reader").InventedReader()
    monkeypatch.setattr(reading, "why_not", lambda: "")
    monkeypatch.setattr(reading, "reader", lambda: invented)
    with override_settings(BY_MEANING=True):
        yield invented.read


def test_a_hit_that_only_its_meaning_found_is_told_as_such() -> None:
    take_in(minutes(item(1, "Spørgetid", text=[BIKES]), item(2, "Budget", text=["Årets budget."])))
    assert "0 punkter" in said(PAGE), "nothing has been read yet"
    assert catch_up_meanings() == Meant(read=2, left=0)
    text = said(PAGE)
    assert f"1 punkt om ”{QUESTION}”" in text
    assert "1 punkt er fundet, fordi indholdet ligner det, du spørger om, og ikke på grund af ordene." in text
    assert "Fundet efter betydning" in text
    assert "belysning på cykelstien" in text
    assert "betydning" not in said("/soeg/?q=budget")


def test_programs_are_told_too() -> None:
    take_in(minutes(item(1, "Spørgetid", text=[BIKES])))
    catch_up_meanings()
    found = Client().get("/api/v1/search", {"q": QUESTION}).json()
    assert (found["total"], found["by_meaning"], found["holding_all"]) == (1, 1, 0)
    assert [hit["by_meaning"] for hit in found["results"]] == [True]
    assert Client().get("/api/v1/search", {"q": QUESTION, "strictly": "true"}).json()["total"] == 0


def test_a_closed_item_is_never_read(reader: list[str]) -> None:
    take_in(minutes(item(1, "Spørgetid", text=[BIKES]), closed(2, "Køb af cykelsti", hidden="lygter til cyklister")))
    catch_up_meanings()
    assert len(reader) == 1
    assert not [text for text in reader if "lygter" in text or "Køb" in text]


def test_what_is_withdrawn_is_forgotten_with_the_withdrawal(reader: list[str]) -> None:
    take_in(minutes(item(1, "Spørgetid", text=[BIKES])))
    catch_up_meanings()
    reader.clear()
    services.retract(MEETING, who="Else Brandt", why="Der stod et navn for meget.")
    meanings = settings.HOME.index / "meanings"
    (points,) = meanings.rglob("points.npy")
    assert points.stat().st_size < 384, "there is no row left"
    assert "0 punkter" in said(PAGE)
    assert reader == []


def test_an_installation_that_switched_it_off_reads_nothing(reader: list[str]) -> None:
    take_in(minutes(item(1, "Spørgetid", text=[BIKES])))
    with override_settings(BY_MEANING=False):
        assert catch_up_meanings() == Meant()
        assert "0 punkter" in said(PAGE)
    assert reader == []


def test_without_an_index_there_is_nothing_to_read() -> None:
    assert catch_up_meanings() == Meant()


def test_what_somebody_else_is_reading_is_left_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(minutes(item(1, "Spørgetid", text=[BIKES])))

    def meanwhile(_done: int, _total: int) -> None:
        assert catch_up_meanings() == Meant()

    assert catch_up_meanings(meanwhile) == Meant(read=1)
    assert len(SearchIndex.open(settings.HOME.index)) == 1
