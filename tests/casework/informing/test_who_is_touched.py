"""Whom a rule, a duty or a rate newly touches from a day, by the law of that day and the day before."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.deadlines.registers import Held
from casework.informing.july import (
    JULY,
    MISSED,
    RULE,
    TOLD,
    before,
    long_here,
    new,
    on_rate,
    one,
    register,
    short_of_both,
    topic,
    touch,
)
from pejl.casework.informing.topic import NoTopic, TopicKind, topics
from pejl.casework.informing.touched import newly_touched
from pejl.law.law import law
from pejl.law.refusals import NoRule, NotSettled
from pejl.register.kept import NothingKnown

TOUCHED = sorted((*MISSED, *TOLD))


@pytest.mark.parametrize("on", ["2025-06-02", "2025-06-30", "2025-07-01", "2025-07-02", "2026-10-31"])
def test_the_work_duty_of_july_touches_exactly_those_who_meet_neither_condition(on: str) -> None:
    found = new(register(), on)
    assert sorted(found) == TOUCHED
    assert {row["since"] for row in found.values()} == {JULY} and not any(row["until"] for row in found.values())


def test_before_the_day_the_law_itself_tells_the_rate_that_will_be_given() -> None:
    youth = one(before("ung", benefit="uddannelseshjaelp", end=""))
    held = Held(
        {
            "persons": [*youth["persons"], long_here("laenge")],
            "benefit_spells": [*youth["benefit_spells"], before("laenge", "")],
        }
    )
    assert list(new(held, "2025-06-02")) == ["ung"]
    assert new(held, "2025-07-02")["ung"]["lacks"] == "udbetalt_sats", "a rate that is still wanting is a fact wanting"


def test_who_was_under_the_duty_the_day_before_is_not_newly_touched() -> None:
    held = register(one(before("sho", benefit="shydelse"), on_rate("sho")))
    assert "sho" not in new(held, "2025-08-31") and touch(held, "sho", "2025-08-31") == "foer"
    in_january = new(held, "2025-06-30", since=dt.date(2025, 1, 1))
    assert list(in_january) == ["sho"] and in_january["sho"]["since"] == dt.date(2025, 2, 3)


def test_who_comes_under_it_later_is_touched_from_that_day() -> None:
    held = register(one(on_rate("ny", "2025-09-15", "2025-10-24")))
    assert "ny" not in new(held, "2025-09-14")
    assert new(held, "2025-09-15")["ny"]["since"] == dt.date(2025, 9, 15)
    assert new(held, "2025-09-15")["ny"]["until"] is None, "an end to come is not known yet"
    assert new(held, "2025-12-01")["ny"]["until"] == dt.date(2025, 10, 24)


def test_facts_that_changed_since_touch_somebody_though_the_law_did_not() -> None:
    rows = [on_rate("skift", "2025-07-01", "2025-08-31", rate="grundsats"), on_rate("skift", "2025-09-01")]
    assert new(register(one(*rows)), "2025-10-01")["skift"]["since"] == dt.date(2025, 9, 1)


def test_what_is_wanting_is_told_apart_and_nobody_is_left_out() -> None:
    held = register(
        one(on_rate("a"), residence_years=None),
        one(on_rate("b", rate="")),
        {"persons": [], "benefit_spells": [on_rate("ingen")]},
        one(on_rate("c"), residence_years=None, work_years=9),
    )
    found = {name: row for name, row in new(held, "2025-08-31").items() if row["touch"] == "ukendt"}
    assert {name: row["lacks"] for name, row in found.items()} == {
        "a": "opholdsaar",
        "b": "udbetalt_sats",
        "ingen": "arbejdsaar indrejst_1968_eller_senere opholdsaar undtaget_fra_beskaeftigelseskrav",
    }
    assert touch(held, "c", "2025-08-31") == "nej", "one condition that is met decides it"


def test_a_register_without_persons_can_decide_nothing_and_says_so() -> None:
    held = Held({"benefit_spells": [on_rate("a")]}, missing=["persons"])
    assert new(held, "2025-08-31")["a"]["touch"] == "ukendt"


def test_a_register_without_spells_knows_nothing() -> None:
    held = Held({}, missing=["benefit_spells"])

    def missing(_name: str) -> None:
        raise NothingKnown("intet")

    held.table = missing  # type: ignore[assignment,method-assign]
    with pytest.raises(NothingKnown):
        newly_touched(held, topic(), JULY, JULY)  # type: ignore[arg-type]


def test_a_duty_touches_those_to_whom_it_is_owed() -> None:
    held = register(one(on_rate("fri", special_effort=True)))
    assert sorted(new(held, "2025-08-31", "timer_arbejdspligt")) == TOUCHED, "who is exempt is not owed it"
    assert touch(held, "fri", "2025-08-31") == "ny", "the rule itself knows no exemption"


def test_a_rate_touches_those_who_come_on_it() -> None:
    held = register(one(on_rate("dag", rate="", benefit="dagpenge")), one(before("tom", "")))
    on_lowest = new(held, "2025-08-31", "udbetalt_sats=mindstesats")
    assert len(on_lowest) == 20 + 8 + 5 + 1 and "dag" not in on_lowest
    assert on_lowest["tom"]["lacks"] == "udbetalt_sats"
    changed = new(held, "2025-08-31", "udbetalt_sats")
    assert changed["overset0"]["word"] == "mindstesats" and "dag" not in changed


def test_a_change_of_target_group_is_told_by_its_word() -> None:
    rows = [
        on_rate("skift", "2025-02-03", "2025-08-31", target_group="jobparat"),
        on_rate("skift", "2025-09-01", target_group="aktivitetsparat"),
    ]
    found = new(Held(one(*rows)), "2025-10-01", "maalgruppe")
    assert {name: (row["word"], row["since"]) for name, row in found.items()} == {
        "skift": ("aktivitetsparat", dt.date(2025, 9, 1))
    }


def test_a_rule_by_the_age_of_the_year_is_asked_anew_each_january() -> None:
    held = Held({"persons": [short_of_both("a", birth_year=1996)], "benefit_spells": [on_rate("a", rate="grundsats")]})
    assert new(held, "2026-01-02", "satsgruppe=mindstesats")["a"]["since"] == JULY


def test_what_is_no_law_on_the_day_is_refused_with_a_sentence() -> None:
    with pytest.raises(NoRule, match=r"intet indhold for 30[.] juni 2025"):
        new(register(), "2025-08-31", "paa_mindstesats", since=dt.date(2025, 6, 30))
    with pytest.raises(NoRule, match=r"var ikke lov 31[.] december 2024"):
        new(register(), "2025-08-31", "timer_arbejdspligt", since=dt.date(2024, 12, 31))
    with pytest.raises(NotSettled, match="scenarie"):
        new(register(), "2025-08-31", "arbejdspligt_som_udgangspunkt")


def test_a_scenario_takes_an_unconfirmed_rule_for_law() -> None:
    found = new(register(), "2025-08-31", "arbejdspligt_som_udgangspunkt", scenario="arbejdspligt_paa_mindstesats")
    assert len(found) == 33


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("findes_ikke", "hverken|ingen regel"),
        ("mindstesats_beloeb", "ingen regel"),
        ("kontanthjaelp_sats", "hverken ja eller nej"),
        ("udbetalt_sats=guld", "Ordene er: forhoejet_sats"),
        ("'; drop", "ingen regel"),
        ("x" * 500, "ingen regel"),
    ],
)
def test_what_nobody_can_come_under_is_no_topic(written: str, said: str) -> None:
    with pytest.raises(NoTopic, match=said):
        topic(written)


def test_every_rule_of_yes_or_no_and_every_duty_can_be_asked() -> None:
    book = law().book
    found = list(topics(book))
    assert {each.kind for each in found} == set(TopicKind) and topic(RULE) in found
    for each in found:
        assert topic(str(each)) == each


@pytest.mark.long
@pytest.mark.parametrize("asked", [str(each) for each in topics(law().book)])
def test_each_topic_answers_or_refuses_and_never_fails(asked: str) -> None:
    try:
        found = new(register(), "2026-07-15", asked, since=dt.date(2026, 7, 1))
    except (NoRule, NotSettled) as refusal:
        assert str(refusal).endswith((".", "?"))
    else:
        assert all(row["lacks"] or row["touch"] != "ukendt" for row in found.values())
