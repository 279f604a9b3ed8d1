"""No share tells of fewer than five persons, and none can be worked out by subtracting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from casework.timeliness.deadline_rows import rows, table
from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import DutyBook
from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.counting import By
from pejl.casework.timeliness.hiding import Place, sum_of
from pejl.casework.timeliness.timely import timely
from pejl.casework.timeliness.told import Told, told, total_told
from pejl.law.duty import Clock, Duty, Kind, Span, Starts
from pejl.law.rule import InForce
from pejl.register.small_counts import Count

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


def beside(*parts: Counted) -> tuple[Told, ...]:
    """The parts of a duty as they are told under their total."""
    places = [Place(each) for each in parts]
    return told(Place(sum_of(parts), places), places)


def test_a_part_of_few_persons_is_hidden_whole() -> None:
    (found, _) = beside(part("A", 3, 0), part("B", 40, 10))
    assert (found.share, found.least, found.most) == (None, None, None)
    assert (found.judged.least, found.judged.most) == (1, 4)
    assert (found.broken.least, found.broken.most) == (0, 4)


def test_nothing_is_told_of_two_parts_that_the_total_would_pin() -> None:
    """Six were late: one in a part of few, so that the other must be the least that is told as ten."""
    for found in beside(part("A", 20, 1), part("B", 30, 5)):
        assert (found.broken.least, found.broken.most) == (0, 6)
        assert (found.share, found.least, found.most) == (None, None, None)


def test_few_who_were_late_are_told_as_bounds() -> None:
    found = total_told(part("", 95, 2))
    assert found.share is None
    assert found.least is not None and found.most is not None
    assert found.least < 95 / 97 < found.most


def test_beside_one_hidden_part_the_smallest_other_is_hidden_too() -> None:
    found = {each.part: each for each in beside(part("A", 20, 2), part("B", 40, 10), part("C", 30, 8))}
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
    assert _blurred(counts, By.TEAM) == {"Nord", "Vest"}


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


SMALL = st.tuples(st.integers(0, 16), st.integers(0, 16))


@settings(deadline=None, max_examples=40)
@given(st.lists(SMALL, min_size=1, max_size=4))
@example([(20, 1), (30, 5)])
@example([(20, 2), (30, 0), (40, 10)])
@example([(16, 4), (16, 14), (16, 16)])
@example([(10, 1), (10, 1), (10, 1), (10, 1)])
@example([(3, 0), (12, 12), (12, 0)])
def test_subtracting_never_gives_a_small_count_away(counts: list[tuple[int, int]]) -> None:
    """Whoever adds up all that the table tells finds at least two numbers that each small one may be."""
    parts = [part(str(place), kept, broken) for place, (kept, broken) in enumerate(counts)]
    total, shown = total_told(sum_of(parts)), beside(*parts)
    worlds = [_worlds(each) for each in shown]
    for place, true in enumerate(parts):
        assert (true.kept, true.broken) in worlds[place]
        if len(parts) > 1 and 0 < true.persons_kept < 5:
            assert len({kept for kept, _ in _possible(worlds, place, total)}) != 1
        if len(parts) > 1 and 0 < true.persons_broken < 5:
            assert len({broken for _, broken in _possible(worlds, place, total)}) != 1
        assert not true.persons_kept or not true.persons_broken or not _told_small(shown[place])


def _told_small(told: Told) -> bool:
    return any(each.exact and 0 < each.most < 5 for each in (told.judged, told.kept, told.broken))


World = tuple[int, int]


def _worlds(told: Told) -> set[World]:
    """The numbers of kept and broken that fit what is told of a part."""
    return {
        (kept, broken)
        for kept in range(told.kept.least, told.kept.most + 1)
        for broken in range(told.broken.least, told.broken.most + 1)
        if told.judged.least <= kept + broken <= told.judged.most
    }


def _possible(worlds: list[set[World]], place: int, total: Told) -> set[World]:
    """Those of one part's that leave to the others what makes up the total."""
    others = {(0, 0)}
    for each in worlds[:place] + worlds[place + 1 :]:
        sums = {(one[0] + other[0], one[1] + other[1]) for one in others for other in each}
        others = {each for each in sums if each[0] <= total.kept.most and each[1] <= total.broken.most}
    fits = _worlds(total)
    return {own for own in worlds[place] if any((fit[0] - own[0], fit[1] - own[1]) in others for fit in fits)}


def test_one_exempt_in_each_of_four_parts_does_not_follow_from_their_total() -> None:
    parts = [replace(part(name, 20, 20), excused=1, recorded=0) for name in "ABCD"]
    assert {(each.excused, each.recorded) for each in beside(*parts)} == {(Count(0, 4), Count(0, 0))}


def test_few_before_a_share_was_enough_do_not_follow_from_the_group() -> None:
    """The duty's total less what its group is told with is what was owed before: two were late then."""
    found = timely(table([*offers(20, 2, 6), *offers(30, 12, 7), *offers(30, 12, 8)]), BOOK, dt.date(2026, 8, 31))
    (group,) = found.groups
    assert not group.served.exact and group.share is None


def test_the_only_month_since_a_share_was_enough_does_not_follow_from_those_before() -> None:
    listed = [*offers(12, 8, 3), *offers(12, 6, 4), *offers(20, 3, 7)]
    (share,) = timely(table(listed), BOOK, dt.date(2026, 8, 31), by=By.MONTH).duties
    assert {each.part for each in share.parts if each.blurred} == {"2026-04", "2026-07"}
