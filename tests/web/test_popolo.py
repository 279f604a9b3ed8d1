"""Votes in the words of Popolo: what the text states, and apart from it what can be counted."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, override_settings

from pejl.minutes.document import Outcome, PartyVotes, Tally, Vote
from record.builders import closed, item, member, minutes, vote
from web.api_record import PLACE, SECRET, take_in

pytestmark = pytest.mark.usefixtures("record")

VOTES = "/api/v1/popolo/vote-events"


def get(address: str, **asked: object) -> Any:
    response = Client().get(address, asked)
    assert response.status_code == 200, response.content
    return response.json()


def voted(said: Vote, *, recommended: tuple[str, ...] = ("at en", "at to")) -> Any:
    """The vote event of this vote, as given by the API."""
    take_in(
        minutes(
            item(1, "Budget", recommended=recommended, votes=[said]),
            members=[member("Asta Fjord", "A"), member("Bo Klit")],
            body="Økonomiudvalget",
            time="16:00",
        )
    )
    return get(f"{VOTES}/fjordby-kommune/oekonomiudvalg/2025-03-12/punkt-1/1")


def test_a_vote_tells_what_on_what_came_of_it_and_who_voted_how() -> None:
    told = get(f"{VOTES}/{PLACE}/punkt-2/1")
    assert get(VOTES)["results"] == [told]
    assert get(told["pejl:url"]) == told
    assert (told["identifier"], told["result"], told["pejl:outcome"]) == ("2-1", "fail", "rejected")
    assert told["organization"]["name"] == "Beskæftigelsesudvalget"
    assert told["start_date"] == "2025-03-12"
    assert [(each["voter"]["name"], each["option"]) for each in told["votes"]] == [
        ("Asta Fjord", "yes"),
        ("Bo Klit", "no"),
    ]
    assert [each["group"] and each["group"]["name"] for each in told["votes"]] == ["A", "V"]
    assert told["sources"][0]["url"] == f"http://testserver/referater/{PLACE}/punkt-2/"


def test_counts_are_those_that_the_text_states(own_home: None) -> None:
    told = voted(
        vote(for_=["Asta Fjord", "Bo Klit"]).model_copy(update={"stated": Tally(for_=7, against=0), "moved_by": "A"})
    )
    assert told["counts"] == [{"option": "yes", "value": 7}, {"option": "no", "value": 0}]
    assert told["pejl:named"] == [{"option": "yes", "value": 2}]
    assert told["motion"]["pejl:movedBy"] == "A"
    assert told["start_date"] == "2025-03-12T16:00:00+01:00"


def test_names_are_not_counted_into_counts(own_home: None) -> None:
    assert voted(vote(for_=["Asta Fjord"]))["counts"] == []


def test_sides_told_by_party_stay_parties(own_home: None) -> None:
    told = voted(vote().model_copy(update={"parties": PartyVotes(for_=["A", "F"], against=["V"])}))
    assert told["votes"] == [] and told["counts"] == []
    assert told["pejl:parties"] == {"for": ["A", "F"], "against": ["V"], "abstain": []}


@pytest.mark.parametrize(
    ("on", "text"), [("recommendation 2", "at to"), ("recommendation", "at en\nat to"), ("amendment", "Budget")]
)
def test_the_motion_is_what_was_voted_on(own_home: None, on: str, text: str) -> None:
    motion = voted(vote(for_=["Asta Fjord"], on=on))["motion"]
    assert (motion["text"], motion["classification"]) == (text, on)


@pytest.mark.parametrize(
    ("outcome", "result"), [(Outcome.ADOPTED, "pass"), (Outcome.REJECTED, "fail"), (Outcome.POSTPONED, None)]
)
def test_a_result_is_pass_or_fail_or_is_not_told(own_home: None, outcome: Outcome, result: str | None) -> None:
    assert voted(vote(for_=["Asta Fjord"]).model_copy(update={"outcome": outcome}))["result"] == result


def test_substitutes_and_other_spellings_are_said(own_home: None) -> None:
    said = vote(for_=["Asta Fjord", "Gitte Dam"]).model_copy(
        update={"substitutes": ["Gitte Dam"], "spelled": {"Asta Fjord": "Asta Fiord"}}
    )
    first, second = voted(said)["votes"]
    assert (first["pejl:spelled"], first["role"]) == ("Asta Fiord", None)
    assert (second["role"], second["group"]) == ("substitute", None)


def test_votes_of_closed_items_are_not_told(own_home: None) -> None:
    shut = closed(1, hidden=SECRET).model_copy(update={"votes": [vote(for_=["Cæcilie Dam"])]})
    take_in(minutes(shut, item(2), body="Byrådet"))
    assert get(VOTES)["total"] == 1
    assert Client().get(f"{VOTES}/fjordby-kommune/byraad/2025-03-12/punkt-1/1").status_code == 404


def test_ids_of_sources_begin_with_the_configured_address() -> None:
    with override_settings(BASE_ADDRESS="https://referater.example.dk"):
        assert get(VOTES)["results"][0]["sources"][0]["url"].startswith("https://referater.example.dk/referater/")


def test_votes_are_narrowed_down_by_municipality() -> None:
    assert get(VOTES, municipality="andet-sted")["total"] == 0
    assert get(VOTES, municipality="fjordby-kommune", limit=1)["total"] == 1
