"""Ten thousand random persons, some with unknown facts: the law says the same of each, alone and in a table."""

from __future__ import annotations

import datetime as dt

import pytest

from law.engine.drawn import REFUSED, by_arrays, by_columns, by_person, drawn, same
from pejl.law.chosen import Chosen
from pejl.law.law import law
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import Contradiction, NoRule

DAYS = (
    dt.date(2023, 12, 31),
    dt.date(2024, 6, 1),
    dt.date(2025, 6, 30),
    dt.date(2025, 7, 1),
    dt.date(2026, 1, 31),
    dt.date(2026, 2, 1),
    dt.date(2026, 6, 30),
    dt.date(2026, 7, 1),
)
LAWS = [
    pytest.param(
        scenario, day, marks=[pytest.mark.long] if scenario and day != DAYS[-1] else [], id=f"{scenario}-{day}"
    )
    for scenario in (None, "fjordby")
    for day in DAYS
]
"""What is settled on each of the days; what is supposed beside it on the last one, and on all of them in CI."""
PERSONS = 10_000
UNKNOWN = 0.05


def rules_on(on_day: LawOnDay) -> list[str]:
    """Every rule of the law that has a version on the day."""
    return [name for name in on_day.book.versions if isinstance(on_day.settled(name), Chosen)]


@pytest.mark.parametrize(("scenario", "day"), LAWS)
def test_a_person_is_judged_the_same_alone_and_in_a_table(day: dt.date, scenario: str | None) -> None:
    on_day = law().on(day, scenario=scenario)
    names = rules_on(on_day)
    persons = drawn(on_day, names, PERSONS // (2 * len(DAYS)), seed=day.toordinal(), unknown=UNKNOWN)
    alone, together = by_person(on_day, persons, names), by_columns(on_day, persons, names)
    for name in names:
        for person, mine, theirs in zip(persons, alone[name], together[name], strict=True):
            assert same(None if mine == REFUSED else mine, theirs), (name, person)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_person_is_judged_the_same_alone_and_in_arrays(day: dt.date) -> None:
    """Arrays refuse what may come to something unknown, and cases that began when nothing was law; most never do."""
    on_day = law().on(day, scenario="fjordby")
    names = [name for name in rules_on(on_day) if not on_day.plan([name]).refusals]
    persons = drawn(on_day, names, 500, seed=day.toordinal(), unknown=0.0)
    alone = by_person(on_day, persons, names)
    counted = 0
    for name in names:
        try:
            together = by_arrays(on_day, persons, [name])[name]
        except (Contradiction, NoRule):
            continue
        counted += 1
        assert all(map(same, alone[name], together)), name
    assert counted > len(names) / 2
