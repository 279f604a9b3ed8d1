"""What a clerk is told of one person: each deadline with its law, what counted, and why the rest did not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from casework.deadlines.asking import FIRST_OFFER, FOUR_TALKS, the_law
from casework.deadlines.random_registers import DUTIES, register
from casework.deadlines.registers import Held, offer, spell, talk
from pejl.casework.deadlines.one_person import Told, deadlines_of
from pejl.law.duty import Counts, Duty, Kind


def told(tables: dict[str, Any], day: str, *duties: Duty, person: str = "p") -> list[Told]:
    judged = dt.date.fromisoformat(day)
    return deadlines_of(Held(tables), person, judged, the_law(judged), duties=duties)  # type: ignore[arg-type]


def why(found: Told) -> dict[str, str]:
    return {each.day.isoformat(): each.why_not for each in found.happened}


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
    found = told({"benefit_spells": [spell("2025-01-31")], "talks": talks}, "2025-09-01", FOUR_TALKS)[0]
    assert why(found) == {
        "2025-02-03": "",
        "2025-02-04": "Samtalen er ikke afholdt (udeblevet).",
        "2025-02-05": "»Informationsmøde (9)« tæller ikke efter § 1.",
        "2025-02-06": "Samtalen er holdt af a-kassen.",
        "2025-08-01": "Det var efter fristen 31. juli 2025, og det kan ikke indhentes.",
    }
    assert (found.says, found.cites) == ("Fire samtaler inden for 6 måneder.", "§ 1")
    assert found.source == "opdigtet (bekræftet)"


def test_the_same_day_is_told_as_the_same_day_and_leaving_as_leaving() -> None:
    talks = [talk("2025-02-03"), talk("2025-02-03"), talk("2025-04-03")]
    tables = {"benefit_spells": [spell("2025-01-31", "2025-03-31")], "talks": talks}
    found = told(tables, "2025-05-01", FOUR_TALKS)[0]
    assert [each.why_not for each in found.happened] == [
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
    by_kind = {found.duty.kind: found for found in told(tables, "2025-05-01", FIRST_OFFER, in_person)}
    assert list(why(by_kind[Kind.OFFER]).values()) == ["Det varer 8 dage; der kræves 14.", "Det er ikke begyndt."]
    assert list(why(by_kind[Kind.TALK]).values()) == ["Formen tæller ikke: telefon."]


def test_as_many_counted_as_the_table_says_for_everybody() -> None:
    tables = register(7, persons=2)
    looked = 0
    for person in {row["person"] for row in tables["benefit_spells"]}:
        for found in told(tables, "2026-08-10", *DUTIES, person=str(person)):
            if found.duty.kind is not Kind.HOURS:
                days = {each.day for each in found.happened if each.counted}
                assert len(days) == found.row["done"], (found.row, found.happened)
                looked += 1
    assert looked >= 10


def test_nothing_is_told_of_somebody_who_is_not_there() -> None:
    assert told({}, "2025-05-01", FOUR_TALKS) == []
