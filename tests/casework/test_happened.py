"""What a clerk is told of one person: each deadline with its law, what counted, and why the rest did not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from casework.deadlines.asking import FIRST_OFFER, FOUR_TALKS, NEW, OLD, asked
from casework.deadlines.random_registers import DUTIES, register
from casework.deadlines.registers import Held, arrow, offer, spell, talk
from pejl.casework.duty_book import DutyBook
from pejl.casework.happened import Happened, happened
from pejl.law.duty import Counts, Duty, Kind
from pejl.register.contract import CONTRACT
from pejl.register.one_person import OnePerson, PersonTable

Looked = tuple[Mapping[str, Any], Duty, list[Happened]]
NAMES = ("talks", "offers", "plans", "decisions")


def told(tables: dict[str, Any], day: str, *duties: Duty, person: str = "p") -> Iterator[Looked]:
    """Each deadline of the person with its version of the law, and what it looked at."""
    known, book, judged = known_of(tables, person), DutyBook(duties), dt.date.fromisoformat(day)
    for row in asked(Held(tables), day, *duties):
        duty = book.version(row["duty"], row["ends"] or row["due"], case_start=row["case_start"])
        if row["person"] == person and duty:
            yield row, duty, happened(row, duty, known, judged)


def known_of(tables: dict[str, Any], person: str) -> OnePerson:
    own = {name: [row for row in tables.get(name, ()) if row["person"] == person] for name in NAMES}
    rows = {name: tuple(arrow(name, found).to_pylist()) for name, found in own.items()}
    return OnePerson("held", dt.date.max, tuple(PersonTable(CONTRACT.table(name), rows[name], 0) for name in NAMES))


def why(found: Looked) -> dict[str, str]:
    return {each.day.isoformat(): each.why_not for each in found[2]}


def test_each_talk_is_told_with_why_it_did_not_count() -> None:
    talks = [
        talk("2025-02-03"),
        talk("2025-02-04", status="udeblevet"),
        talk("2025-02-05", type="informationsmoede"),
        talk("2025-02-06", authority="akasse"),
        talk("2025-08-01"),
        talk("2025-01-02"),
        talk("2025-09-09"),
    ]
    (found,) = told({"benefit_spells": [spell("2025-01-31")], "talks": talks}, "2025-09-01", FOUR_TALKS)
    assert why(found) == {
        "2025-02-03": "",
        "2025-02-04": "Samtalen er ikke afholdt (udeblevet).",
        "2025-02-05": "»Informationsmøde (9)« tæller ikke efter § 1.",
        "2025-02-06": "Samtalen er holdt af a-kassen.",
        "2025-08-01": "Det var efter fristen 31. juli 2025, og det kan ikke indhentes.",
    }


def test_the_same_day_is_told_as_the_same_day_and_leaving_as_leaving() -> None:
    talks = [talk("2025-02-03"), talk("2025-02-03"), talk("2025-04-03")]
    tables = {"benefit_spells": [spell("2025-01-31", "2025-03-31")], "talks": talks}
    (found,) = told(tables, "2025-05-01", FOUR_TALKS)
    assert [each.why_not for each in found[2]] == [
        "",
        "Der er allerede talt en samme dag.",
        "Borgeren var ikke længere i målgruppen.",
    ]


def test_an_offer_is_told_with_its_length_and_a_form_with_its_name() -> None:
    in_person = replace(FOUR_TALKS, counts=Counts(kinds=("jobsamtale",), forms=("fremmoede",)))
    tables = {
        "benefit_spells": [spell("2025-01-31")],
        "offers": [offer("2025-03-03", "2025-03-10"), offer("2025-04-01", status="tilbudt")],
        "talks": [talk("2025-03-03", form="telefon")],
    }
    by_kind = {found[1].kind: found for found in told(tables, "2025-05-01", FIRST_OFFER, in_person)}
    assert list(why(by_kind[Kind.OFFER]).values()) == ["Det varer 8 dage; der kræves 14.", "Det er ikke begyndt."]
    assert list(why(by_kind[Kind.TALK]).values()) == ["Formen tæller ikke: telefon."]


def test_more_talks_than_are_required_count_too() -> None:
    talks = [talk(f"2025-02-0{day}") for day in range(3, 9)]
    ((row, _, looked),) = told({"benefit_spells": [spell("2025-01-31")], "talks": talks}, "2025-09-01", FOUR_TALKS)
    assert [each.why_not for each in looked] == [""] * 6, row


def test_what_came_after_the_duty_ended_is_told_so() -> None:
    old = replace(FOUR_TALKS, force=OLD)
    tables = {"benefit_spells": [spell("2026-03-02")], "talks": [talk("2026-04-01"), talk("2026-07-01")]}
    (found,) = told(tables, "2026-08-01", old)
    assert found[0]["ends"] == dt.date(2026, 6, 30)
    assert why(found) == {"2026-04-01": "", "2026-07-01": "Pligten var bortfaldet ved en lovændring."}


def test_a_case_bound_to_the_old_law_is_told_by_its_own_version() -> None:
    bound = replace(FOUR_TALKS, force=replace(NEW, cases_until=dt.date(2026, 6, 30)), cites="§ 1 gammel")
    new = replace(
        FOUR_TALKS, force=replace(NEW, cases_from=dt.date(2026, 7, 1)), counts=Counts(kinds=("informationsmoede",))
    )
    tables = {
        "benefit_spells": [spell("2026-03-02")],
        "talks": [talk("2026-08-03"), talk("2026-08-04", type="informationsmoede")],
    }
    ((_, duty, looked),) = told(tables, "2026-08-10", new, bound)
    assert duty == bound and [each.counted for each in looked] == [True, False]


def test_hours_are_those_of_the_judged_day_while_the_last_day_is_ahead() -> None:
    hours = replace(FOUR_TALKS, kind=Kind.HOURS, counts=Counts(), required=37)
    offers = [
        offer("2025-02-03", "2025-02-20", hours_a_week=20),
        offer("2025-02-21", "2025-06-01", hours_a_week=21, status="i_gang"),
    ]
    ((row, _, looked),) = told({"benefit_spells": [spell("2025-01-31")], "offers": offers}, "2025-03-01", hours)
    assert row["done"] == 21
    assert [each.why_not for each in looked] == ["Tilbuddet løb ikke 1. marts 2025.", ""]


def test_as_many_counted_as_the_table_says_for_everybody() -> None:
    tables = register(7, persons=2)
    looked = 0
    for person in {row["person"] for row in tables["benefit_spells"]}:
        for row, duty, found in told(tables, "2026-08-10", *DUTIES, person=str(person)):
            if duty.kind is not Kind.HOURS:
                assert len({each.day for each in found if each.counted}) == row["done"], (row, found)
                looked += 1
    assert looked >= 10


def test_nothing_is_told_of_somebody_who_is_not_there() -> None:
    assert list(told({}, "2025-05-01", FOUR_TALKS)) == []
