"""Nobody is both learnt from and measured on, and a year ago nobody knew what came since."""

from __future__ import annotations

import numpy as np

from pejl.screening.caseload.days import day_number
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.spells import NOT_ENDED
from pejl.screening.training.splits import YEAR, Split, as_seen_on, by_folds, by_municipality, by_time
from register.simulation.fjordby import LAST


def persons_fitted(rows: LandmarkRows, split: Split) -> set[str]:
    places = np.isin(rows.spells.same, split.fitted.same)
    return set(rows.persons[places])


def test_every_row_is_held_out_once_and_no_person_is_on_both_sides(rows: LandmarkRows) -> None:
    splits = list(by_folds(rows, 3))
    assert sorted(np.concatenate([split.measured for split in splits]).tolist()) == list(range(len(rows)))
    for split in splits:
        assert not persons_fitted(rows, split) & set(rows.persons[split.measured])
        assert len(split.fitted) + len(split.measured) == len(rows)


def test_the_same_seed_draws_the_same_folds(rows: LandmarkRows) -> None:
    one, other = (next(iter(by_folds(rows, 7))).measured.tolist() for _ in range(2))
    assert one == other != next(iter(by_folds(rows, 8))).measured.tolist()


def test_one_municipality_holds_none_out(rows: LandmarkRows) -> None:
    assert list(by_municipality(rows)) == []


def test_the_last_year_is_held_out_and_what_came_in_it_was_not_known(rows: LandmarkRows) -> None:
    split = by_time(rows, LAST)
    assert split is not None
    cut = day_number(LAST) - YEAR
    assert (rows.days[split.measured] >= cut).all()
    assert not persons_fitted(rows, split) & set(rows.persons[split.measured])
    first = rows.days - rows.spells.ends.entry * 7
    of = dict(zip(rows.spells.same.tolist(), first.tolist(), strict=True))
    last_seen = np.array([of[same] for same in split.fitted.same.tolist()]) + split.fitted.ends.time * 7
    assert (last_seen <= cut + 1e-6).all()


def test_a_spell_that_ran_on_the_day_is_seen_as_running(rows: LandmarkRows) -> None:
    day = int(rows.days.max()) - 200
    earlier = rows.only(np.asarray(rows.days < day, np.bool_))
    then = as_seen_on(earlier, day)
    changed = then.time < earlier.spells.ends.time
    assert changed.any()
    assert set(then.exit[changed].tolist()) == {NOT_ENDED}
    assert (then.exit[~changed] == earlier.spells.ends.exit[~changed]).all()
