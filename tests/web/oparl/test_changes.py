"""What was published and is no longer is told of, and a list that changes while it is leafed through loses nothing."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, given
from hypothesis import settings as of_examples
from hypothesis import strategies as st

from patience import examples
from pejl.home.folders import Home
from pejl.minutes.document import SourceLine
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.unreadable import Words
from pejl.record.services import installation
from pejl.record.services.retractions import restore, retract
from record.builders import agenda, closed, item, member, minutes, reader
from web.api_record import CORRECTED, FIRST, SECRET, take_in
from web.oparl.asking import ROOT, START, ask
from web.oparl.walker import walk

pytestmark = pytest.mark.usefixtures("empty")

OWN = f"{ROOT}body/fjordby-kommune"
ADDRESS = "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"
MEETING = f"{ROOT}meeting/{ADDRESS}"
LONG_AGO = "2000-01-01T00:00:00+01:00"


def get(address: str, **asked: str) -> Any:
    reply = ask("GET", f"{address}?{urlencode(asked)}" if asked else address, {})
    assert reply.status == 200, (address, reply.content)
    return json.loads(reply.content)


def ids(kind: str, **asked: str) -> list[str]:
    return [told["id"].removeprefix(ROOT) for told in get(f"{OWN}/{kind}", **asked)["data"]]


def gone(kind: str) -> list[str]:
    data = get(f"{OWN}/{kind}", modified_since=LONG_AGO)["data"]
    return [told["id"].removeprefix(ROOT) for told in data if told.get("deleted")]


def test_an_empty_record_can_be_walked() -> None:
    assert not walk(START, ask).problems
    assert get(f"{ROOT}body")["data"] == []


def test_an_item_that_a_correction_drops_leaves_a_mark() -> None:
    take_in(minutes(item(1), item(2, "Fejl", case="25-9"), members=[member("Asta Fjord")]))
    published = get(f"{ROOT}agendaitem/{ADDRESS}/punkt-2")
    take_in(minutes(item(1), members=[member("Asta Fjørd")], note="2"))
    told = get(f"{ROOT}agendaitem/{ADDRESS}/punkt-2")
    meeting = get(MEETING)
    assert told == {
        **{name: published[name] for name in ("id", "type", "created")},
        **{"modified": meeting["modified"], "deleted": True},
    }
    assert f"agendaitem/{ADDRESS}/punkt-2" not in ids("agendaitem")
    assert gone("agendaitem") == [f"agendaitem/{ADDRESS}/punkt-2"]
    assert gone("paper") == ["paper/fjordby-kommune/25-9"]
    assert len(gone("person")) == len(ids("person")) == 1
    assert not walk(START, ask).problems


def test_who_keeps_a_copy_learns_of_every_change_since_the_last_time() -> None:
    take_in(minutes(item(1), item(2)), minutes(item(1), body="Byrådet"))
    last = max(told["modified"] for told in get(f"{OWN}/agendaitem")["data"])
    take_in(minutes(item(1, decided="Godkendt."), item(3), note="2"))
    changed = get(f"{OWN}/agendaitem", modified_since=last)["data"]
    since = {told["id"].rpartition("/")[2]: told.get("deleted", False) for told in changed if told["modified"] > last}
    assert since == {"punkt-1": False, "punkt-2": True, "punkt-3": False}


def test_an_item_that_is_closed_later_says_nothing_any_more() -> None:
    take_in(minutes(item(1), item(2, "Personsag", case="25-9", text=[SECRET], decided=SECRET)))
    assert SECRET in str(get(MEETING))
    file = get(MEETING)["resultsProtocol"]
    take_in(minutes(item(1), closed(2, "Personsag", hidden=SECRET), note="2"))
    found = walk(START, ask)
    assert not found.problems
    assert SECRET not in str([*found.known.values(), *found.added.values()])
    earlier = get(file["id"])
    assert earlier["modified"] > file["modified"] and earlier["size"] < file["size"]
    assert SECRET.encode() not in ask("GET", earlier["accessUrl"], {}).content
    assert gone("paper") == ["paper/fjordby-kommune/25-9"]


def test_a_withdrawn_meeting_leaves_marks_and_its_file_is_gone() -> None:
    take_in(FIRST, minutes(item(1), date=dt.date(2025, 4, 9), members=[member("Asta Fjord", "A")]))
    file = get(MEETING)["resultsProtocol"]
    retract(ADDRESS, who="Byrådssekretæren", why="Indeholdt en fejl.")
    assert get(MEETING).keys() == {"id", "type", "created", "modified", "deleted"}
    reply = ask("GET", file["accessUrl"], {})
    assert (reply.status, json.loads(reply.content)["type"]) == (410, "https://schema.oparl.org/1.1/Error")
    assert gone("meeting") == [f"meeting/{ADDRESS}"]
    assert len(gone("person")) == 1, "Bo Klit was only on that list"
    assert not walk(START, ask).problems
    here = replace(installation(), read=reader(lambda name: Unreadable(name, Words("no document", "intet dokument"))))
    restore(ADDRESS, who="Byrådssekretæren", why="Fejlen er rettet.", at=here)
    assert not gone("meeting") and not gone("person")
    assert get(MEETING)["modified"] > get(MEETING)["created"]
    assert not walk(START, ask).problems


def test_a_corrected_meeting_keeps_its_earlier_file_beside_the_new_one() -> None:
    take_in(agenda(item(1, outcome=None)), FIRST)
    take_in(CORRECTED)
    told = get(MEETING)
    assert told["resultsProtocol"]["pejl:version"] == 2
    assert [each["pejl:version"] for each in told["auxiliaryFile"]] == [1]
    assert told["invitation"]["fileName"] == "dagsorden-2025-03-12.txt"
    assert "auxiliaryFile" not in get(f"{OWN}/meeting", omit_internal="true")["data"][0]


def test_a_meeting_that_was_called_off_says_so() -> None:
    document = agenda(item(1, outcome=None)).model_copy(
        update={"head": [SourceLine(line=1, text="AFLYST: møde i udvalget", field="body")]}
    )
    take_in(document)
    told = get(MEETING)
    assert (told["cancelled"], told["meetingState"]) == (True, "eingeladen")


@contextmanager
def record_of_its_own() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setenv("PEJL_HOME", folder)
        with override_settings(HOME=Home(Path(folder))):
            yield
        transaction.set_rollback(True)


STEPS = st.lists(st.tuples(st.sampled_from(["add", "drop", "none"]), st.integers(1, 28)), min_size=3, max_size=6)


@of_examples(max_examples=examples(6), deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, limit=st.integers(1, 3))
def test_whoever_leafs_while_things_come_and_go_misses_nothing(steps: list[tuple[str, int]], limit: int) -> None:
    days = [dt.date(2025, 1, day) for day in (3, 9, 17, 23)]
    with record_of_its_own():
        take_in(*(minutes(item(1), item(2), date=day) for day in days))
        first, seen, expected = set(ids("agendaitem")), list[str](), set[str]()
        address, waiting = f"{OWN}/agendaitem?limit={limit}", list(steps)
        while address:
            page = get(address)
            seen += [told["id"].removeprefix(ROOT) for told in page["data"]]
            address = page["links"].get("next", "")
            step, number = waiting.pop() if waiting else ("none", 0)
            if step == "drop":
                take_in(minutes(item(1), date=days[number % 4], note=f"{number}"))
            elif step == "add" and address:
                take_in(minutes(item(1), date=dt.date(2025, 2, number)))
                expected |= set(ids("agendaitem")) - first
        left = set(ids("agendaitem"))
        assert first & left <= set(seen), "what was there all the time was met"
        assert len(set(seen)) == len(seen), "nothing was met twice"
        assert expected <= set(seen), "what came while there was more to come was met"
