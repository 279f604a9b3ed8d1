"""A trial is analysed as drawn, at its looks and no sooner, and nothing of too few is told."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from pejl.register.small_counts import Count
from pejl.screening.trial.analysed import Analysed, analysed, ends_so_far
from pejl.screening.trial.analysis_shapes import Point
from pejl.screening.trial.analysis_told import analysis_told, merged
from pejl.screening.trial.looking import NotYet, due
from pejl.screening.trial.state import Drawn, Look, Stop, Trial
from pejl.screening.trial.stopping import Says
from screening.trial.courses import DRAWN, MADE, draw, hundred, leave, register, trial

OVER = dt.date(2029, 1, 31)
MIDWAY = DRAWN + dt.timedelta(weeks=2)


def look(number: int, ends: int, *, last: bool = False, bound: float = 2.96) -> Look:
    return Look(number, last, ends, 0.5, bound, 2.5, "fortsaet", "held", "Bo", MADE, {})


@pytest.fixture(scope="module")
def at_the_end() -> Analysed:
    snapshot, drawn = hundred(OVER)
    return analysed(snapshot, trial(), drawn, [])


def test_the_end_tells_effect_weeks_shares_sites_bands_and_curves(at_the_end: Analysed) -> None:
    found = at_the_end.analysis
    assert found.last and found.persons == (60, 60) and found.ends == (51, 54)
    assert found.test is not None and found.test.crossed and found.test.p < 0.001
    assert found.hazard_ratio.value is not None and found.hazard_ratio.low is not None
    assert found.hazard_ratio.value > 2 and found.hazard_ratio.low > 1
    assert found.adjusted.value is None or found.adjusted.value > 1
    weeks = {each.weeks: each.difference.value for each in found.weeks}
    assert weeks.keys() == {26, 52} and weeks[26] is not None and weeks[26] < -5
    still = {each.weeks: each for each in found.still}
    assert still[13].control.value == pytest.approx(48 / 60) and still[13].difference.of == 120
    assert [part.persons for part in found.bands] == [(20, 20)] * 3 and found.between_bands is not None
    assert at_the_end.says is Says.SLUT and found.not_worse is None


def test_more_ends_are_counted_at_the_end_of_the_weeks_that_were_promised(at_the_end: Analysed) -> None:
    """Three of the control arm end after the fifty-second week: the register has them, the primary outcome has not."""
    snapshot, drawn = hundred(OVER)
    ends, followed = ends_so_far(snapshot, trial(), drawn, [])
    assert ends == at_the_end.ends == 105
    assert sum(followed.outcomes.exit >= 0) == 108


def test_a_look_before_its_time_is_refused_and_tells_of_nothing() -> None:
    snapshot, drawn = hundred(DRAWN + dt.timedelta(weeks=1))
    with pytest.raises(NotYet, match="kig er nummer 1 af 2 og venter på 10 afslutninger"):
        analysed(snapshot, trial(), drawn, [])


def test_a_look_midway_tells_the_rules_word_and_the_harms_alone() -> None:
    snapshot, drawn = hundred(MIDWAY + dt.timedelta(weeks=8), faster=3)
    found = analysed(snapshot, trial({"ends = 20\n": "ends = 60\n", "persons = 40": "persons = 120"}), drawn, [])
    assert not found.due.last and found.due.bound > 2
    told = analysis_told(found.analysis, found.says).as_data()
    assert told["says"] in {each.value for each in Says}
    assert not told.keys() & {"hazard_ratio", "test", "weeks_on_benefit", "still", "sites", "bands", "curves", "ends"}


def test_a_harm_over_its_bound_stops_the_trial_before_any_effect_does() -> None:
    drawn = [draw(number, "raad" if number % 2 else "saedvanlig") for number in range(60)]
    other = [leave(number, DRAWN + dt.timedelta(weeks=1), "anden_ydelse") for number in range(1, 60, 2)]
    back = [leave(number, DRAWN + dt.timedelta(weeks=2), "rask") for number in range(0, 60, 2)]
    found = analysed(
        register([*other, *back], MIDWAY),
        trial({"ends = 20\n": "ends = 50\n", "persons = 40": "persons = 60"}),
        drawn,
        [],
    )
    (harm,) = [each for each in found.analysis.harms if each.word == "anden_ydelse"]
    assert harm.crossed and harm.over_limit and harm.had == (0, 30)
    assert found.says is Says.STOP_SKADE


def test_a_harm_that_is_a_way_to_end_is_counted_with_the_others_in_its_way() -> None:
    """Of ten in each arm, eight return in the first week and one leaves for another benefit in the third: a tenth, and
    not half of the two who were left."""
    drawn = [draw(number, "raad" if number % 2 else "saedvanlig") for number in range(20)]
    back = [leave(number, DRAWN + dt.timedelta(weeks=1), "rask") for number in range(16)]
    other = [leave(number, DRAWN + dt.timedelta(weeks=3), "anden_ydelse") for number in (16, 17)]
    going_on = [leave(number) for number in (18, 19)]
    found = analysed(register([*back, *other, *going_on], OVER), trial(), drawn, [])
    (harm,) = [each for each in found.analysis.harms if each.word == "anden_ydelse"]
    assert harm.difference.control.value == pytest.approx(0.1) == harm.difference.tried.value
    assert harm.had == (1, 1) and analysis_told(found.analysis, found.says).harms[0].difference is None


def test_the_looks_that_were_made_decide_the_bounds_of_those_to_come() -> None:
    planned = trial()
    first = due(planned, 10, MIDWAY)
    assert (first.number, first.last) == (1, False) and first.bound == pytest.approx(2.963, abs=1e-3)
    looked = trial(looks=(look(1, 10, bound=first.bound),))
    last = due(looked, 20, MIDWAY)
    assert last.last and last.bound == pytest.approx(1.969, abs=1e-3)
    with pytest.raises(NotYet, match="kig er nummer 2 af 2 og venter på 20"):
        due(looked, 15, MIDWAY)
    assert due(looked, 15, OVER).last  # the follow-up is over: what there is, is all there will be
    again = due(trial(looks=(look(1, 20, last=True),)), 25, OVER)
    assert again.again and again.bound == 2.96


def test_a_trial_that_was_stopped_is_analysed_as_it_stands() -> None:
    stopped = trial(stopped=Stop("Bo", MADE, "Der kom ikke nok."))
    assert due(stopped, 3, MIDWAY).last


def release() -> Trial:
    return trial(
        {
            'compares = "bedre"': 'compares = "ikke_ringere"',
            "ratio = 4.0": "ratio = 0.5",
            "ends = 20\n": "ends = 70\n",
            "persons = 40": "persons = 80",
        }
    )


@pytest.mark.parametrize(("faster", "kept"), [(1, True), (7, True)])
def test_a_release_keeps_its_margin_or_does_not(faster: int, kept: bool) -> None:
    snapshot, drawn = hundred(OVER, faster=faster)
    found = analysed(snapshot, release(), drawn, [])
    assert found.analysis.margin == 0.5 and found.analysis.not_worse is kept
    turned = [
        draw(each.number, "raad" if each.arm == "saedvanlig" else "saedvanlig", band=each.stratum.band)
        for each in drawn
    ]
    if faster > 1:
        assert analysed(snapshot, release(), turned, []).analysis.not_worse is False


def few() -> list[Drawn]:
    return [draw(number, "raad" if number % 2 else "saedvanlig", site="bakkeby") for number in range(200, 206)]


def test_nothing_of_fewer_than_five_is_told() -> None:
    snapshot, drawn = hundred(OVER)
    rows = [leave(each.number, DRAWN + dt.timedelta(weeks=each.number - 199), "rask") for each in few()]
    everybody = snapshot.table("sick_leave_spells").to_pyarrow().to_pylist()
    both = register([*everybody, *rows], OVER)
    found = analysed(both, trial(), [*drawn, *few()], [])
    told = analysis_told(found.analysis, found.says)
    fjordby, bakkeby, vadested = told.sites
    assert bakkeby.persons == (Count(1, 4), Count(1, 4)) and bakkeby.hazard_ratio.value is None
    assert fjordby.persons[0].least % 10 == 5 and not fjordby.persons[0].exact
    assert vadested.persons == (Count(0, 0), Count(0, 0))
    assert told.between_sites is None and told.hazard_ratio.value is not None
    assert all(not harm.difference or harm.had[0].least >= 5 or harm.had[0].most == 0 for harm in told.harms)
    json.dumps(told.as_data())


def test_a_curve_never_steps_for_fewer_than_five() -> None:
    points = [Point(weeks=week, still=1 - week / 40, risk=40 - week, ends=1) for week in range(40)]
    told = merged(points)
    assert len(told) == 8 and all(point.ends >= 5 for point in told)
    assert all(point.risk == 0 or point.risk % 10 == 0 for point in told)


def test_a_trial_of_nobody_is_analysed_without_numbers() -> None:
    found = analysed(register([leave(1)], OVER), trial(), [], [])
    assert found.analysis.test is None and found.analysis.hazard_ratio.value is None and found.z == 0
    assert analysis_told(found.analysis, found.says).as_data()["persons"]["tried"] == {"least": 0, "most": 0}
