"""What is known of and not here, as a reader finds it: body by body, with where it is named."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pejl.calendar.days import danish_day
from pejl.minutes.document import SourceLine
from pejl.minutes.sources.unreadable import Words
from pejl.record.models import Body, FailedArrival, ListedMeeting
from pejl.record.services import retract
from pejl.record.services.failing import note_failure
from record.builders import agenda, closed, item, minutes, reference, stop
from web.reading import COMMITTEE, link, main, said, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]

OVERVIEW = "/om/fuldstaendighed/"
OF_COMMITTEE = "/om/fuldstaendighed/fjordby-kommune/beskaeftigelsesudvalg/"
AHEAD = dt.date(9000, 6, 3)
UNREAD = [SourceLine(line=3, text="Ulæselig linje", field="unread")]


def listed(day: dt.date) -> None:
    body = Body.objects.get(slug="beskaeftigelsesudvalg")
    ListedMeeting.objects.create(body=body, date=day, listed_in="a" * 64)


def test_an_empty_record_says_how_the_page_gets_filled() -> None:
    text = said(OVERVIEW)
    assert "pejl record import" in text
    assert "Ingen. Alle filer, der er forsøgt lagt ind, kunne læses." in text


def test_a_body_is_counted_by_what_is_here_listed_and_pointed_at() -> None:
    take_in(
        minutes(
            item(1, references=[reference(date=dt.date(2025, 2, 5), item=2)], route=[stop("Byrådet", AHEAD)]),
            item(2, related=[reference("Beskæftigelsesudvalg", dt.date(2025, 2, 5))]),
            unread=UNREAD,
        ),
        agenda(item(1), date=dt.date(2025, 5, 7)),
    )
    listed(dt.date(2025, 3, 12))
    listed(dt.date(2025, 1, 8))
    listed(AHEAD)
    text = said(OVERVIEW)
    today = timezone.localdate().strftime("%d.%m.%Y")
    assert f"Beskæftigelsesudvalget 5 2 2 1 0 1 {today}" in text
    assert "Udvalg, der kun er nævnt" in text
    assert "Byrådet 1 møde nævnt" in text


def test_a_missing_meeting_tells_where_it_is_named_and_leads_there() -> None:
    take_in(minutes(item(3, "Ventetid", references=[reference("Økonomiudvalget", dt.date(2025, 2, 4), 7)])))
    address = "/om/fuldstaendighed/fjordby-kommune/oekonomiudvalg/"
    assert link(OVERVIEW, "Økonomiudvalget") == address
    text = said(address)
    assert "Der ligger intet fra Økonomiudvalget i arkivet. 1 møde er nævnt." in text
    assert "tirsdag den 4. februar 2025 1 sted peger på det" in text
    assert "Henvisning i Beskæftigelsesudvalget, 12. marts 2025" in text
    assert link(address, "Ventetid") == f"{COMMITTEE}/2025-03-12/punkt-3/#linje-5"


def test_an_item_that_names_a_missing_meeting_again_and_again_is_one_of_the_places() -> None:
    names = [reference("Økonomiudvalget", dt.date(2025, 2, 4), number) for number in (7, 8, 9)]
    take_in(minutes(item(3, "Ventetid", references=names), item(4, "Klager", references=names[:1])))
    text = said("/om/fuldstaendighed/fjordby-kommune/oekonomiudvalg/")
    assert "4 steder peger på det" in text
    assert (text.count("Ventetid"), text.count("Klager")) == (1, 1)


def test_a_meeting_that_comes_in_is_no_longer_missing() -> None:
    pointing = minutes(item(1, references=[reference(date=dt.date(2025, 2, 5))]))
    take_in(pointing)
    assert "onsdag den 5. februar 2025" in said(OF_COMMITTEE)
    take_in(pointing, minutes(item(1), date=dt.date(2025, 2, 5)))
    assert "onsdag den 5. februar 2025" not in said(OF_COMMITTEE)
    assert "Ingen, som Pejl kender til." in said(OF_COMMITTEE)


def test_a_coming_meeting_is_not_a_missing_one() -> None:
    take_in(minutes(item(1, route=[stop("Beskæftigelsesudvalget", AHEAD)])))
    page = main(OF_COMMITTEE)
    assert page.index("Kommende møder") < page.index("3. juni 9000")
    assert "Varslet i Beskæftigelsesudvalget" in said(OF_COMMITTEE)


def test_what_a_closed_item_points_at_is_not_told() -> None:
    secret = closed(2).model_copy(update={"references": [reference("Økonomiudvalget", dt.date(2025, 2, 4))]})
    take_in(minutes(item(1), secret))
    assert "Økonomiudvalget" not in said(OVERVIEW)


def test_numbers_that_are_missing_lead_to_their_meeting() -> None:
    take_in(minutes(item(1), item(2), item(4)))
    assert "12. marts 2025 punkt 3 mangler" in said(OF_COMMITTEE)
    assert link(OF_COMMITTEE, "12. marts 2025") == f"{COMMITTEE}/2025-03-12/"


def test_numbers_that_run_on_tell_of_a_gap_between_two_meetings() -> None:
    days = [dt.date(2025, month, 5) for month in range(1, 6)]
    starts = [1, 4, 7, 13, 16]
    take_in(*(minutes(*(item(start + n) for n in range(3)), date=day) for start, day in zip(starts, days, strict=True)))
    assert "Mellem 5. marts 2025 og 5. april 2025 punkt 10-12 mangler" in said(OF_COMMITTEE)


def test_lines_that_could_not_be_placed_are_shown_on_the_page_of_their_meeting() -> None:
    take_in(minutes(item(1), unread=UNREAD))
    assert "12. marts 2025 Referat · 1 linje af 20" in said(OF_COMMITTEE)
    address = link(OF_COMMITTEE, "12. marts 2025")
    assert address == f"{COMMITTEE}/2025-03-12/?version=referat-1#ulaeste"
    assert "1 linje, der ikke kunne placeres linje 3 Ulæselig linje" in said(address.partition("#")[0])
    assert 'id="ulaeste"' in main(address.partition("#")[0])


def test_a_line_among_closed_ones_is_shown_nowhere() -> None:
    among = [SourceLine(line=25, text="Fortrolig linje", field="unread")]
    take_in(minutes(item(1), closed(2), unread=among))
    assert "Fortrolig" not in said(f"{COMMITTEE}/2025-03-12/")


def test_a_file_that_could_not_be_read_is_named_with_its_reason() -> None:
    note_failure("mappe/referat 010170-1234.pdf", "a" * 64, "Fjordby Kommune", Words("it is locked", "den er låst"))
    text = said(OVERVIEW)
    assert "referat [CPR-nummer skjult].pdf Fjordby Kommune Den er låst." in text
    assert "010170" not in text


def test_many_files_that_could_not_be_read_are_counted_and_the_latest_shown() -> None:
    for number in range(60):
        note_failure(f"{number}.pdf", f"{number:064}", None, Words("it is locked", "den er låst"))
    text = said(OVERVIEW)
    assert "Vist er de seneste 50 af 60." in text
    assert FailedArrival.objects.count() == 60


def test_the_pages_are_found_from_the_body_the_footer_and_about() -> None:
    take_in(minutes(item(1)))
    assert link(f"{COMMITTEE}/", "Hvilke møder mangler?") == OF_COMMITTEE
    assert link("/om/", "Hvad mangler der?") == OVERVIEW
    assert f'href="{OVERVIEW}"' in Client().get("/").content.decode()


def test_what_was_withdrawn_is_told_with_the_reason_and_is_not_missing() -> None:
    take_in(
        minutes(item(1)), minutes(item(1, references=[reference(date=dt.date(2025, 3, 12))]), date=dt.date(2025, 4, 2))
    )
    why = "Et bilag viste 010170-1234."
    retract("fjordby-kommune/beskaeftigelsesudvalg/2025-03-12", who="Else Brandt", why=why)
    today = danish_day(timezone.localdate())
    told = f"eferat fra mødet den 12. marts 2025 Trukket tilbage {today}: Et bilag viste [CPR-nummer skjult]."
    assert f"R{told}" in said(OF_COMMITTEE)
    assert f"Beskæftigelsesudvalget, r{told}" in said(OVERVIEW)
    assert "Ingen, som Pejl kender til." in said(OF_COMMITTEE)
    (withdrawn,) = Client().get("/api/v1/completeness/fjordby-kommune/beskaeftigelsesudvalg").json()["withdrawals"]
    assert (withdrawn["date"], withdrawn["reason"]) == ("2025-03-12", "Et bilag viste [CPR-nummer skjult].")


def test_a_body_that_is_only_on_a_list_is_not_among_those_that_are_here() -> None:
    take_in(minutes(item(1)))
    body = Body.objects.create(
        municipality=Body.objects.get().municipality, name="Ældrerådet", key="ældreråd", slug="aeldreraad"
    )
    ListedMeeting.objects.create(body=body, date=dt.date(2025, 2, 4), listed_in="a" * 64)
    page = main(OVERVIEW)
    assert page.index("Udvalg, der kun er nævnt") < page.index("Ældrerådet")
    text = said("/om/fuldstaendighed/fjordby-kommune/aeldreraad/")
    assert "tirsdag den 4. februar 2025 Står på en mødeliste" in text


def test_a_body_that_nobody_knows_has_no_page() -> None:
    take_in(minutes(item(1)))
    assert Client().get("/om/fuldstaendighed/fjordby-kommune/byraad/").status_code == 404
    assert Client().get("/om/fuldstaendighed/anden-kommune/beskaeftigelsesudvalg/").status_code == 404


def test_two_municipalities_are_told_apart() -> None:
    take_in(minutes(item(1)))
    take_in(minutes(item(1), note="other"), municipality="Nabo Kommune")
    text = said(OVERVIEW)
    assert "Fjordby Kommune Beskæftigelsesudvalget" in text
    assert "Nabo Kommune Beskæftigelsesudvalget" in text


@pytest.mark.parametrize("address", [OVERVIEW, OF_COMMITTEE])
def test_the_size_of_the_record_costs_no_database_query(address: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            said(address)
        return len(found)

    def pointing(number: int) -> list[object]:
        return [
            reference(f"Udvalg {number}et", dt.date(2025, 2, number + 1)),
            reference(None, dt.date(2024, 2, number + 1)),
        ]

    take_in(minutes(item(1, references=pointing(1)), item(3), unread=UNREAD))
    few = queries()
    take_in(
        *(
            minutes(item(1, references=pointing(n)), item(3), unread=UNREAD, date=dt.date(2025, 4, n))
            for n in range(2, 9)
        )
    )
    assert queries() == few


def test_the_same_is_given_as_data() -> None:
    take_in(minutes(item(3, references=[reference("Økonomiudvalget", dt.date(2025, 2, 4), 7)]), unread=UNREAD))
    note_failure("referat.pdf", "", None, Words("it is locked", "den er låst"))
    told = Client().get("/api/v1/completeness").json()
    here, elsewhere = told["bodies"]
    assert (here["name"], here["known"], here["imported"], here["lines_unread"]) == ("Beskæftigelsesudvalget", 1, 1, 1)
    assert (elsewhere["name"], elsewhere["body"], elsewhere["missing"]) == ("Økonomiudvalget", None, 1)
    (failed,) = told["failed_files"]
    assert (failed["name"], failed["sha256"], failed["danish"]) == ("referat.pdf", None, "den er låst")
    body = Client().get(elsewhere["url"]).json()
    (missing,) = body["missing_meetings"]
    (place,) = missing["places"]
    assert (missing["date"], missing["named"], place["kind"]) == ("2025-02-04", 1, "reference")
    assert Client().get(place["url"]).status_code == 200
    assert Client().get(elsewhere["page"]).status_code == 200
    assert Client().get("/api/v1/completeness", {"municipality": "anden"}).json()["bodies"] == []
