"""A group duty is judged for its group, and the first talk for each person beside it (LAB from 01.07.2026)."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.timeliness.deadline_rows import row, rows, table
from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import DutyBook
from pejl.casework.timeliness.counting import By, Time
from pejl.casework.timeliness.group_share import GroupJudged, groups_judged
from pejl.casework.timeliness.timely import timely
from pejl.law.duty import Clock, Duty, Exempt, Kind, Span, Starts
from pejl.law.rule import InForce

DAY = dt.date(2026, 9, 30)
SIX_MONTHS = Clock(Starts.CASE, Span(months=6))


def duty(name: str, *, share: float | None = None, group: str = "", since: str = "2026-07-01") -> Duty:
    return Duty(
        name,
        Kind.TALK,
        f"Pligten {name}",
        "",
        "LAB",
        "",
        InForce(dt.date.fromisoformat(since)),
        SIX_MONTHS,
        exceptions=(Exempt("mindre_intensiv", "", "LAB § 106", rule="er_mindre_intensiv"), Exempt("syg", "", "")),
        group_share=share,
        group=group,
    )


ALL_TALKS = duty("alle_samtaler", share=0.75, group="dagpenge")
FIRST_TALK = duty("foerste_samtale")
DUTIES = (ALL_TALKS, FIRST_TALK)
BOOK = DutyBook(DUTIES)


def judged(listed: list[dict[str, object]]) -> list[GroupJudged]:
    return groups_judged(table(listed), DUTIES, {"mindre_intensiv"})


@pytest.mark.parametrize(("served", "met"), [(74, False), (75, True), (76, True)])
def test_cohort_75_the_mark_itself_is_enough(served: int, met: bool) -> None:
    listed = rows("alle_samtaler", State.MET, served) + rows("alle_samtaler", State.LOST, 100 - served, served)
    listed += rows("foerste_samtale", State.MET, 100)
    (found,) = judged(listed)
    assert (found.of, found.served, found.met, found.lacking) == (100, served, met, 100 - served)
    assert found.to_reach == max(0, 75 - served)


def test_cohort_first_talk_the_share_is_met_and_one_persons_duty_is_broken() -> None:
    listed = rows("alle_samtaler", State.MET, 90) + rows("alle_samtaler", State.LOST, 10, 90)
    listed += rows("foerste_samtale", State.MET, 99) + rows("foerste_samtale", State.LOST, 1, 99)
    found = timely(table(listed), BOOK, DAY)
    (group,) = found.groups
    assert group.met is True
    shares = {each.duty: each for each in found.duties}
    assert shares["alle_samtaler"].of_a_group and not shares["foerste_samtale"].of_a_group
    first = shares["foerste_samtale"].total
    assert first.blurred, "one person's breach is not told as one"
    assert (first.broken.least, first.broken.most) == (1, 4)
    assert first.least is not None and first.least > 0.9


def test_who_has_a_recorded_reason_lacks_nothing_and_is_in_the_group() -> None:
    listed = rows("alle_samtaler", State.MET, 15) + rows("alle_samtaler", State.LOST, 5, 15)
    listed += rows("alle_samtaler", State.EXEMPT, 10, 20, exempt="sygdom i familien")
    (found,) = judged(listed)
    assert (found.of, found.served, found.recorded, found.lacking, found.met) == (30, 15, 10, 5, False)


def test_whom_the_law_excepts_is_not_in_the_group() -> None:
    listed = rows("alle_samtaler", State.MET, 15) + rows("alle_samtaler", State.LOST, 5, 15)
    listed += rows("alle_samtaler", State.EXEMPT, 10, 20, exempt="mindre_intensiv")
    (found,) = judged(listed)
    assert (found.of, found.recorded, found.met) == (20, 0, True)


def test_duties_of_one_group_are_judged_together() -> None:
    cash = duty("kontant", share=0.75, group="dagpenge")
    listed = rows("alle_samtaler", State.MET, 60) + rows("alle_samtaler", State.LOST, 10, 60)
    listed += rows("kontant", State.LOST, 10, 70)
    (found,) = groups_judged(table(listed), (ALL_TALKS, cash), set())
    assert found.duties == ("alle_samtaler", "kontant")
    assert (found.of, found.served, found.met) == (80, 60, True)


def test_a_last_day_before_the_share_was_law_is_not_of_the_group() -> None:
    before = duty("alle_samtaler", since="2024-01-01")
    listed = rows("alle_samtaler", State.MET, 20) + rows("alle_samtaler", State.LOST, 20, 20, due=dt.date(2026, 6, 30))
    (found,) = groups_judged(table(listed), (before, ALL_TALKS), set())
    assert found.of == 20


def test_nothing_is_told_of_a_group_of_few() -> None:
    found = timely(table(rows("alle_samtaler", State.LOST, 3)), BOOK, DAY)
    (group,) = found.groups
    assert (group.met, group.share, group.of.exact) == (None, None, False)


def test_what_has_not_fallen_due_is_neither_kept_nor_broken() -> None:
    listed = [row("p1", "foerste_samtale", State.AHEAD, DAY + dt.timedelta(days=1))]
    listed += rows("foerste_samtale", State.LOST, 6, due=DAY + dt.timedelta(days=3))
    assert timely(table(listed), BOOK, DAY).duties == ()


def test_a_duty_that_ended_with_the_law_has_no_share_of_those_who_were_done() -> None:
    listed = rows("foerste_samtale", State.MET, 10, ends=dt.date(2026, 6, 30))
    listed += rows("foerste_samtale", State.ENDED, 10, 10, ends=dt.date(2026, 6, 30))
    (share,) = timely(table(listed), BOOK, DAY).duties
    assert (share.total.judged.least, share.total.share, share.total.lapsed.nearest) == (0, None, 20)


def test_only_last_days_within_the_time_are_counted() -> None:
    listed = rows("foerste_samtale", State.MET, 10) + rows(
        "foerste_samtale", State.LOST, 10, 10, due=dt.date(2026, 7, 1)
    )
    august = Time(dt.date(2026, 8, 1), dt.date(2026, 8, 31))
    (share,) = timely(table(listed), BOOK, DAY, time=august).duties
    assert (share.total.kept.least, share.total.judged.least) == (10, 10)


def test_the_parts_are_months_of_the_last_day() -> None:
    listed = rows("foerste_samtale", State.MET, 10) + rows(
        "foerste_samtale", State.LOST, 10, 10, due=dt.date(2026, 7, 1)
    )
    (share,) = timely(table(listed), BOOK, DAY, by=By.MONTH).duties
    assert [(each.part, each.kept.least, each.judged.least) for each in share.parts] == [
        ("2026-07", 0, 10),
        ("2026-08", 10, 10),
    ]
