"""The front page and the page about what the record holds."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.access.rights import RIGHTS
from pejl.minutes.document import Outcome, SourceLine
from pejl.record.queries.lately import coming_meetings, latest_decisions
from pejl.record.queries.promises import awaited_promises
from record.builders import agenda, closed, item, minutes, stop
from web.promised import DAY, NO_TIME, SECRET, take_in_promises
from web.reading import COMMITTEE, link, main, said, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]

TODAY = dt.date(2025, 4, 1)


def test_an_empty_installation_teaches_how_to_fill_it() -> None:
    text = said("/")
    assert "Arkivet er tomt endnu." in text
    assert "pejl record import" in text
    assert "pejl demo" in text
    assert "pejl record import" in said("/referater/")
    assert "pejl record import" in said("/om/")


def test_the_search_box_comes_before_everything_else() -> None:
    take_in(minutes(item(1)))
    page = main("/")
    assert page.index('type="search"') < page.index("Seneste beslutninger") < page.index("Kommende møder")


def test_the_latest_decisions_are_the_newest_meetings_and_closed_items_are_not_among_them() -> None:
    take_in(
        minutes(item(1, "Gammel sag"), date=dt.date(2024, 1, 10)),
        minutes(
            item(1, "Ny sag", outcome=Outcome.POSTPONED), item(2, "Meddelelser", outcome=None), closed(3, "Hemmelig")
        ),
    )
    text = said("/")
    assert text.index("Ny sag Udsat") < text.index("Gammel sag Tiltrådt")
    assert "Hemmelig" not in text
    assert "Meddelelser" not in text
    assert link("/", "Ny sag") == f"{COMMITTEE}/2025-03-12/punkt-1/"


def test_real_cases_go_before_formalities_and_what_is_left_out_is_counted() -> None:
    formality = item(1, "Godkendelse af dagsorden")
    take_in(minutes(formality, *(item(number, f"Sag {number}", case=f"25-{number}") for number in range(2, 8))))
    (meeting,) = latest_decisions(items=5)
    assert [row.title for row in meeting.items] == [f"Sag {number}" for number in range(2, 7)]
    assert meeting.more == 2


def test_coming_meetings_are_agendas_without_minutes_and_days_that_cases_announce() -> None:
    may, june = dt.date(2025, 5, 7), dt.date(2025, 6, 3)
    take_in(
        minutes(item(1, "Indsatsen", route=[stop("Byrådet", june), stop("Byrådet", dt.date(2025, 3, 20))])),
        agenda(item(1, outcome=None), date=may),
        agenda(item(1, outcome=None), date=dt.date(2025, 2, 5)),
    )
    first, second = coming_meetings(TODAY)
    assert (first.date, first.body_name) == (may, "Beskæftigelsesudvalget")
    assert first.meeting is not None
    assert (second.date, second.body_name, second.meeting) == (june, "Byrådet", None)
    assert [row.title for row in second.cases] == ["Indsatsen"]


def test_a_coming_meeting_has_the_name_that_the_body_itself_prints() -> None:
    june = dt.date(2025, 6, 3)
    take_in(minutes(item(1), body="Byrådet"), minutes(item(1, route=[stop("BYRÅDETS", june)])))
    (coming,) = coming_meetings(TODAY)
    assert coming.body_name == "Byrådet"


def test_a_meeting_that_is_both_on_an_agenda_and_announced_is_one_meeting() -> None:
    may = dt.date(2025, 5, 7)
    take_in(minutes(item(1, "Indsatsen", route=[stop("Byrådet", may)])), agenda(item(1), body="Byrådet", date=may))
    (coming,) = coming_meetings(TODAY)
    assert coming.meeting is not None
    assert [row.title for row in coming.cases] == ["Indsatsen"]


def test_a_coming_meeting_says_which_municipality_it_is_of_where_there_are_several() -> None:
    far_ahead = agenda(item(1), date=dt.date(9999, 1, 6))
    take_in(far_ahead, municipality="Fjordby Kommune")
    assert "Fjordby Kommune" not in said("/")
    take_in(agenda(item(1), date=dt.date(9998, 1, 6)), municipality="Nabo Kommune")
    text = said("/")
    assert "6. januar 9999 · Fjordby Kommune" in text
    assert "6. januar 9998 · Nabo Kommune" in text


def test_a_meeting_whose_minutes_are_here_is_no_longer_coming() -> None:
    take_in(agenda(item(1)), minutes(item(1)))
    assert coming_meetings(dt.date(2025, 3, 1)) == []


@pytest.fixture
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day that the small record of promises is written for."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: dt.date.fromisoformat(DAY))


@pytest.mark.usefixtures("on_the_day")
def test_promises_that_are_overdue_or_soon_due_stand_on_the_front_page_with_a_way_to_all() -> None:
    take_in_promises()
    take_in(minutes(item(1), date=dt.date(2025, 11, 12), note="a meeting that could have kept it"))
    text = said("/").partition("Løfter, der ventes på")[2]
    late, soon = "Over tiden 152 dage over tiden En redegørelse om klager", "Ventes nu 60 dage tilbage et forslag til"
    assert text.index(late) < text.index(soon)
    assert "Ordningen evalueres" not in text and "En plan for virksomhederne" not in text
    assert link("/", "En redegørelse om klager").startswith(f"{COMMITTEE}/2025-09-10/punkt-2/#linje-")
    assert link("/", "Alle løfter") == "/loefter/"
    assert link("/", "1 løfte over tiden") == "/loefter/?tilstand=overdue"
    assert SECRET not in text


@pytest.mark.usefixtures("on_the_day")
def test_a_promise_that_no_meeting_here_could_have_kept_is_counted_and_not_put_up_on_the_front_page() -> None:
    take_in_promises()
    text = said("/").partition("Løfter, der ventes på")[2]
    assert "En redegørelse om klager" not in text
    assert "1 løfte over tiden" in text


def test_the_promises_that_ran_out_last_and_those_that_run_out_soonest_are_chosen() -> None:
    months = ("december 2024", "januar 2025", "februar 2025", "april 2025", "maj 2025", "januar 2026")
    told = [f"En status på sag {place} forelægges udvalget i {month}." for place, month in enumerate(months)]
    take_in(
        minutes(item(1, "Meget", text=told), date=dt.date(2024, 11, 6)),
        *(minutes(item(1), date=day) for day in (dt.date(2024, 12, 4), dt.date(2025, 1, 8), dt.date(2025, 2, 5))),
    )
    found = awaited_promises(TODAY, limit=2)
    assert [view.row.last for view in found.overdue] == [dt.date(2025, 2, 28), dt.date(2025, 1, 31)]
    assert [view.row.last for view in found.soon] == [dt.date(2025, 4, 30), dt.date(2025, 5, 31)]
    assert found.overdue_in_all == 3


def test_where_no_promise_is_waited_for_the_front_page_says_so_and_where_there_is_none_it_says_what_one_is() -> None:
    take_in(minutes(item(1)))
    assert "Et løfte er en sætning som" in said("/")
    take_in(minutes(item(1, text=[NO_TIME]), date=dt.date(2025, 5, 7)))
    text = said("/")
    assert "Ingen løfter skal holdes inden 60 dage" in text
    assert "Et løfte er en sætning som" not in text


@pytest.mark.usefixtures("on_the_day")
def test_however_many_promises_there_are_the_front_page_asks_no_more(django_assert_max_num_queries: object) -> None:
    take_in_promises()
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        awaited_promises(dt.date.fromisoformat(DAY))


def test_decisions_are_counted_of_open_items_in_minutes_that_decide_something() -> None:
    take_in(
        minutes(item(1), item(2, outcome=None), closed(3), item(4, outcome=Outcome.NONE)),
        agenda(item(1), date=dt.date(2025, 5, 7)),
    )
    text = said("/")
    assert "Punkter 5" in text
    assert "Beslutninger 1 " in text


def test_a_version_that_is_replaced_is_no_longer_among_the_files_to_look_at() -> None:
    unread = [SourceLine(line=3, text="?", field="unread")]
    take_in(minutes(item(1), unread=unread), minutes(item(1), note="corrected"))
    text = said("/om/")
    assert "Linjer, der ikke kunne placeres 1" in text
    assert "Filer med linjer, der ikke kunne placeres" not in text


def test_about_tells_how_much_is_read_and_what_is_not() -> None:
    unread = [SourceLine(line=3, text="?", field="unread"), SourceLine(line=4, text="?", field="unread")]
    take_in(minutes(item(1), closed(2), unread=unread), minutes(item(1), date=None, note="no date"))
    text = said("/om/")
    assert "Filer 2" in text
    assert "Linjer, der ikke kunne placeres 2" in text
    assert "Møder uden dato 1" in text
    assert "Lukkede punkter 1" in text
    assert "referat-1.txt 30 2" in text


def test_about_lists_every_right_from_the_code() -> None:
    text = said("/om/")
    for right in RIGHTS:
        assert right.danish in text


def test_the_accessibility_statement_says_that_it_is_a_draft() -> None:
    assert "Dette er et udkast" in said("/om/tilgaengelighed/")
