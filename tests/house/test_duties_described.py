"""Every duty is in the documentation, for every period, as the data have it."""

from __future__ import annotations

import datetime as dt

import pytest

from house.tree import DOCS
from pejl.law.duty import Duty, Span
from pejl.law.law import law

DUTIES = law().book.duties
DESCRIBED = (DOCS / "law.md").read_text(encoding="utf-8").splitlines()


def day(written: dt.date | None) -> str:
    return written.strftime("%d.%m.%Y") if written else ""


def length(span: Span) -> str:
    parts = [(span.months, "months"), (span.weeks, "weeks"), (span.days, "days")]
    return " and ".join(f"{many} {unit if many > 1 else unit[:-1]}" for many, unit in parts if many)


def clock(duty: Duty) -> str:
    """When it is due, as the table has it."""
    due = length(duty.clock.due)
    if duty.clock.end_of_month:
        due = f"{due} the month's end".strip()
    if duty.clock.repeats:
        return f"every {length(duty.clock.repeats)} from `{duty.clock.starts.value}`"
    opens = f", from `{duty.clock.opens_at.value}`" if duty.clock.opens_at else ""
    return f"{due} from `{duty.clock.starts.value}`{opens}"


def owed_to(duty: Duty) -> str:
    """Whose duty it is: groups, benefits and rates, and the cases that a version binds."""
    who = ", ".join(f"`{word}`" for word in (*duty.target_groups, *duty.benefits, *duty.rates))
    until, since = duty.force.cases_until, duty.force.cases_from
    cases = f"; cases from {day(since)}" if since else ""
    return who + cases + (f"; cases to {day(until)}" if until else "")


def row(duty: Duty) -> str:
    """The duty's row of the table."""
    share = f"{duty.group_share:.0%} of `{duty.group}`" if duty.group_share else "all"
    cells = (
        f"`{duty.name}`",
        duty.says,
        owed_to(duty),
        str(duty.required),
        clock(duty),
        share,
        day(duty.force.since),
        day(duty.force.until),
        duty.status.danish,
        duty.cites,
    )
    return f"| {' | '.join(cells)} |"


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: f"{duty.name}-{duty.force.since}")
def test_every_duty_is_in_the_table_of_duties_for_each_of_its_periods(duty: Duty) -> None:
    assert row(duty) in DESCRIBED, f"docs/law.md lacks this row:\n{row(duty)}"


def test_the_table_of_duties_has_no_row_that_is_no_duty() -> None:
    names = {duty.name for duty in DUTIES}
    rows = {row(duty) for duty in DUTIES}
    told = [line for line in DESCRIBED if any(line.startswith(f"| `{name}` |") for name in names)]
    assert [line for line in told if line not in rows] == []
