"""How a case has moved between bodies, and how a member has met and voted."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.minutes.document import Outcome, Status
from record.builders import closed, item, member, minutes, stop, vote
from web.reading import COMMITTEE, RECORD, link, said, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]

CASE = "/sager/fjordby-kommune/25-1/"
MAY = dt.date(2025, 5, 6)
APRIL = dt.date(2025, 4, 9)


def test_a_case_is_followed_from_body_to_body_and_tells_announced_from_actual() -> None:
    take_in(
        minutes(
            item(
                1, "Indsatsen", case="25-1", outcome=Outcome.RECOMMENDED, route=[stop("Byrådet", APRIL), stop("X", MAY)]
            )
        ),
        minutes(item(4, "Indsatsen", case="25-1", outcome=Outcome.APPROVED), body="Byrådet", date=APRIL),
    )
    text = said(CASE)
    assert "2 behandlinger i arkivet og 1 varslet behandling, som arkivet ikke har" in text
    first, second, third = text.index("12. marts 2025"), text.index("Byrådet, punkt 4"), text.index("6. maj 2025")
    assert first < second < third
    assert "Byrådet, punkt 4 · som varslet · 28 dage efter Beskæftigelsesudvalget Godkendt" in text
    assert "ikke i arkivet endnu" in text[third:]
    assert link(CASE, "Indsatsen") == f"{COMMITTEE}/2025-03-12/punkt-1/"
    assert link(f"{COMMITTEE}/2025-03-12/punkt-1/", "25-1") == CASE


def test_each_clause_of_a_case_is_followed_to_what_became_of_it() -> None:
    take_in(
        minutes(item(1, "Indsatsen", case="25-1", outcome=Outcome.RECOMMENDED, route=[stop("Byrådet", APRIL)])),
        minutes(item(4, "Indsatsen", case="25-1", outcome=Outcome.APPROVED), body="Byrådet", date=APRIL),
    )
    text = said(CASE)
    assert "Hvad blev der af indstillingens punkter?" in text
    assert "Vedtaget 12.03.2025 Beskæftigelsesudvalget: anbefalet som punkt 1 09.04.2025 Byrådet: godkendt" in text


def test_stations_without_a_day_stand_last() -> None:
    take_in(minutes(item(1, "Indsatsen", case="25-1")), minutes(item(1, "Forløberen", case="25-1"), date=None))
    text = said(CASE)
    assert text.index("12. marts 2025") < text.index("uden dato")


def test_a_meeting_where_the_announced_case_did_not_come_says_so() -> None:
    take_in(
        minutes(item(1, "Indsatsen", case="25-1", route=[stop("Byrådet", APRIL)])),
        minutes(item(4, "Noget andet", case="25-2"), body="Byrådet", date=APRIL),
    )
    assert "sagen er ikke fundet på mødet" in said(CASE)
    assert link(CASE, "mødet") == f"{RECORD}/byraad/2025-04-09/"


def test_a_case_whose_matters_each_came_up_once_says_nothing_of_clauses_found_again() -> None:
    january, march = dt.date(2024, 1, 10), dt.date(2025, 3, 5)
    note = "Punkterne er fundet igen ved deres ordlyd"
    take_in(minutes(item(1, "Budget", case="25-1"), date=january), minutes(item(1, "Årshjul", case="25-1"), date=march))
    assert "2 behandlinger" in said(CASE) and "Hvad blev der af" not in said(CASE)
    assert note not in said(CASE)


def test_a_closed_treatment_of_a_case_is_a_station_without_text() -> None:
    hidden = closed(2, "Personsag", hidden="Borgerens navn").model_copy(
        update={"case_number": item(1, case="25-1").case_number}
    )
    take_in(minutes(hidden))
    assert "Personsag" in said(CASE)
    assert "Lukket" in said(CASE)
    assert "Borgerens navn" not in said(CASE)


def test_a_case_that_recurs_under_many_titles_is_called_by_the_usual_one() -> None:
    days = [dt.date(2025, month, 1) for month in (1, 2, 3)]
    titles = ["Budget 1. kvartal", "Budgetopfølgning", "Budgetopfølgning"]
    take_in(
        *(minutes(item(1, title, case="25-1"), date=day, note=title) for day, title in zip(days, titles, strict=True))
    )
    assert said(CASE).startswith("Sag 25-1 Budgetopfølgning")


def test_a_case_whose_titles_are_all_used_as_often_is_called_by_the_latest() -> None:
    january, march = dt.date(2025, 1, 8), dt.date(2025, 3, 5)
    take_in(
        minutes(item(1, "Budget 1", case="25-1"), date=january), minutes(item(1, "Budget 2", case="25-1"), date=march)
    )
    assert said(CASE).startswith("Sag 25-1 Budget 2")


def test_a_member_is_shown_as_the_minutes_state() -> None:
    taken = vote(for_=["Asta Fjord"], against=["Bo Klit"], on="recommendation 2")
    take_in(
        minutes(
            item(1, "Skolebussen", votes=[taken], absent=["Asta Fjord"]),
            members=[member("Asta Fjord", "A"), member("Bo Klit", "V", Status.ABSENT)],
        ),
        minutes(item(1), date=APRIL, members=[member("Asta Fjord", "A")]),
    )
    text = said("/medlemmer/fjordby-kommune/asta-fjord/")
    assert "Medlem · A Asta Fjord" in text
    assert "Til stede 2 Stemte for 1" in text
    assert "12.03.2025 Skolebussen Indstillingens punkt 2 For" in text
    assert "Fraværende under enkelte punkter Skolebussen" in text
    assert link("/medlemmer/fjordby-kommune/asta-fjord/", "Skolebussen") == f"{COMMITTEE}/2025-03-12/punkt-1/"


def test_who_was_away_from_a_whole_meeting_is_not_said_to_have_missed_single_items_of_it() -> None:
    away = item(1, "Skolebussen", absent=["Asta Fjord"])
    take_in(
        minutes(away, members=[member("Asta Fjord", "A", Status.ABSENT)]),
        minutes(item(1), date=APRIL, members=[member("Asta Fjord", "A")]),
    )
    text = said("/medlemmer/fjordby-kommune/asta-fjord/")
    assert "Til stede 1 Fraværende 1" in text
    assert "enkelte punkter" not in text


def test_a_member_without_named_votes_is_not_said_to_have_none() -> None:
    take_in(minutes(item(1), members=[member("Asta Fjord", "A")]))
    text = said("/medlemmer/fjordby-kommune/asta-fjord/")
    assert "Ingen referater i arkivet nævner Asta Fjord ved en afstemning." in text


def test_a_members_long_lists_are_leafed_through_one_by_one() -> None:
    named = [
        item(number, f"Sag {number}", votes=[vote(for_=["Asta Fjord"], against=["Bo Klit"])]) for number in range(1, 61)
    ]
    unanimous = [item(number, f"Enig sag {number}", decided="Enstemmigt godkendt.") for number in range(61, 181)]
    away = [item(number, f"Borte {number}", absent=["Asta Fjord"]) for number in range(181, 241)]
    take_in(minutes(*named, *unanimous, *away, members=[member("Asta Fjord", "A"), member("Bo Klit", "V")]))
    page = "/medlemmer/fjordby-kommune/asta-fjord/"
    first = said(page)
    assert "Stemte for 60" in first
    assert "Sag 50 " in first and "Sag 51 " not in first
    assert first.count("Side 1 af 2") == 2 and "Side 1 af 3" in first
    assert "Enig sag 110 " in first and "Enig sag 111 " not in first
    second = said(f"{page}?enstemmige=2")
    assert "Enig sag 111 " in second and "Enig sag 110 " not in second and "Side 2 af 3" in second
    assert "Sag 50 " in second, "the other lists stay where they are"
    assert "Borte 230 " in first and "Borte 231 " in said(f"{page}?fravaer=2")
    assert link(f"{page}?enstemmige=2&stemmer=2", "Næste side") == f"{page}?stemmer=2&enstemmige=3"
    assert "Ingen referater" not in said(f"{page}?stemmer=900")
