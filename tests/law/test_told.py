"""The law as data for other programs: nothing is lost, and all of it is JSON."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from law.citizen_b import CITIZEN_B
from pejl.law.asked import asked
from pejl.law.commencements import commencements
from pejl.law.difference import difference
from pejl.law.label import heading
from pejl.law.law import law
from pejl.law.outline import outline
from pejl.law.person_difference import person_difference
from pejl.law.titles import title
from pejl.law.told import commencement_data, difference_data, given_data, outline_data, statute_data
from pejl.law.told_person import answer_data, person_data

BEFORE, AFTER, YEAR_AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 7, 1)


def test_a_day_is_told_with_every_rule_amount_duty_and_doubt() -> None:
    found = outline(law().statute("indsats"), law().on(YEAR_AFTER, known=YEAR_AFTER, scenario="fjordby"))
    told = json.loads(json.dumps(outline_data(found)))
    assert (told["statute"], told["on"], told["known"], told["scenario"]["name"]) == (
        "indsats",
        "2026-07-01",
        "2026-07-01",
        "fjordby",
    )
    for part in ("rules", "parameters", "duties", "unsettled"):
        assert [each["name"] for each in told[part]] == [
            each.thing.name if part == "unsettled" else each.duty.name if part == "duties" else each.name
            for each in getattr(found, part)
        ]
    offer = next(each for each in told["duties"] if each["name"] == "foerste_tilbud")
    assert (offer["group_share"], offer["since"], offer["kind"]) == (0.75, "2026-07-01", "tilbud")
    assert {"says", "cites"} == set(offer["exceptions"][0])
    talk = next(each for each in told["duties"] if each["name"] == "foerste_samtale")
    assert talk["scenario"] and talk["used"] and talk["status"] == "unconfirmed"


def test_a_version_for_certain_cases_tells_which() -> None:
    told = outline_data(outline(law().statute("indsats"), law().on(YEAR_AFTER)))
    bound = [each for each in told["rules"] if each["name"] == "foelger_gammel_ordning"]
    assert {(each["cases_from"], each["cases_until"]) for each in bound} == {
        (None, "2026-01-31"),
        ("2026-02-01", "2026-06-30"),
        ("2026-07-01", None),
    }
    assert [each["used"] for each in bound].count(False) == 1


def test_what_is_missing_has_no_value_and_says_where_to_look() -> None:
    told = outline_data(outline(law().statute("kontanthjaelp"), law().on(AFTER)))
    grundsats = next(each for each in told["parameters"] if each["name"] == "grundsats_beloeb")
    assert (grundsats["value"], grundsats["written"], grundsats["source"], grundsats["used"]) == (None, "", "", False)
    assert grundsats["look_up"] in grundsats["sentence"]
    rate = next(each for each in told["parameters"] if each["name"] == "mindstesats_beloeb")
    assert (rate["value"], rate["status"], rate["until"], rate["used"]) == (6969, "derived", "2025-12-31", True)
    doubt = next(each for each in told["unsettled"] if each["name"] == "grundsats_beloeb")
    assert (doubt["what"], doubt["missing"], doubt["scenario"]) == ("parameter", True, False)


def test_a_difference_calls_things_by_their_names() -> None:
    book = law().book
    told = difference_data(difference("kontanthjaelp", law().on(BEFORE), law().on(AFTER)), book)
    assert (told["from"], told["to"]) == ("2025-06-30", "2025-07-01")
    by_name = {each["name"]: each for each in told["changes"]}
    assert (by_name["paa_mindstesats"]["movement"], by_name["paa_mindstesats"]["what"]) == ("came", "rule")
    assert by_name["mindstesats_beloeb"]["title"] == title(book, "mindstesats_beloeb") == "Mindstesats"
    assert title(book, "foerste_tilbud").endswith("tilbud") and title(book, "paa_mindstesats") == heading(
        "paa_mindstesats"
    )
    assert by_name["kontanthjaelpsloft_stk_1"]["movement"] == "went"


def test_an_answer_is_told_with_its_steps_or_without() -> None:
    (found,) = asked(law().on(AFTER), CITIZEN_B, ["kontanthjaelp_brutto"])
    told = json.loads(json.dumps(answer_data(found)))
    assert (told["value"], told["refused"], told["unknown"]) == (9753, None, [])
    rate = next(step for step in told["steps"] if step["name"] == "kontanthjaelp_sats")
    assert [each["name"] for each in rate["looked_at"]] == ["satsgruppe"]
    assert not rate["looked_at"][0]["given"]
    assert (rate["parameters"][0]["written"], rate["parameters"][0]["scenario"]) == ("6.969 kr. pr. måned", False)
    assert answer_data(found, explained=False)["steps"] == []


@pytest.mark.parametrize(
    ("facts", "kind", "name"),
    [({}, "not_given", "opholdsaar"), (CITIZEN_B, "not_settled", "mindstesats_beloeb")],
)
def test_a_refusal_is_told_with_its_kind(facts: dict[str, object], kind: str, name: str) -> None:
    (found,) = asked(law().on(YEAR_AFTER), facts, ["kontanthjaelp_brutto"])
    told = answer_data(found)
    assert (told["value"], told["refused"]["kind"], told["refused"]["name"]) == (None, kind, name)
    assert told["refused"]["sentence"].endswith(".")


def test_a_day_is_told_as_a_day() -> None:
    facts = {"case_start": dt.date(2025, 7, 1), "maalgruppe": "dagpengemodtager"}
    (found,) = asked(law().on(AFTER), facts, ["foerste_samtale_frist"])
    told = answer_data(found)
    assert told["value"] == "2025-07-15" and told["written"] == "15. juli 2025"


def test_one_persons_two_days_are_told_with_what_moved() -> None:
    found = person_difference(CITIZEN_B, ["kontanthjaelp_brutto"], law().on(BEFORE), law().on(AFTER))
    told = json.loads(json.dumps(person_data(found)))
    (value,) = told["values"]
    assert (value["before"]["value"], value["after"]["value"], value["changed"]) == (16972, 9753, True)
    assert value["moved"] == "7.219 kr. pr. måned mindre"
    by_name = {step["name"]: step for step in told["steps"]}
    assert by_name["paa_mindstesats"]["before"] is None and by_name["paa_mindstesats"]["after"]["value"] is True
    assert by_name["kontanthjaelp_fra_30"]["after"] is None


def test_statutes_facts_and_days_of_change_are_told_for_those_who_build_on_them() -> None:
    assert statute_data(law().statute("klage"))["title"] == "Klage"
    alder = given_data(law().book.givens["alder"])
    assert (alder["kind"], alder["example"], alder["unit"], alder["words"]) == ("whole_number", 34, "år", [])
    start = given_data(law().book.givens["case_start"])
    assert (start["kind"], start["example"], start["title"]) == ("day", "2025-03-03", "Sagens første dag")
    kinds = {given_data(given)["kind"] for given in law().book.givens.values()}
    assert kinds == {"whole_number", "number", "yes_or_no", "word", "day"}
    days = [commencement_data(each) for each in commencements(law().book)]
    assert [each["day"] for each in days] == sorted(each["day"] for each in days)
    assert any(each["by"] and each["new"] and each["changed"] and each["gone"] for each in days)
