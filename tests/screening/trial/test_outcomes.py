"""What became of those who were drawn is counted from the draw, and nobody leaves the arm they were drawn to."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from pejl.screening.landmarks import EXITS, Exit
from pejl.screening.trial.from_register import followed
from pejl.screening.trial.state import Complaint, Drawn
from screening.trial.courses import DRAWN, draw, leave, register, trial

KNOWN = dt.date(2026, 3, 3)
PROTOCOL = trial().protocol


def weeks(many: float) -> dt.date:
    return DRAWN + dt.timedelta(days=round(7 * many) - 1)


def test_weeks_are_counted_from_the_draw_and_ways_out_told_apart() -> None:
    leaves = [
        leave(1, weeks(4), "arbejde"),
        leave(2, weeks(8), "anden_ydelse"),
        leave(3, weeks(8), "fraflyttet"),
        leave(4),
        leave(5, weeks(10), "varighed"),
    ]
    found = followed(register(leaves, KNOWN), PROTOCOL, [draw(number, "raad") for number in range(1, 6)], []).outcomes
    assert found.time.tolist() == pytest.approx([4, 8, 8, 365 / 7, 10])
    words = [EXITS[place] if place >= 0 else None for place in found.exit]
    assert words == [Exit.TILBAGE, Exit.ANDEN_YDELSE, None, None, Exit.VARIGHED]
    assert found.harms["anden_ydelse"].seen.tolist() == [False, True, False, False, False]


def test_who_was_drawn_stays_in_the_arm_and_who_is_gone_is_counted() -> None:
    drawn = [draw(1, "raad"), draw(2, "saedvanlig"), draw(3, "raad"), draw(4, "raad", day=KNOWN)]
    ended_before = leave(1, DRAWN - dt.timedelta(days=3), "rask")
    found = followed(register([ended_before, leave(2), leave(4)], KNOWN), PROTOCOL, drawn, [])
    assert found.outcomes.arm.tolist() == [1, 0] and (found.lost, found.too_new) == (1, 1)
    assert 0 < found.outcomes.time[0] < 0.1 and found.outcomes.exit[0] == EXITS.index(Exit.TILBAGE)


def test_nothing_after_the_last_day_of_follow_up_counts() -> None:
    late = PROTOCOL.ends + dt.timedelta(days=5)
    snapshot = register([leave(1, late, "rask")], PROTOCOL.ends + dt.timedelta(days=90))
    found = followed(snapshot, PROTOCOL, [draw(1, "raad")], []).outcomes
    assert found.exit.tolist() == [-1] and found.time[0] == pytest.approx((PROTOCOL.ends - DRAWN).days / 7)


def test_a_new_sick_leave_within_half_a_year_of_the_return_is_a_relapse() -> None:
    again = {"id": "s1b", "first_day": weeks(4) + dt.timedelta(weeks=10)}
    too_late = {"id": "s2b", "first_day": weeks(4) + dt.timedelta(weeks=30)}
    leaves = [
        leave(1, weeks(4), "rask"),
        leave(1, **again),
        leave(2, weeks(4), "rask"),
        leave(2, **too_late),
        leave(3, weeks(4), "anden_ydelse"),
        leave(3, id="s3b", first_day=weeks(5)),
    ]
    found = followed(register(leaves, KNOWN), PROTOCOL, [draw(number, "raad") for number in (1, 2, 3)], []).outcomes
    relapse = found.harms["tilbagefald"]
    assert relapse.seen.tolist() == [True, False, False]
    assert relapse.time[0] == pytest.approx(14, abs=0.2)


def test_the_first_complaint_counts_and_one_about_nobody_drawn_does_not() -> None:
    told = [Complaint(1, weeks(6)), Complaint(1, weeks(9)), Complaint(77, weeks(1))]
    found = followed(register([leave(1), leave(2)], KNOWN), PROTOCOL, [draw(1, "raad"), draw(2, "raad")], told).outcomes
    assert found.harms["klage"].seen.tolist() == [True, False]
    assert found.harms["klage"].time[0] == pytest.approx(6, abs=0.2)


def test_a_trial_in_which_nobody_was_drawn_has_nobody() -> None:
    nobody: list[Drawn] = []
    assert len(followed(register([leave(1)], KNOWN), PROTOCOL, nobody, []).outcomes) == 0


def test_what_is_known_at_a_week_is_what_had_happened_by_then() -> None:
    leaves = [leave(1, weeks(4), "rask"), leave(2, weeks(20), "rask"), leave(3)]
    drawn = [draw(1, "raad"), draw(2, "raad"), draw(3, "raad", day=DRAWN + dt.timedelta(weeks=10))]
    whole = followed(register(leaves, KNOWN), PROTOCOL, drawn, []).outcomes
    begun = (DRAWN - PROTOCOL.starts).days / 7
    then = whole.known_at(begun + 8)
    assert len(then) == 2 and then.time.tolist() == pytest.approx([4, 8]) and then.exit[1] == -1
    assert np.array_equal(whole.within(4).exit, np.where(whole.time <= 4, whole.exit, -1))
