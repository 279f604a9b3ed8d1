"""A duty: what must have been done for whom, how often and by when, and what counts. Dated like a rule.

A duty knows words of the register's contract (target groups, kinds of talks and offers), and no table. `casework` makes
deadlines of it. It is data: a new duty is a new row in a statute's `duties.py`, and needs no code.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pejl.calendar.months import add_months
from pejl.law.rule import InForce
from pejl.law.status import Status


class Kind(StrEnum):
    """What is owed. The value is the word of the deadline table and of addresses."""

    TALK = "samtale"
    OFFER = "tilbud"
    REASSESSMENT = "revurdering"
    CLARIFICATION = "afklaring"
    PLAN = "plan"
    CV = "cv"
    HOURS = "timer"


class Starts(StrEnum):
    """The day from which a clock runs."""

    CASE = "case_start"
    """The first day of the unbroken case."""
    HANDOVER = "handover"
    """The day on which the a-kasse hands over to the municipality: the month's end after 410 hours of dagpenge."""
    ABSENCE = "first_day"
    """The first day of sickness absence."""
    SPELL = "start"
    """The first day of the row: of the present target group or rate."""
    LATEST = "latest"
    """The last time it was done; before the first time the first day of the row."""
    PAID_WEEKS = "paid_weeks"
    """The day on which the paid weeks pass the limit of the reassessment."""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: months first, then weeks and days. Months end clamped (`law.arithmetic.months_after`)."""

    months: int = 0
    weeks: int = 0
    days: int = 0

    def after(self, day: dt.date) -> dt.date:
        """The day so long after another."""
        return add_months(day, self.months) + dt.timedelta(days=7 * self.weeks + self.days)


@dataclass(frozen=True, slots=True)
class Clock:
    """When it must be done: from `opens` after the start up to and including `due` after the start.

    "Inden for 6 måneder" from 10 January is up to and including 10 July. `repeats` starts the clock again so long
    after the start, as often as the row lasts. With `end_of_month` the last day moves to the end of its month.

    `opens_at` names another day to open on, with `opens` counted from it: the municipality's talks count from the
    handover, and their last day is still six months after the first day of the case. Where it would open after the
    last day, or has no day, nothing is owed. `after_exemption`: who is exempt on the last day has until so long after
    the exemption's end; None leaves the last day where it is.
    """

    starts: Starts
    due: Span
    opens: Span = Span()
    repeats: Span | None = None
    end_of_month: bool = False
    opens_at: Starts | None = None
    after_exemption: Span | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What counts as having done it: words of the register's contract; an empty tuple leaves that open.

    `least_days` is the shortest unbroken length of an offer, `weekly_hours` the level that duties of hours ask for.
    Of `begins_later_kinds` it is enough that they were offered by the last day and began at most `begins_later` after.
    """

    kinds: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    least_days: int = 0
    weekly_hours: float = 0.0
    begins_later_kinds: tuple[str, ...] = ()
    begins_later: Span = Span()


@dataclass(frozen=True, slots=True)
class Exempt:
    """Why a duty is not owed by somebody of its target group: a rule's name in the law, or a word of the contract.

    `rule` is the name of a yes-or-no rule of the law; "" where only a recorded act can tell (an exemption).
    """

    name: str
    says: str
    cites: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """What is owed to whom. Not an amount and not a right; what somebody may do is none.

    `target_groups`, `benefits`, `rates` are the register's words; empty leaves it open. `applies` names a yes-or-no
    rule that must hold besides. `required` is how many times within the clock. With `group_share` the duty is owed to
    that share of the group named `group` (duties of one group are judged together); None: to everyone.
    A deadline belongs to the version in whose force its last day lies; a last day after `until` lapses. `late_counts`:
    what is done after the last day still mends it (an offer); otherwise it can only be late for good (a count of talks
    within a window). `holder` is who must do it: kommune or akasse.
    """

    name: str
    kind: Kind
    danish: str
    says: str
    cites: str
    source: str
    force: InForce
    clock: Clock
    counts: Counts = Counts()
    required: int = 1
    status: Status = Status.CONFIRMED
    target_groups: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    applies: str = ""
    exceptions: tuple[Exempt, ...] = ()
    group_share: float | None = None
    group: str = ""
    late_counts: bool = True
    holder: str = "kommune"
    note: str = ""
