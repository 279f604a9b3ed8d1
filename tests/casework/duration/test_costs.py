"""What days more and fewer come to: by hand, and whatever the spells are."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.deadlines.registers import Held, Row
from pejl.casework.duration.cost import Step, costs
from pejl.casework.duration.duration import duration, last_year, steps_of
from pejl.casework.duration.spells import Spells, Which, days_counted, spells_of
from pejl.casework.duration.weekly import Amounts, delivered, highest
from pejl.law.law import law
from pejl.law.refusals import NotSettled, Refusal
from pejl.register.kept import NothingKnown

STEPS = (Step(1, 4, 20), Step(5, 26, 60), Step(27, 52, 70), Step(53, None, 80))
lengths = st.lists(st.integers(1, 800), min_size=1, max_size=20)


def of(*days: int) -> Spells:
    return Spells(np.array(days), np.array(days))


def paid(spells: Spells, days: int, week: float = 1000) -> float:
    return sum(each.municipality for each in costs(spells, days, STEPS, week))


@pytest.mark.parametrize(
    ("lasted", "days", "municipality"),
    [
        (20, 14, (8 * 0.2 + 6 * 0.6) / 7 * 1000),  # days 21-28 in weeks 3-4, days 29-34 in week 5
        (26 * 7, 14, 1400),  # weeks 27 and 28: 1.4 weeks' benefit
        (360, 14, (4 * 0.7 + 10 * 0.8) / 7 * 1000),  # four days of week 52, ten of weeks 53 and 54
        (10, -14, -10 * 0.2 / 7 * 1000),  # no spell loses more days than it has
        (30, -14, -(12 * 0.2 + 2 * 0.6) / 7 * 1000),
        (400, 0, 0),
    ],
)
def test_a_spell_by_hand(lasted: int, days: int, municipality: float) -> None:
    assert paid(of(lasted), days) == pytest.approx(municipality)


def test_a_year_from_its_first_day_is_the_worked_case_of_the_law() -> None:
    assert paid(of(0), 364, 4695) == pytest.approx(151_179)


def test_each_step_tells_its_spells_days_and_what_the_state_pays() -> None:
    first, second, *rest = costs(of(20, 26 * 7, 3), 14, STEPS, 700)
    assert (first.spells, first.days, first.gross) == (2, 8 + 14, 2200)
    assert (first.municipality, first.state) == (pytest.approx(440), pytest.approx(1760))
    assert (second.spells, second.days) == (1, 6)
    assert [(each.spells, each.days) for each in rest] == [(1, 14), (0, 0)]


@given(lengths, st.integers(0, 60))
def test_days_more_cost_what_the_same_days_fewer_save(lasted: list[int], days: int) -> None:
    longer = of(*(each + days for each in lasted))
    assert paid(of(*lasted), days) == pytest.approx(-paid(longer, -days))


@given(lengths, st.integers(0, 60), st.integers(0, 60))
def test_days_and_days_more_cost_what_both_do_at_once(lasted: list[int], first: int, then: int) -> None:
    spells, longer = of(*lasted), of(*(each + first for each in lasted))
    assert paid(spells, first) + paid(longer, then) == pytest.approx(paid(spells, first + then))


@given(lengths, st.integers(0, 100))
def test_the_steps_are_all_the_days_and_never_more_than_is_paid_out(lasted: list[int], days: int) -> None:
    found = costs(of(*lasted), days, STEPS, 700)
    assert sum(each.days for each in found) == days * len(lasted)
    assert sum(each.gross for each in found) == pytest.approx(100 * days * len(lasted))
    assert all(0 <= each.municipality <= each.gross for each in found)


@given(lengths, st.integers(1, 60), st.integers(1, 400))
def test_longer_spells_before_never_make_the_same_days_cheaper(lasted: list[int], days: int, older: int) -> None:
    assert paid(of(*(each + older for each in lasted)), days) >= paid(of(*lasted), days) - 1e-6


@pytest.mark.parametrize(
    ("times", "counted"),
    [
        ([(1, 100)], 100),
        ([(1, 100), (201, 300)], 200),  # a hundred days without: both count
        ([(1, 100), (465, 500)], 36),  # 364 days without: counted anew
        ([(1, 100), (464, 500)], 137),  # 363 days without: not yet
        ([(1, 100), (301, 400), (565, 600)], 136),  # 164 and 200 days: together 364, after the second time counted back
        ([(1, 2000)], 2000),
        ([(1, 100), (2001, 2010), (2015, 2020)], 16),
    ],
)
def test_weeks_are_counted_back_over_all_benefits_until_52_weeks_without(
    times: list[tuple[int, int]], counted: int
) -> None:
    starts, ends = zip(*times, strict=True)
    assert days_counted(starts, ends, ends[-1], 364) == counted


def spell(number: str, start: str, end: str, benefit: str = "sygedagpenge", person: str = "") -> Row:
    return {"id": number, "person": person or number, "benefit": benefit, "start": start, "end": end}


def snapshot(*spells: Row, payments: tuple[Row, ...] = ()) -> Any:
    return Held({"benefit_spells": spells, "payments": payments}, known=dt.date(2025, 1, 31))


def test_rows_that_follow_each_other_are_one_spell_and_only_those_of_the_year_count() -> None:
    held = snapshot(
        spell("a1", "2023-12-01", "2023-12-31", person="a"),
        spell("a2", "2024-01-01", "2024-01-10", person="a"),
        spell("b", "2024-05-01", "2024-05-07"),
        spell("c", "2023-01-01", "2023-12-31"),
        spell("d", "2024-12-01", ""),
        spell("e", "2024-12-25", "2025-01-05"),
        spell("f", "2024-02-01", "2024-02-02", "dagpenge"),
    )
    assert spells_of(held, "sygedagpenge", 2024).own.tolist() == [41, 7]
    running = spells_of(held, "sygedagpenge", 2024, which=Which.RUNNING)
    assert running.own.tolist() == [31, 7]


def test_earlier_benefits_count_where_weeks_are_counted_across_them() -> None:
    held = snapshot(
        spell("a1", "2024-01-01", "2024-02-09", "dagpenge", "a"), spell("a2", "2024-03-01", "2024-03-10", person="a")
    )
    assert spells_of(held, "sygedagpenge", 2024).counted.tolist() == [10]
    assert spells_of(held, "sygedagpenge", 2024, anew_after=52).counted.tolist() == [50]


def test_a_week_is_what_was_paid_for_the_days_on_the_benefit() -> None:
    month = {"person": "a", "benefit": "sygedagpenge", "month": "2024-02-01", "gross": 2900}
    held = snapshot(spell("a", "2024-01-20", "2024-03-05"), payments=(month,))
    assert delivered(held, "sygedagpenge", 2024).kroner == pytest.approx(700)  # 29 days of February
    with pytest.raises(NothingKnown, match="ingen udbetalinger"):
        delivered(held, "dagpenge", 2024)


def test_the_highest_week_is_the_law_s_and_an_unconfirmed_one_refuses() -> None:
    assert highest(law().on(dt.date(2024, 6, 1)), "sygedagpenge").kroner == 4695
    assert highest(law().on(dt.date(2024, 6, 1)), "dagpenge").kroner == pytest.approx(20359 * 12 / 52)
    with pytest.raises(NotSettled, match="Højeste sygedagpenge om ugen"):
        highest(law().on(dt.date(2025, 6, 1)), "sygedagpenge")
    assert highest(law().on(dt.date(2025, 6, 1), scenario="fjordby"), "sygedagpenge").kroner == 4865
    with pytest.raises(Refusal, match="--amounts delivered"):
        highest(law().on(dt.date(2024, 6, 1)), "kontanthjaelp")


def test_the_steps_are_those_of_the_law_and_cofinancing_takes_a_scenario() -> None:
    assert tuple(steps_of(law().on(dt.date(2024, 6, 1)), "sygedagpenge")) == STEPS
    with pytest.raises(NotSettled, match="medfinansiering"):
        steps_of(law().on(dt.date(2024, 6, 1)), "dagpenge")
    assert tuple(steps_of(law().on(dt.date(2024, 6, 1), scenario="alment_kendt"), "dagpenge")) == STEPS
    with pytest.raises(Refusal, match="siger kilden intet"):
        steps_of(law().on(dt.date(2024, 6, 1)), "fleksjob")


def test_the_answer_lies_beside_what_was_printed_and_lists_what_it_supposes() -> None:
    held = snapshot(*(spell(f"p{number}", "2024-02-01", "2024-08-01") for number in range(8)))
    found = duration(held, law().on(dt.date(2024, 12, 31)), "sygedagpenge", 14, 2024)
    assert last_year(held) == 2024
    assert found.published is not None and found.published.kroner == 3_800_000
    assert sum(each.municipality for each in found.costs) == pytest.approx(8 * 4695 * 1.4)
    assert found.municipality == 50_000 and found.spells.nearest == 10
    assert any("forløbets egen første dag" in each for each in found.assumptions)
    assert any("ikke bekræftet" in each for each in found.assumptions)
    assert duration(held, law().on(dt.date(2024, 12, 31)), "sygedagpenge", 7, 2024).published is None


def test_of_fewer_than_five_spells_nothing_is_told() -> None:
    held = snapshot(*(spell(f"p{number}", "2024-02-01", "2024-08-01") for number in range(4)))
    found = duration(held, law().on(dt.date(2024, 12, 31)), "sygedagpenge", 14, 2024, Amounts.LAW)
    assert found.municipality is None and found.gross is None and found.steps == () and found.spells.few


def test_steps_with_few_spells_are_told_together() -> None:
    rows = [spell(f"p{number}", "2024-02-01", "2024-08-01") for number in range(6)]
    rows += [spell(f"q{number}", "2024-02-01", "2024-02-03") for number in range(2)]
    found = duration(snapshot(*rows), law().on(dt.date(2024, 12, 31)), "sygedagpenge", 14, 2024)
    assert [(each.first, each.last) for each in found.steps] == [(1, 52), (53, None)]
    assert (found.steps[0].spells.nearest, found.steps[1].municipality) == (10, 0)


def test_a_year_that_is_not_wholly_known_refuses() -> None:
    with pytest.raises(NothingKnown, match="ikke om hele 2025"):
        duration(snapshot(), law().on(dt.date(2024, 12, 31)), "sygedagpenge", 14, 2025)
