"""What a model must reach: each demand broken one by one, and what cannot be tried told as that."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pejl.home.folders import Home
from pejl.screening.features.feature import Known, Proxy
from pejl.screening.gate.demand import Demand, Outcome
from pejl.screening.gate.minimums import NoMinimums, minimums_of, packaged_minimums, tightened
from pejl.screening.gate.verdict import verdict
from pejl.screening.training.run import Estimate, TrainingRun
from screening.a_run import a_run, all_groups, data_sheet, feature, group, measured, near

MINIMUMS = packaged_minimums()


def found(run: TrainingRun, word: str) -> Demand:
    return next(demand for demand in verdict(run, MINIMUMS).demands if demand.word == word)


def broken(**changed: Any) -> set[str]:
    return {demand.word for demand in verdict(a_run(**changed), MINIMUMS).broken}


def with_folds(**changed: Any) -> tuple[Any, ...]:
    return (measured("folds", **changed), measured("time"))


def test_a_model_that_reaches_all_passes_and_is_judged_the_same_again() -> None:
    judged = verdict(a_run(), MINIMUMS)
    assert not judged.broken and judged.passed
    assert judged == verdict(a_run(), MINIMUMS)
    assert judged.minimums == MINIMUMS.sha256
    assert all(demand.sentence.endswith(".") for demand in judged.demands)


@pytest.mark.parametrize(
    ("measure", "value", "word"),
    [
        ("calibration_error", 0.04, "kalibreringsfejl.folds"),
        ("slope", 0.7, "haeldning.folds"),
        ("slope", 1.4, "haeldning.folds"),
        ("ratio", 0.8, "observeret_forventet.folds"),
        ("ratio", 1.3, "observeret_forventet.folds"),
        ("auc", 0.55, "auc_mindst.folds"),
        ("auc", 0.9, "auc_hoejst.folds"),
    ],
)
def test_each_measure_out_of_bounds_breaks_its_own_demand(measure: str, value: float, word: str) -> None:
    assert broken(measured=with_folds(**{measure: near(value)})) == {word}


@pytest.mark.parametrize("other", ["all", "none", "ask_first"])
def test_a_model_that_is_worth_less_than_a_simple_way_fails(other: str) -> None:
    benefit = {
        "model": ((0.2, 0.1), (0.5, 0.1)),
        "all": ((0.2, 0.0), (0.5, 0.0)),
        "none": ((0.2, 0.0), (0.5, 0.0)),
        "ask_first": ((0.2, 0.0), (0.5, 0.0)),
    } | {other: ((0.2, 0.11), (0.5, 0.11))}
    assert broken(measured=with_folds(net_benefit=benefit)) == {f"nettogevinst_{other}.folds"}


def test_net_benefit_is_read_between_the_thresholds_that_were_measured() -> None:
    demand = found(a_run(), "nettogevinst_ask_first.folds")
    assert demand.value == pytest.approx(0.115 - 0.075)


def test_that_nobody_was_asked_is_told_and_stops_nothing() -> None:
    benefit = {name: ((0.2, 0.1 if name == "model" else 0.0), (0.5, 0.0)) for name in ("model", "all", "none")}
    run = a_run(measured=with_folds(net_benefit=benefit))
    assert found(run, "nettogevinst_ask_first.folds").outcome is Outcome.UNTRIED
    assert verdict(run, MINIMUMS).passed


def test_a_model_is_judged_by_its_estimate_where_it_is_used_and_elsewhere_by_what_is_more_than_chance() -> None:
    """The policy asks about 26 weeks at intake; at 13 weeks the same number is told and not decisive."""
    doubtful = {"slope": Estimate(value=0.78, low=0.7, high=0.86)}
    [folds] = [measured("folds")]
    first, second = folds.horizons
    elsewhere = folds.model_copy(update={"horizons": (first.model_copy(update=doubtful), second)})
    used = folds.model_copy(update={"horizons": (first, second.model_copy(update=doubtful))})
    assert not broken(measured=(elsewhere, measured("time")))
    assert broken(measured=(used, measured("time"))) == {"haeldning.folds"}


def test_calibration_error_and_net_benefit_of_few_prove_nothing() -> None:
    few = {"still": near(0.3, of=400)}
    assert {"kalibreringsfejl.folds", "nettogevinst_all.folds"} <= broken(measured=with_folds(**few))


def test_a_small_cell_outside_by_chance_is_no_reason_and_one_clearly_outside_is() -> None:
    doubtful = Estimate(value=0.7, low=0.5, high=1.0, of=400)
    clear = Estimate(value=0.6, low=0.5, high=0.7, of=400)
    small = {"still": near(0.3, of=400)}
    assert not broken(measured=(*with_folds(), measured("folds", landmark="uge_22", slope=doubtful, **small)))
    assert broken(measured=(*with_folds(), measured("folds", landmark="uge_22", slope=clear, **small)))


def test_a_model_that_was_not_tried_on_the_last_year_fails() -> None:
    assert broken(measured=(measured("folds"),)) == {"holdt_ude.time"}


def test_a_model_of_one_municipality_is_told_to_stay_there_and_one_of_two_must_be_tried() -> None:
    assert found(a_run(), "holdt_ude.municipality").outcome is Outcome.UNTRIED
    two = data_sheet(municipalities={"159": 3000, "101": 2200})
    assert broken(data=two) == {"holdt_ude.municipality"}
    assert not broken(data=two, measured=(*with_folds(), measured("municipality")))


def test_another_models_numbers_count_for_nothing() -> None:
    assert "holdt_ude.folds" in broken(measured=(measured("folds", "ask_first"), measured("time")))


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"ratio": near(1.4)}, "gruppe_observeret_forventet.koen"),
        ({"false_positive": near(0.45)}, "gruppe_false_positive.koen"),
        ({"false_negative": near(0.6)}, "gruppe_false_negative.koen"),
        ({"released_long": near(0.2)}, "slip_lange"),
    ],
)
def test_a_group_that_fares_worse_breaks_the_demand(changed: dict[str, Any], word: str) -> None:
    others = [each for each in all_groups() if each.value != "mand"]
    assert broken(groups=(*others, group("koen", "mand", **changed))) == {word}


def test_a_small_group_is_judged_by_its_interval() -> None:
    wide = Estimate(value=1.5, low=0.9, high=2.3, of=40)
    others = [each for each in all_groups() if each.value != "mand"]
    assert not broken(groups=(*others, group("koen", "mand", ratio=wide, spells=40)))


def test_a_share_of_few_released_is_judged_by_its_interval_whatever_the_group_is() -> None:
    others = [each for each in all_groups() if each.value != "mand"]
    doubtful, clear = Estimate(value=0.13, low=0.07, high=0.2, of=90), Estimate(value=0.3, low=0.2, high=0.4, of=90)
    assert not broken(groups=(*others, group("koen", "mand", released_long=doubtful)))
    assert broken(groups=(*others, group("koen", "mand", released_long=clear))) == {"slip_lange"}


def test_a_model_that_was_not_held_against_sex_fails() -> None:
    others = [each for each in all_groups() if each.attribute != "koen"]
    assert broken(groups=tuple(others)) == {"gruppe.koen"}
    assert broken(groups=(*others, group("koen", "ukendt"))) == {"gruppe.koen"}


def test_groups_of_too_few_to_tell_of_are_not_taken_for_equal_treatment_proved() -> None:
    untold = {name: Estimate(value=None) for name in ("false_positive", "false_negative")}
    others = [each for each in all_groups() if each.value != "mand"]
    run = a_run(groups=(*others, group("koen", "mand", **untold)))
    assert found(run, "gruppe_false_negative.koen").outcome is Outcome.UNTRIED


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"purpose": " "}, "formaal"),
        ({"data": data_sheet(spells=999)}, "forloeb"),
        ({"data": data_sheet(missing={"alder": 0.7, "sektor": 0})}, "uoplyst"),
        ({"data": data_sheet(inflow={"alder": 0.3})}, "tilgang"),
        ({"data": data_sheet(inflow={})}, "tilgang"),
        ({"data": data_sheet(missing={"alder": 0.0})}, "datablad"),
        ({"data": data_sheet(data_hash="x")}, "datablad"),
        ({"data": data_sheet(rows={})}, "datablad"),
        ({"data": data_sheet(kept_until=dt.date(2020, 1, 1))}, "datablad"),
        ({"data": data_sheet(first=dt.date(2027, 1, 1))}, "datablad"),
        ({"features": (feature("alder"),)}, "egenskaber"),
        ({"features": (feature("alder"), feature("sektor", basis=""))}, "egenskaber"),
        ({"features": (feature("alder"), feature("sektor", known=Known.FORLOEB.value))}, "egenskaber"),
        ({"features": (feature("alder"), feature("sektor", proxy=Proxy.HOEJ.value))}, "egenskaber"),
        ({"versions": {}}, "kan_gentages"),
        ({"model_hash": "abc"}, "kan_gentages"),
        ({"policy": {}}, "nettogevinst_all.folds"),
    ],
)
def test_what_a_model_is_made_of_must_be_told(changed: dict[str, Any], word: str) -> None:
    assert word in broken(**changed)


def test_that_citizens_do_not_answer_is_no_fault_of_the_data() -> None:
    answers = feature("svar", known=Known.SVAR.value)
    sheet = data_sheet(missing={"alder": 0.0, "sektor": 0.1, "svar": 0.9})
    assert not broken(features=(feature("alder"), feature("sektor"), answers), data=sheet)


def test_documents_that_would_say_nothing_break_the_demand() -> None:
    assert "dokumenter" in broken(terms=())
    assert "dokumenter" in broken(measured=with_folds(bins=()))


def test_an_installation_may_ask_for_more(tmp_path: Path) -> None:
    (tmp_path / "gate.toml").write_text("[order]\nauc_least = 0.75\n", encoding="utf-8")
    own = minimums_of(Home(tmp_path))
    assert own.order.auc_least == 0.75
    assert {demand.word for demand in verdict(a_run(), own).broken} == {"auc_mindst.folds", "auc_mindst.time"}
    assert own.sha256 != MINIMUMS.sha256
    assert minimums_of(Home(tmp_path / "other")) == MINIMUMS


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"order": {"auc_least": 0.5}}, "Det kan kun hæves"),
        ({"order": {"auc_most": 0.95}}, "Det kan kun sænkes"),
        ({"measured": {"cell_least": 100_000}}, "Det kan kun sænkes"),
        ({"order": {"auc_leest": 0.5}}, "som ikke findes"),
        ({"ordre": {"auc_least": 0.5}}, "som ikke findes"),
        ({"order": {"auc_least": "høj"}}, "skal være et tal"),
        ({"order": {"auc_least": True}}, "skal være et tal"),
        ({"order": {"auc_least": float("nan")}}, "kan ikke bruges"),
        ({"order": 3}, "som ikke findes"),
    ],
)
def test_an_installation_may_never_ask_for_less(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(NoMinimums, match=said):
        tightened(MINIMUMS, asked)


def test_a_file_of_minimums_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "gate.toml").write_bytes(b"\xff\xfe[")
    with pytest.raises(NoMinimums, match=r"gate\.toml kan ikke læses"):
        minimums_of(Home(tmp_path))
