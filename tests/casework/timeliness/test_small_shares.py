"""No share tells of fewer than five persons, and none can be worked out by subtracting."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from casework.timeliness.deadline_rows import rows, table
from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import DutyBook
from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.counting import By
from pejl.casework.timeliness.timely import timely
from pejl.casework.timeliness.told import Told, told, total_told
from pejl.law.duty import Clock, Duty, Kind, Span, Starts
from pejl.law.rule import InForce

OF_A_GROUP = Duty(
    "tilbud",
    Kind.OFFER,
    "Tilbud",
    "",
    "LAB",
    "",
    InForce(dt.date(2026, 7, 1)),
    Clock(Starts.CASE, due=Span(months=6)),
    group_share=0.75,
    group="tilbud",
)
BOOK = DutyBook((OF_A_GROUP,))


def part(name: str, kept: int, broken: int) -> Counted:
    return Counted("samtale", name, kept, broken, kept + broken, kept, broken)


def test_a_part_of_few_persons_is_hidden_whole() -> None:
    (found, _) = told([part("A", 3, 0), part("B", 40, 10)])
    assert (found.share, found.least, found.most) == (None, None, None)
    assert (found.judged.least, found.judged.most) == (1, 4)
    assert (found.broken.least, found.broken.most) == (1, 4)


def test_few_who_were_late_are_told_as_bounds() -> None:
    found = total_told(part("", 95, 2))
    assert found.share is None
    assert found.least is not None and found.most is not None
    assert found.least < 95 / 97 < found.most


def test_beside_one_hidden_part_the_smallest_other_is_hidden_too() -> None:
    found = {each.part: each for each in told([part("A", 20, 2), part("B", 40, 10), part("C", 30, 8)])}
    assert found["A"].blurred and found["C"].blurred
    assert not found["B"].blurred
    assert found["B"].share is not None and found["B"].share.share == 0.8


def test_a_months_few_do_not_follow_from_what_the_group_is_told() -> None:
    listed = [*offers(12, 8, 3), *offers(12, 6, 4), *offers(20, 12, 6), *offers(9, 2, 7), *offers(20, 7, 8)]
    found = timely(table(listed), BOOK, dt.date(2026, 8, 31), by=By.MONTH)
    (share,) = found.duties
    blurred = {each.part for each in share.parts if each.blurred}
    (group,) = found.groups
    assert group.of.exact
    assert blurred == {"2026-07", "2026-08"}, "the group's total less August would be July"


def test_a_teams_few_do_not_follow_from_its_unit() -> None:
    """Three were late in Nord; without Syd, what the unit is told would give them away."""
    blurred = _blurred({"Job": {"Nord": (30, 3), "Syd": (40, 10)}, "Unge": {"Vest": (9, 7), "Øst": (20, 12)}}, By.TEAM)
    assert blurred == {"Nord", "Syd"}


def test_a_hidden_unit_does_not_follow_from_its_teams() -> None:
    """Job is hidden for its three, Unge beside it; so Unge must not be the sum of its teams."""
    counts = {"Job": {"Nord": (30, 3)}, "Unge": {"Vest": (9, 7), "Øst": (20, 12)}, "Syge": {"Mod": (60, 40)}}
    assert _blurred(counts, By.UNIT) == {"Job", "Unge"}
    assert _blurred(counts, By.TEAM) == {"Nord", "Vest", "Øst"}


def _blurred(counts: dict[str, dict[str, tuple[int, int]]], by: By) -> set[str]:
    """The parts that are blurred where so many kept and broke what they were owed in each team of each unit."""
    listed: list[dict[str, object]] = []
    for unit, teams in counts.items():
        for team, (kept, broken) in teams.items():
            where, first = {"unit": unit, "team": team}, len(listed)
            listed += rows("tilbud", State.MET, kept, first, **where)
            listed += rows("tilbud", State.LOST, broken, first + kept, **where)
    (share,) = timely(table(listed), BOOK, dt.date(2026, 8, 31), by=by).duties
    return {each.part for each in share.parts if each.blurred}


def offers(kept: int, broken: int, month: int) -> list[dict[str, object]]:
    """Deadlines of a month, of different persons."""
    due = dt.date(2026, month, 15)
    first = 100 * month
    return rows("tilbud", State.MET, kept, first, due=due) + rows("tilbud", State.LOST, broken, first + kept, due=due)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6))
def test_subtracting_never_gives_a_small_count_away(counts: list[tuple[int, int]]) -> None:
    parts = [part(str(place), kept, broken) for place, (kept, broken) in enumerate(counts)]
    shown = told(parts)
    for each, true in zip(shown, parts, strict=True):
        assert each.kept.least <= true.kept <= each.kept.most or true.persons < 5
    hidden = [each for each in shown if each.blurred]
    assert len(hidden) != 1 or len(parts) == 1 or _nothing_to_subtract(parts, hidden[0])


def _nothing_to_subtract(parts: list[Counted], hidden: Told) -> bool:
    """Whether the total is small itself: then it is hidden too."""
    total = part("", sum(each.kept for each in parts), sum(each.broken for each in parts))
    return total_told(total).blurred and hidden.blurred
