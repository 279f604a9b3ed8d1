"""Bodies, their meetings, a meeting and the versions of its documents."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client

from pejl.minutes.document import Member, SourceLine, Status
from record.builders import BODY, agenda, closed, item, member, minutes, vote
from web.reading import COMMITTEE, RECORD, link, main, said, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]

MEETING = f"{COMMITTEE}/2025-03-12/"


def test_bodies_stand_by_municipality_with_their_number_of_meetings_and_the_latest() -> None:
    take_in(minutes(item(1)), minutes(item(1), date=dt.date(2025, 4, 9)))
    take_in(minutes(item(1), body="Kulturudvalget"), municipality="Bakkeby Kommune")
    text = said("/referater/")
    assert text.index("Bakkeby Kommune") < text.index("Kulturudvalget") < text.index("Fjordby Kommune")
    assert "Beskæftigelsesudvalget 2 møder · senest 9. april 2025" in text
    assert "Kulturudvalget" not in said(f"{RECORD}/")


def test_a_bodys_meetings_stand_by_year_with_term() -> None:
    take_in(minutes(item(1)), minutes(item(1), item(2), date=dt.date(2024, 4, 10)), agenda(item(1), date=None))
    text = said(f"{COMMITTEE}/")
    assert "2025 onsdag den 12. marts 2025 Referat · 1 punkt · valgperiode 2022-2025" in text
    assert "2024 onsdag den 10. april 2024 Referat · 2 punkter" in text
    assert "Uden dato Møde uden dato Dagsorden" in text


def test_a_meeting_tells_who_was_there_and_in_what_role() -> None:
    take_in(
        minutes(
            item(1),
            members=[
                member("Asta Fjord", "A"),
                member("Bo Klit", "V", Status.ABSENT),
                Member(name="Carl Sø", party="V", status=Status.SUBSTITUTE, substitute_for="Bo Klit"),
            ],
        )
    )
    text = said(MEETING)
    assert "Asta Fjord (A) Bo Klit (V) Fraværende Carl Sø (V) Stedfortræder for Bo Klit" in text
    assert link(MEETING, "Bo Klit") == "/medlemmer/fjordby-kommune/bo-klit/"


def test_a_meetings_items_stand_with_outcome_and_votes() -> None:
    take_in(minutes(item(1, "Første sag", votes=[vote(for_=["Asta Fjord"])]), item(2, "Anden sag", outcome=None)))
    text = said(MEETING)
    assert "Punkt 1 Første sag · afstemning Tiltrådt" in text
    assert "Punkt 2 Anden sag Ingen beslutning" in text


def test_an_agenda_has_no_outcomes_to_show() -> None:
    take_in(agenda(item(1, "Kommende sag", outcome=None)))
    assert "Ingen beslutning" not in said(MEETING)
    assert "Der er ikke noget referat endnu." in said(f"{MEETING}punkt-1/")


def test_an_earlier_version_stays_to_be_read_and_says_that_it_is_replaced() -> None:
    take_in(minutes(item(1, "Som først skrevet"), note="first"), minutes(item(1, "Som rettet"), note="second"))
    assert "Som rettet" in said(MEETING)
    earlier = f"{MEETING}?version=referat-1"
    text = said(earlier)
    assert "Du ser en tidligere version" in text
    assert "Som først skrevet" in text
    item_address = link(earlier, "Som først skrevet")
    assert item_address == f"{MEETING}punkt-1/?version=referat-1"
    assert "Du ser en tidligere version" in said(item_address)
    assert "Som rettet" not in said(item_address)
    assert "version=referat-1&kilde=1" in link(item_address, "Vis de linjer")


def test_the_later_of_two_agendas_is_the_one_that_is_shown_while_there_are_no_minutes() -> None:
    take_in(
        agenda(item(1, "Som først udsendt", outcome=None), note="first"),
        agenda(item(1, "Som siden udsendt", outcome=None), note="second"),
    )
    assert "Som siden udsendt" in said(MEETING)
    assert "Som først udsendt" not in said(MEETING)


def test_the_agenda_can_be_read_beside_the_minutes() -> None:
    take_in(agenda(item(1, "Som varslet", outcome=None)), minutes(item(1, "Som holdt")))
    assert "Som holdt" in said(MEETING)
    assert "Som varslet" in said(f"{MEETING}?version=dagsorden-1")
    assert "Du ser dagsordenen" in said(f"{MEETING}?version=dagsorden-1")


@pytest.mark.parametrize("version", ["referat-9", "referat", "vedtægt-1", "referat-x", "referat-²", "", "-1"])
def test_a_version_that_is_not_there_is_not_guessed(version: str) -> None:
    take_in(minutes(item(1)))
    expected = 200 if version == "" else 404
    assert Client().get(MEETING, {"version": version}).status_code == expected


def test_a_document_tells_its_file_hash_and_unread_lines() -> None:
    unread = [SourceLine(line=3, text="Noget ulæseligt", field="unread")]
    take_in(minutes(item(1), unread=unread))
    text = said(MEETING)
    assert "Fil referat-1.txt" in text
    assert "heraf 1 som Pejl ikke kunne placere" in text
    assert "SHA-256" in text


def test_a_meeting_without_a_date_says_so() -> None:
    take_in(minutes(item(1), date=None))
    address = link(f"{COMMITTEE}/", "Møde uden dato")
    assert "Filen siger ikke, hvilken dag mødet var." in said(address)


def test_a_closed_item_is_named_and_nothing_more() -> None:
    take_in(minutes(item(1, "Åben sag"), closed(2, "Køb af ejendom", hidden="Prisen er 4 mio. kr.")))
    assert "Punkt 2 Køb af ejendom Lukket" in said(MEETING)
    assert 'href="/referater/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-2/"' not in main(MEETING)
    page = said(f"{MEETING}punkt-2/")
    assert "Køb af ejendom Lukket" in page
    for hidden in ("4 mio", "Kilde", "Indstilling", "Beslutning", "Bilag"):
        assert hidden not in page


def test_a_large_meeting_is_read_with_as_few_questions_as_a_small_one(
    django_assert_max_num_queries: object,
) -> None:
    many = [item(number, f"Sag {number}", case=f"25-{number}") for number in range(1, 120)]
    take_in(minutes(*many, members=[member(f"Medlem {number}", "A") for number in range(40)]))
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert "Sag 119" in said(MEETING)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert "Sag 60" in said(f"{MEETING}punkt-60/")


def test_every_meeting_of_a_body_costs_no_question_of_its_own(django_assert_max_num_queries: object) -> None:
    take_in(*(minutes(item(1), date=dt.date(2025, 1, 1) + dt.timedelta(weeks=week)) for week in range(15)))
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        assert said(f"{COMMITTEE}/").count("Referat ·") == 15
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        assert BODY in said("/")
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        assert BODY in said("/om/")


def test_what_a_correction_closes_is_closed_in_the_earlier_version_too() -> None:
    leaked = item(2, "Personsag", text=["Borgerens diagnose"], decided="Borgerens afgørelse")
    take_in(minutes(item(1), leaked, note="leak"), minutes(item(1), closed(2, "Personsag"), note="corrected"))
    earlier = "?version=referat-1"
    assert "Punkt 2 Personsag Lukket" in said(f"{MEETING}{earlier}")
    for page in ("punkt-2/", "punkt-1/"):
        assert "Borgerens" not in said(f"{MEETING}{page}{earlier}&kilde=1")
    assert "Budgetopfølgning" in said(f"{MEETING}punkt-1/{earlier}")


def test_what_the_minutes_close_is_closed_in_the_agenda_too_whatever_its_number_there() -> None:
    take_in(
        agenda(item(1), item(2), item(3, "Personsag", text=["Borgerens diagnose"], outcome=None)),
        minutes(item(1), closed(2, "Personsag")),
    )
    assert "Borgerens" not in said(f"{MEETING}punkt-3/?version=dagsorden-1")


def test_an_open_item_with_the_title_of_a_closed_one_stays_open_in_the_agenda() -> None:
    take_in(
        agenda(item(1, "Meddelelser", text=["Åben meddelelse"], outcome=None)),
        minutes(item(1, "Meddelelser"), closed(2, "Meddelelser")),
    )
    assert "Åben meddelelse" in said(f"{MEETING}punkt-1/?version=dagsorden-1")


def test_what_a_correction_closes_is_not_given_as_data_either() -> None:
    leaked = item(2, "Personsag", text=["Borgerens diagnose"])
    take_in(minutes(item(1), leaked, note="leak"), minutes(item(1), closed(2, "Personsag"), note="corrected"))
    (hashes,) = [re.findall(r"<code>([0-9a-f]{64})</code>", main(MEETING))]
    assert len(hashes) == 2
    for sha256 in hashes:
        answer = Client().get(f"/api/v1/documents/{sha256}").json()
        assert [entry["closed"] for entry in answer["items"]] == [False, True]
        assert "Borgerens" not in str(answer)


def test_what_does_not_hold_together_in_the_agenda_stands_on_the_meetings_page() -> None:
    take_in(minutes(item(1, "Budget", label="1"), item(2, "Havn", label="2"), item(4, "Skole", label="4")))
    text = said(f"{COMMITTEE}/2025-03-12/")
    assert "Tjek dette" in text
    assert "punkt 3" in text
