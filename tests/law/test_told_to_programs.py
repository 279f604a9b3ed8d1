"""What the law tells other programs: names that they can rest on, and the same values as a person is told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pejl.law.asked import asked, not_told
from pejl.law.commencements import commencements
from pejl.law.difference import difference
from pejl.law.facts import example
from pejl.law.law import law
from pejl.law.outline import outline
from pejl.law.person_difference import person_difference
from pejl.law.told import commencement_data, difference_data, given_data, outline_data, scenario_data, statute_data
from pejl.law.told_person import answer_data, person_data

JUNE, JULY, SPRING = dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 3, 1)
FACTS: dict[str, Any] = {
    "alder": 45,
    "familie": "par_forsoerger",
    "boern": 1,
    "barn_i_danmark": True,
    "opholdsaar": 10.0,
    "arbejdsaar": 1.0,
    "indrejst_1968_eller_senere": True,
    "undtaget_fra_beskaeftigelseskrav": False,
}


def told(day: dt.date, statute: str, scenario: str | None = None) -> dict[str, Any]:
    return outline_data(outline(law().statute(statute), law().on(day, scenario=scenario)))


def named(several: list[dict[str, Any]], name: str) -> dict[str, Any]:
    (found,) = (each for each in several if each["name"] == name)
    return found


def test_a_statute_is_told_with_its_question_and_the_day_and_scenario_that_were_asked() -> None:
    statute, supposed = law().statute("klage"), law().on(SPRING, scenario="fjordby").scenario
    assert supposed is not None
    assert statute_data(statute) == {
        "statute": "klage",
        "title": statute.danish,
        "act": statute.act,
        "asks": statute.asks,
    }
    assert scenario_data(supposed) == {"name": "fjordby", "title": "Fjordby", "why": supposed.why}
    plain = told(SPRING, "klage")
    assert (plain["on"], plain["known"], plain["scenario"]) == ("2026-03-01", None, None)
    assert plain.keys() == {
        *statute_data(statute),
        "on",
        "known",
        "scenario",
        "rules",
        "parameters",
        "duties",
        "unsettled",
    }
    known = outline_data(outline(statute, law().on(SPRING, known=JULY, scenario="fjordby")))
    assert (known["known"], known["scenario"]) == ("2025-07-01", scenario_data(supposed))


def test_a_rule_is_told_with_its_days_its_act_and_how_sure_it_is() -> None:
    (version,) = law().book.versions["paa_mindstesats"]
    assert named(told(JULY, "kontanthjaelp")["rules"], "paa_mindstesats") == {
        "name": "paa_mindstesats",
        "title": "På mindstesats",
        "says": version.rule.says,
        "cites": version.rule.cites,
        "since": "2025-07-01",
        "until": None,
        "cases_from": None,
        "cases_until": None,
        "by": version.by.name,
        "status": "confirmed",
        "source": version.rule.source,
        "used": True,
        "scenario": False,
    }


def test_a_rule_that_nobody_has_confirmed_is_used_only_where_a_scenario_takes_it_as_law() -> None:
    name = "arbejdspligt_som_udgangspunkt"
    for scenario in (None, "fjordby"):
        alone = named(told(JULY, "kontanthjaelp", scenario)["rules"], name)
        assert (alone["status"], alone["used"], alone["scenario"]) == ("unconfirmed", False, False)
    taken = named(told(JULY, "kontanthjaelp", "arbejdspligt_paa_mindstesats")["rules"], name)
    assert (taken["status"], taken["used"], taken["scenario"]) == ("unconfirmed", True, True)
    duty = "foerste_samtale_akasse"
    for scenario, used in ((None, False), ("fjordby", True)):
        found = named(told(dt.date(2026, 8, 1), "indsats", scenario)["duties"], duty)
        assert (found["used"], found["scenario"]) == (used, used)


def test_a_rule_for_cases_that_began_on_certain_days_says_which() -> None:
    rules = told(dt.date(2026, 8, 1), "indsats")["rules"]
    bound = [each for each in rules if each["cases_from"] or each["cases_until"]]
    assert bound
    for each in bound:
        forces = [version.force for version in law().book.versions[each["name"]]]
        days = {tuple(day and day.isoformat() for day in (force.cases_from, force.cases_until)) for force in forces}
        assert (each["cases_from"], each["cases_until"]) in days


def test_an_amount_is_told_with_its_value_its_days_and_its_source() -> None:
    parameter = law().book.parameters["boernetillaeg_beloeb"]
    row = parameter.row(JULY)
    assert row is not None
    assert named(told(JULY, "kontanthjaelp")["parameters"], "boernetillaeg_beloeb") == {
        "name": "boernetillaeg_beloeb",
        "title": parameter.danish,
        "value": 2784,
        "written": "2.784 kr. pr. måned",
        "unit": "kr. pr. måned",
        "since": "2025-07-01",
        "until": "2025-12-31",
        "status": "confirmed",
        "source": row.source,
        "used": True,
        "scenario": False,
        "sentence": "",
        "look_up": parameter.look_up,
    }


def test_an_amount_that_nobody_has_is_told_without_a_value_and_with_the_reason() -> None:
    missing = named(told(JULY, "kontanthjaelp")["parameters"], "grundsats_beloeb")
    assert (missing["value"], missing["written"], missing["used"], missing["status"]) == (
        None,
        "",
        False,
        "unconfirmed",
    )
    assert missing["sentence"]
    assert missing["source"] == ""
    assert "bm.dk" in missing["look_up"]
    doubtful = named(told(JUNE, "kontanthjaelp")["parameters"], "atp_borgerens_del")
    assert (doubtful["value"], doubtful["used"], doubtful["scenario"]) == (99, False, False)
    assert doubtful["source"].startswith("16.972 - 16.873 kr.")
    supposed = named(told(JULY, "kontanthjaelp", "fjordby")["parameters"], "grundsats_beloeb")
    assert (supposed["value"], supposed["used"], supposed["scenario"]) == (8000, True, True)


def test_a_duty_is_told_with_whom_it_is_owed_to_how_often_and_by_whom() -> None:
    found = named(told(JULY, "indsats")["duties"], "samtaler_halvaar")
    duty = law().on(JULY).duties("samtaler_halvaar")[0]
    assert found == {
        "name": "samtaler_halvaar",
        "title": duty.danish,
        "kind": "samtale",
        "says": duty.says,
        "cites": duty.cites,
        "since": duty.force.since.isoformat(),
        "until": "2026-06-30",
        "status": "confirmed",
        "source": duty.source,
        "used": True,
        "scenario": False,
        "holder": "kommune",
        "target_groups": list(duty.target_groups),
        "benefits": [],
        "rates": [],
        "required": 4,
        "group_share": None,
        "exceptions": [{"says": each.says, "cites": each.cites} for each in duty.exceptions],
        "note": duty.note,
    }


def test_what_is_open_is_told_with_where_to_look_it_up() -> None:
    open_ones = told(JULY, "kontanthjaelp")["unsettled"]
    thing = next(each for each in law().on(JULY).unsettled("kontanthjaelp") if each.name == "grundsats_beloeb")
    assert named(open_ones, "grundsats_beloeb") == {
        "name": "grundsats_beloeb",
        "title": thing.danish,
        "what": "parameter",
        "status": "unconfirmed",
        "missing": True,
        "sentence": thing.sentence,
        "look_up": thing.look_up,
        "scenario": False,
    }
    assert {each["what"] for each in open_ones} == {"rule", "parameter"}
    assert named(told(JULY, "kontanthjaelp", "fjordby")["unsettled"], "grundsats_beloeb")["scenario"] is True


def test_a_commencement_is_told_with_its_acts_and_what_it_did() -> None:
    each = next(one for one in commencements(law().book) if (one.day, one.statute.name) == (JULY, "kontanthjaelp"))
    assert commencement_data(each) == {
        "day": "2025-07-01",
        "statute": "kontanthjaelp",
        "by": ["Lov nr. 1655 af 30. december 2024 (L 13)"],
        "status": each.status.value,
        "new": list(each.new),
        "changed": list(each.changed),
        "gone": list(each.gone),
    }


@pytest.mark.parametrize(
    ("name", "kind", "words", "shown"),
    [
        ("barn_i_danmark", "yes_or_no", False, True),
        ("alder", "whole_number", False, 34),
        ("opholdsaar", "number", False, 10.0),
        ("familie", "word", True, "enlig_forsoerger"),
        ("case_start", "day", False, "2025-03-03"),
    ],
)
def test_a_fact_is_told_with_its_kind_and_an_example(name: str, kind: str, words: bool, shown: object) -> None:
    given = law().book.givens[name]
    found = given_data(given)
    assert found.keys() == {"name", "title", "means", "kind", "unit", "words", "example"}
    assert (found["name"], found["kind"], found["example"]) == (name, kind, shown)
    assert (found["means"], found["unit"], found["words"]) == (given.means, given.unit, list(given.words))
    assert bool(found["words"]) is words
    assert example([given]) == {name: shown}


def test_a_difference_is_told_change_by_change() -> None:
    found = difference("kontanthjaelp", law().on(JUNE), law().on(JULY))
    data = difference_data(found, law().book)
    assert (data["statute"], data["from"], data["to"]) == ("kontanthjaelp", "2025-06-30", "2025-07-01")
    assert len(data["changes"]) == len(found.changes)
    came = named(data["changes"], "paa_mindstesats")
    assert came.keys() == {"name", "title", "what", "movement", "before", "after", "cites", "by", "source", "sentence"}
    assert (came["what"], came["movement"], came["before"]) == ("rule", "came", "")
    amount = named(data["changes"], "formue_enlig")
    assert (amount["what"], amount["movement"]) == ("parameter", "changed")
    assert (amount["before"], amount["after"]) == ("10.000 kr.", "15.500 kr.")
    child, old_rate, ceiling = (
        named(data["changes"], name) for name in ("boernetillaeg_beloeb", "kh_andre", "kontanthjaelpsloft_stk_1")
    )
    assert (child["movement"], child["before"], child["after"]) == ("came", "", "2.784 kr. pr. måned")
    assert (old_rate["movement"], old_rate["after"]) == ("went", "")
    assert old_rate["before"].startswith("12.770 kr. pr. måned")
    assert old_rate["source"]
    assert (ceiling["movement"], ceiling["after"]) == ("went", "")
    assert ceiling["by"] == "Lov nr. 1655 af 30. december 2024 (L 13)"
    assert ceiling["sentence"].startswith("Bortfaldet regel")
    for told_change, change in zip(data["changes"], found.changes, strict=True):
        texts = ("cites", "by", "source", "sentence", "before", "after")
        assert [told_change[name] for name in texts] == [getattr(change, name) for name in texts]
    summer = difference("indsats", law().on(dt.date(2026, 6, 30)), law().on(dt.date(2026, 7, 1)))
    duties = difference_data(summer, law().book)["changes"]
    assert "duty" in {each["what"] for each in duties}


def test_an_answer_is_told_with_every_step_and_what_it_looked_at() -> None:
    (found,) = asked(law().on(JULY), FACTS, ["kontanthjaelp_sats"])
    data = answer_data(found)
    assert {name: value for name, value in data.items() if name != "steps"} == {
        "name": "kontanthjaelp_sats",
        "title": found.danish,
        "value": 6969.0,
        "written": "6.969 kr. pr. måned",
        "unit": "kr. pr. måned",
        "refused": None,
        "scenario": False,
        "unknown": [],
    }
    step = data["steps"][-1]
    (version,) = (each for each in law().book.versions["kontanthjaelp_sats"] if each.force.covers(JULY))
    assert {name: value for name, value in step.items() if name not in ("looked_at", "parameters")} == {
        "name": "kontanthjaelp_sats",
        "title": found.danish,
        "says": version.rule.says,
        "value": 6969.0,
        "written": "6.969 kr. pr. måned",
        "cites": version.rule.cites,
        "since": "2025-07-01",
        "by": version.by.name,
        "status": version.status.value,
        "source": version.rule.source,
        "scenario": False,
    }
    (looked_at,) = step["looked_at"]
    assert (looked_at["name"], looked_at["written"], looked_at["given"]) == ("satsgruppe", "mindstesats", False)
    assert looked_at["title"] == named(data["steps"], "satsgruppe")["title"]
    (amount,) = step["parameters"]
    parameter = law().book.parameters["mindstesats_beloeb"]
    assert amount == {
        "name": "mindstesats_beloeb",
        "title": parameter.danish,
        "written": "6.969 kr. pr. måned",
        "status": "derived",
        "source": parameter.values[0].source,
        "scenario": False,
    }
    assert answer_data(found, explained=False)["steps"] == []


def test_a_fact_that_was_told_is_marked_as_told_and_one_that_is_unknown_is_named() -> None:
    (found,) = asked(law().on(JULY), {"boern": None, "barn_i_danmark": True}, ["boernetillaeg"])
    data = answer_data(found)
    assert (data["value"], data["unknown"], data["refused"]) == (None, ["boern"], None)
    (looked_at,) = data["steps"][0]["looked_at"]
    assert (looked_at["name"], looked_at["given"]) == ("boern", True)
    (known,) = asked(law().on(JULY), {"boern": 1, "barn_i_danmark": True}, ["boernetillaeg"])
    assert known.unknown == ()


@pytest.mark.parametrize(
    ("facts", "wanted", "day", "kind", "name"),
    [
        (FACTS | {"arbejdsaar": 3.0}, "kontanthjaelp_sats", JULY, "not_settled", "forhoejet_sats_beloeb"),
        ({"opholdsaar": 10.0}, "beskaeftigelseskrav_opfyldt", JULY, "not_given", "indrejst_1968_eller_senere"),
        ({}, "kontanthjaelpsloft_stk_1", JULY, "no_rule", "kontanthjaelpsloft_stk_1"),
    ],
)
def test_a_refusal_is_told_with_its_kind_and_what_it_is_for(
    facts: dict[str, Any], wanted: str, day: dt.date, kind: str, name: str
) -> None:
    (found,) = asked(law().on(day), facts, [wanted])
    data = answer_data(found)
    assert (data["value"], data["written"], data["steps"]) == (None, "", [])
    assert data["refused"] == {"kind": kind, "name": name, "sentence": str(found.refusal)}


def test_only_what_nobody_has_told_is_asked_for() -> None:
    asked_for = [given.name for given in not_told(law().on(JULY), {"boern": None}, ["boernetillaeg"])]
    assert asked_for == ["barn_i_danmark"]


def test_a_persons_difference_is_told_before_and_after() -> None:
    facts = FACTS | {"ydelse": "kontanthjaelp", "opholdsaar": 4.0, "maalgruppe": "jobparat"}
    data = person_data(person_difference(facts, ["kontanthjaelp_sats"], law().on(JUNE), law().on(JULY)))
    (value,) = data["values"]
    assert value.keys() == {"name", "title", "before", "after", "changed", "moved"}
    assert value["name"] == "kontanthjaelp_sats"
    assert value["before"] == {"value": 16972.0, "written": "16.972 kr. pr. måned", "refused": "", "scenario": False}
    assert value["after"] == {"value": 6969.0, "written": "6.969 kr. pr. måned", "refused": "", "scenario": False}
    assert (value["changed"], value["moved"]) == (True, "10.003 kr. pr. måned mindre")
    group = named(data["steps"], "satsgruppe")
    assert group.keys() == {"name", "title", "before", "after"}
    assert group["before"] is None
    assert group["after"]["value"] == "mindstesats"
