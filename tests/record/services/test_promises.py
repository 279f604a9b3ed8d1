"""Promises in the record: found and matched whichever meeting came first, and judged by people in acts that stay."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

import pytest

from patience import seeds
from pejl.acts.models import Act
from pejl.acts.services import Unsigned
from pejl.minutes.document import Attachment, Minutes, Outcome
from pejl.record.models import Gist, Promise, PromiseMatch
from pejl.record.promises.state import State
from pejl.record.queries.promises import promise_at
from pejl.record.services import Imported, Installation, rebuild
from pejl.record.services.promises import NotPossible, drop_promise, keep_promise, reopen_promise
from record.builders import agenda, closed, item, minutes
from record.services.tables import tables

Take = Callable[..., Imported]
pytestmark = pytest.mark.django_db

COMMITTEE, NEW, COUNCIL = "Beskæftigelses- og Uddannelsesudvalget", "Beskæftigelsesudvalget", "Byrådet"
MADE, NOT_YET, KEPT, LATER = (dt.date(2025, 9, 10), dt.date(2025, 12, 3), dt.date(2026, 3, 11), dt.date(2026, 6, 3))
TODAY = dt.date(2026, 11, 21)
STATUS = "En status på handleplanerne forelægges udvalget i 1. kvartal 2026."
SUMMARY = "Udvalget vil 03.12.2025 blive forelagt en opsamling på temadrøftelserne og en beslutningssag om nyt navn."


def summing_up() -> Minutes:
    attached = item(1, "Økonomisk prioritering").model_copy(
        update={"attachments": [Attachment(number="1", title="Opsamling på temadrøftelserne", line=9)]}
    )
    return minutes(attached, item(2, "Proces for navngivning", outcome=Outcome.ADOPTED), body=COMMITTEE, date=NOT_YET)


DOCUMENTS = [
    minutes(item(1, "Handleplaner efter revisionen", text=[STATUS]), item(2, "Reformen", text=[SUMMARY]),
            closed(3, hidden=STATUS), body=COMMITTEE, date=MADE),
    summing_up(),
    minutes(item(1, "Godkendelse af dagsorden"), item(4, "Opfølgning på handleplanerne", outcome=Outcome.NOTED),
            body=NEW, date=KEPT),
    minutes(item(1, "Status på handleplanerne", text=[STATUS.replace("1. kvartal 2026", "maj 2025")]),
            body=COUNCIL, date=dt.date(2025, 10, 1)),
    minutes(item(1, "Status på handleplanerne", outcome=Outcome.NOTED), body=NEW, date=LATER),
    minutes(item(1, "Budgetopfølgning"), body="Teknikudvalget", date=KEPT),
    minutes(item(1, "Uden dag", text=[STATUS]), body=COMMITTEE, date=None),
]  # fmt: skip


def matched() -> list[tuple[str, str, str, bool]]:
    rows = PromiseMatch.objects.select_related("promise", "item__meeting__body")
    return sorted((row.promise.what, str(row.date), row.item.title, row.strong) for row in rows)


def key_of(what: str) -> str:
    return Promise.objects.filter(what__contains=what, made_on=MADE).get().key


def state_of(what: str, day: dt.date = TODAY) -> State:
    view = promise_at(key_of(what), day)
    assert view
    return view.state


@pytest.fixture
def filled(take: Take) -> None:
    for document in DOCUMENTS:
        take(document)


EXPECTED = [
    ("En status på handleplanerne", "2026-03-11", "Opfølgning på handleplanerne", True),
    ("En status på handleplanerne", "2026-06-03", "Status på handleplanerne", True),
    ("en beslutningssag om nyt navn", "2025-12-03", "Proces for navngivning", True),
    ("en opsamling på temadrøftelserne", "2025-12-03", "Proces for navngivning", False),
    ("en opsamling på temadrøftelserne", "2025-12-03", "Økonomisk prioritering", True),
]


@pytest.mark.usefixtures("filled")
def test_later_items_of_bodies_for_the_same_field_keep_promises() -> None:
    assert matched() == EXPECTED


@pytest.mark.parametrize("seed", seeds(5))
def test_the_order_of_import_is_of_no_consequence(take: Take, seed: int) -> None:
    documents = list(DOCUMENTS)
    random.Random(seed).shuffle(documents)
    for document in documents:
        take(document)
    assert matched() == EXPECTED
    told = tables(arrival=False)
    assert len(told["Promise"]) == 4
    rows = PromiseMatch.objects.order_by("promise__key", "date").values_list("promise__key", "score", "reasons")
    assert [key for key, *_ in rows] == sorted(key for key, *_ in rows)


@pytest.mark.usefixtures("filled")
def test_a_record_derived_anew_promises_the_same(here: Installation) -> None:
    before = tables()
    keep_promise(key_of("nyt navn"), _address(NOT_YET, 2), who="Anna Holm")
    rebuild(at=here)
    after = tables()
    assert {name: after[name] for name in ("Promise", "PromiseMatch", "Gist")} == {
        name: before[name] for name in ("Promise", "PromiseMatch", "Gist")
    }
    view = promise_at(key_of("nyt navn"), TODAY)
    assert view and view.keeping and view.keeping.confirmed and view.keeping.item


@pytest.mark.usefixtures("filled")
def test_a_better_version_of_a_meeting_replaces_what_it_promised_and_kept(take: Take) -> None:
    corrected = minutes(item(1, "Handleplaner efter revisionen"), body=COMMITTEE, date=MADE, note="rettet")
    take(corrected)
    assert not Promise.objects.filter(made_on=MADE).exists()
    assert matched() == []


@pytest.mark.usefixtures("filled")
def test_closed_items_and_meetings_without_a_day_leave_nothing_to_match() -> None:
    assert not Promise.objects.filter(item__closed=True).exists()
    assert not Gist.objects.filter(item__closed=True).exists()
    assert not Gist.objects.filter(item__meeting__date=None).exists()
    (undated,) = Promise.objects.filter(made_on=None)
    assert (undated.search_first, undated.first) == (None, dt.date(2026, 1, 1))


def test_an_agenda_keeps_a_promise_only_when_its_minutes_come(take: Take) -> None:
    take(DOCUMENTS[0])
    take(agenda(item(1, "Status på handleplanerne", outcome=None), body=NEW, date=KEPT))
    assert [strong for *_, strong in matched()] == [False]
    take(minutes(item(1, "Status på handleplanerne", outcome=Outcome.NOTED), body=NEW, date=KEPT))
    assert [strong for *_, strong in matched()] == [True]


def test_another_municipalitys_items_keep_nothing(take: Take) -> None:
    take(DOCUMENTS[0])
    take(DOCUMENTS[4], municipality="Bakkeby Kommune")
    assert matched() == []


def test_what_comes_again_is_a_promise_for_each_time(take: Take) -> None:
    take(minutes(item(1, "Klager", text=["Udvalget får hvert halve år en status på klager."]), body=NEW, date=MADE))
    rows = Promise.objects.order_by("occurrence")
    assert [(row.occurrence, str(row.last)) for row in rows] == [
        (1, "2026-03-10"),
        (2, "2026-09-10"),
        (3, "2027-03-10"),
        (4, "2027-09-10"),
    ]
    assert len({row.key for row in rows}) == 4


def _address(day: dt.date, number: int, body: str = "beskaeftigelses-og-uddannelsesudvalg") -> str:
    return f"fjordby-kommune/{body}/{day}/punkt-{number}"


@pytest.mark.usefixtures("filled")
def test_a_person_confirms_what_keeps_a_promise() -> None:
    key = key_of("handleplanerne")
    proposed = promise_at(key, TODAY)
    assert proposed and proposed.keeping and not proposed.keeping.confirmed
    act = keep_promise(key, _address(LATER, 1, "beskaeftigelsesudvalg"), who=" Anna  Holm ")
    assert (act.verb, act.subject, act.who) == ("keep_promise", f"promise:{key}", "Anna Holm")
    confirmed = promise_at(key, TODAY)
    assert confirmed and confirmed.keeping and confirmed.keeping.confirmed
    assert confirmed.keeping.date == LATER
    assert state_of("handleplanerne", dt.date(2026, 5, 1)) == State.OVERDUE


@pytest.mark.usefixtures("filled")
def test_a_person_drops_a_promise_with_a_reason_and_opens_it_again() -> None:
    key = key_of("handleplanerne")
    with pytest.raises(Unsigned):
        drop_promise(key, who="Anna Holm", why=" ")
    drop_promise(key, who="Anna Holm", why="Handleplanen blev overhalet af reformen.")
    assert state_of("handleplanerne", dt.date(2100, 1, 1)) == State.DROPPED
    reopen_promise(key, who="Bo Lund")
    assert state_of("handleplanerne") == State.OVERDUE
    view = promise_at(key, TODAY)
    assert view and view.reopened and view.keeping is None and len(view.suggestions) == 2
    assert Act.objects.count() == 2


@pytest.mark.usefixtures("filled")
def test_what_would_say_nothing_or_cannot_be_is_refused_with_a_sentence() -> None:
    key, keeper = key_of("handleplanerne"), _address(LATER, 1, "beskaeftigelsesudvalg")
    for wrong in (
        lambda: keep_promise("nothere", keeper, who="Anna Holm"),
        lambda: keep_promise(key, _address(LATER, 9), who="Anna Holm"),
        lambda: keep_promise(key, "punkt-1", who="Anna Holm"),
        lambda: keep_promise(key, _address(MADE, 3), who="Anna Holm"),
        lambda: keep_promise(key_of("nyt navn"), "fjordby-kommune/byraad/2024-01-01/punkt-1", who="Anna Holm"),
        lambda: drop_promise("nothere", who="Anna Holm", why="Nej."),
    ):
        with pytest.raises(NotPossible, match=r"\.$"):
            wrong()
    keep_promise(key, keeper, who="Anna Holm")
    with pytest.raises(NotPossible, match="already"):
        keep_promise(key, keeper, who="Anna Holm")
    reopen_promise(key, who="Anna Holm")
    with pytest.raises(NotPossible, match="open already"):
        reopen_promise(key, who="Anna Holm")
    with pytest.raises(Unsigned):
        keep_promise(key, keeper, who="")


@pytest.mark.usefixtures("filled")
def test_an_act_says_no_more_of_an_item_than_where_it_is() -> None:
    act = keep_promise(key_of("nyt navn"), _address(NOT_YET, 2), who="Anna Holm")
    assert act.detail == {"item": _address(NOT_YET, 2), "date": "2025-12-03"}


@pytest.mark.usefixtures("filled")
def test_a_keeping_item_that_is_gone_leaves_the_promise_kept(take: Take) -> None:
    key = key_of("nyt navn")
    keep_promise(key, _address(NOT_YET, 2), who="Anna Holm")
    take(minutes(item(1, "Økonomisk prioritering"), body=COMMITTEE, date=NOT_YET, note="rettet"))
    view = promise_at(key, TODAY)
    assert view and view.state == State.KEPT and view.keeping
    assert (view.keeping.item, view.keeping.address) == (None, _address(NOT_YET, 2))
