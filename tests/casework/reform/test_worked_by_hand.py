"""A handful of people before and after 1 July 2025, each worked out by hand."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest

from casework.reform.people import AFTER, BEFORE, CHANGES, by_person, many, register
from pejl.casework.reform.both_laws import both
from pejl.casework.reform.caseload import TaxCard, caseload
from pejl.casework.reform.judgement import Judgement, judge, judged_day
from pejl.casework.reform.published import published_cases
from pejl.casework.reform.reform import reform
from pejl.law.law import law

CARD = TaxCard(37, 4300)


def laws(scenario: str | None = "fjordby", first: dt.date = BEFORE, last: dt.date = AFTER) -> tuple[Any, Any]:
    return law().on(first, scenario=scenario), law().on(last, scenario=scenario)


@cache
def judged(scenario: str | None = "fjordby", tax: TaxCard | None = None) -> Judgement:
    return judge(register(), *laws(scenario), day=BEFORE, tax=tax)


@cache
def changed(column: str, tax: TaxCard | None = None, first: dt.date = BEFORE, last: dt.date = AFTER) -> dict[str, Any]:
    return by_person(both(caseload(register(), BEFORE, tax), *laws(first=first, last=last)), column)


def test_each_of_a_few_gets_what_was_worked_out_by_hand() -> None:
    found = changed("change")
    assert found == {name: None if change is None else pytest.approx(change) for name, change in CHANGES.items()}


def test_fritidstillaeg_is_counted_beside_the_benefit_and_untaxed() -> None:
    assert changed("change_beside", CARD)["couple"] == 1350
    assert changed("change_gross", CARD)["couple"] == -7219
    assert changed("change_net", CARD)["couple"] == pytest.approx(-7219 * 0.63 + 1350)


def test_after_tax_is_known_only_where_a_tax_card_is_supposed() -> None:
    assert set(changed("change_net").values()) == {None}
    found = changed("change_net", CARD)
    assert found["case-b"] == pytest.approx(-7219 * 0.63)
    assert found["unknown"] is None
    assert any("intet skattekort" in each for each in judged().assumptions)
    assert any("37 pct. i træk" in each for each in judged(tax=CARD).assumptions)


def test_who_cannot_be_judged_is_counted_with_the_fact_that_is_missing() -> None:
    found = judged()
    assert found.reasons == {"oplysninger": 1}
    assert found.lacking == {"opholdsaar": 1}
    assert found.elsewhere == 1
    assert sum(cell.persons for cell in found.cells) == 6
    assert (sum(cell.persons for cell in found.losers), sum(cell.persons for cell in found.gainers)) == (2, 4)


def test_without_a_scenario_only_confirmed_amounts_judge_and_the_others_are_told() -> None:
    found = judged(None)
    assert sorted(cell.change for cell in found.cells) == [-7219, -5869]
    assert found.reasons == {"oplysninger": 1, "foer": 2, "efter": 2}
    assert any("»Grundsats«" in each and "Slå det op" in each for each in found.unsettled)
    assert found.scenario is None and found.supposed == ()


def test_a_scenario_is_marked_with_what_it_supposed() -> None:
    found = judged()
    assert found.scenario is not None and found.scenario.name == "fjordby"
    assert "grundsats_beloeb" in found.supposed
    assert found.unsettled == ()


@pytest.mark.parametrize(("day", "judged"), [(BEFORE, 7), (AFTER, 6)])
def test_from_a_day_to_itself_nothing_changes_for_anybody(day: dt.date, judged: int) -> None:
    found = judge(register(), *laws(first=day, last=day), day=BEFORE)
    assert not found.losers and not found.gainers
    assert sum(cell.persons for cell in found.same) == judged, "before the reform nobody was asked for years of stay"
    assert {cell.change for cell in found.cells} == {0}


def test_backwards_every_change_has_the_other_sign() -> None:
    there = changed("change")
    back = changed("change", None, AFTER, BEFORE)
    assert back == {name: None if change is None else pytest.approx(-change) for name, change in there.items()}


def test_the_parts_of_the_month_add_up_to_the_whole() -> None:
    found = {each.name: each for each in judged().parts}
    assert (found["boernetillaeg"].had, found["boernetillaeg"].has, found["boernetillaeg"].after) == (0, 3, 3 * 2784)
    assert (found["ungetillaeg"].has, found["fritidstillaeg"].after) == (1, 1350 + 112.50)
    added = {name: (each.before, each.after) for name, each in found.items() if name != "modregning"}
    change = sum(after - before for before, after in added.values())
    change -= found["modregning"].after - found["modregning"].before
    assert change == pytest.approx(sum(each or 0 for each in CHANGES.values()))


def test_the_caseload_is_that_of_the_day_before_the_reform_as_far_as_it_is_known() -> None:
    snapshot = register()
    assert judged_day(snapshot, AFTER) == BEFORE
    assert judged_day(snapshot, dt.date(2027, 7, 1)) == snapshot.known


def test_a_handful_of_losers_is_told_only_as_a_group() -> None:
    persons, spells = many({"case-b": 6, "single": 3})
    found = judge(_of(persons, spells), *laws(), day=BEFORE)
    shown = reform(found)
    assert shown.losers is not None and shown.losers.persons.nearest == 10
    assert (shown.losers.mean, shown.losers.month) == (-7200, -72000)
    assert shown.gainers is None and shown.more.few
    assert [(each.least, each.most) for each in shown.bands] == [(None, -5000)]
    assert [each.danish for each in shown.households] == ["Enlig, 1 barn, mindstesats"]


def test_what_a_household_loses_is_the_sum_of_those_in_it_who_are_on_the_benefit() -> None:
    persons, spells = many({"couple": 10})
    homes = [{**row, "household": f"H{number // 2}"} for number, row in enumerate(persons)]
    one = CHANGES["couple"]
    assert one is not None and one < 0
    found = judge(_of(homes, spells), *laws(), day=BEFORE)
    (kind,) = found.households
    assert (kind.households, kind.members, kind.boern) == (5, 2, 3)
    assert kind.change == pytest.approx(10 * one)
    (row,) = reform(found).households
    assert row.danish == "Par, forsørger, 3 børn eller flere, 2 på ydelsen, mindstesats"
    assert row.told.mean == 100 * round(2 * one / 100)


def test_a_household_with_a_member_who_cannot_be_judged_is_left_out_and_one_who_works_does_not_count() -> None:
    persons, spells = many({"couple": 1, "unknown": 1, "insured": 1})
    together = [{**row, "household": "H1"} for row in persons]
    assert judge(_of(together, spells), *laws(), day=BEFORE).households == ()
    without = [row for row in together if "unknown" not in row["person"]]
    (kind,) = judge(
        _of(without, [row for row in spells if "unknown" not in row["person"]]), *laws(), day=BEFORE
    ).households
    assert (kind.households, kind.members) == (1, 1)


def test_the_printed_cases_are_as_they_were_printed_and_ours_beside_them() -> None:
    case_a, case_b = ({each.danish: each for each in case.figures} for case in published_cases(law()))
    ours = {name: (each.printed, each.ours) for name, each in case_b.items()}
    assert ours == {
        "Ydelse før, om måneden før skat": (16972, 16972),
        "Ydelse før, efter skat": (10535, None),
        "Nedgang før skat": (7219, 7219),
        "Nedgang efter skat": (4588, None),
        "Ny ydelse før skat": (9753, 9753),
    }
    assert (case_a["Ny ydelse før skat"].printed, case_a["Ny ydelse før skat"].ours) == (9573, 9753)
    assert (case_a["Nedgang før skat"].printed, case_a["Nedgang før skat"].ours) == (7300, 7219)
    assert (case_a["Fritidstillæg, skattefrit"].printed, case_a["Fritidstillæg, skattefrit"].ours) == (1350, 1350)
    assert all(each.why for each in (*case_a.values(), *case_b.values()))


def _of(persons: list[Any], spells: list[Any]) -> Any:
    found = register()
    found._rows = {"persons": persons, "benefit_spells": spells, "payments": ()}
    return found
