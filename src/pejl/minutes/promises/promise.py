"""A promise: a sentence in which the administration or a body says that something will come."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pejl.calendar.months import add_months
from pejl.minutes.document import Lines, Part


class By(StrEnum):
    """Who promises: the administration, a council or committee, or somebody else whom the minutes quote."""

    ADMINISTRATION = "administration"
    COMMITTEE = "committee"
    OTHER = "other"


class PromiseKind(StrEnum):
    """What is promised. `OTHER` is a case or a thing that the words do not place."""

    STATUS = "status"
    EVALUATION = "evaluation"
    ACCOUNT = "account"
    THEME_MEETING = "theme_meeting"
    DECISION = "decision"
    REPORT = "report"
    INFORMATION = "information"
    PROPOSAL = "proposal"
    OTHER = "other"


class Recurring(StrEnum):
    """How often something that comes again is promised."""

    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"
    QUARTERLY = "quarterly"

    @property
    def months(self) -> int:
        """The months from one time to the next."""
        return {"yearly": 12, "half_yearly": 6, "quarterly": 3}[self.value]


class Standing(StrEnum):
    """Whether the promise still stands after what became of the item, or of the clause, that holds it.

    `UNDECIDED` is a clause of a recommendation that no decision is known of, as on an agenda. What the case's own text
    promises stands until its item is withdrawn, postponed or rejected.
    """

    STANDS = "stands"
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


class Window(Part):
    """When the promised thing is to come: from `first` to `last`, as `words` (printed) say it.

    Both are None where the text sets no time. A `last` of None with a `first` is a time without an end ("efter maj").
    Of something that comes again they are the first time, and `recurring` says how often it comes.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    words: str = ""
    recurring: Recurring | None = None

    def each(self, until: dt.date) -> list[Window]:
        """The windows that begin no later than `until`: one, or as many as it comes again. The first is always there.

        Each is this window moved by whole months; without days there is nothing to move.
        """
        found = [self]
        if self.recurring is None or self.first is None or self.last is None:
            return found
        for turn in range(1, 1 + (until.year - self.first.year + 1) * 12 // self.recurring.months):
            first, last = _moved(self.first, self.last, turn * self.recurring.months)
            if first > until:
                break
            found.append(self.model_copy(update={"first": first, "last": last}))
        return found


class Promise(Part):
    """One thing promised. Two things promised in one sentence are two promises.

    `by_name` and `to` are names as printed, `to` the body that is promised (empty where the minutes do not name their
    own body). `what` is a short phrase of the text and `sentence` the whole of it. `item` is the item's number and
    `place` its place among the items, from 1; `clause` the number of the recommendation's clause that says it.
    `lines` are those of the paragraph.
    """

    by: By
    by_name: str
    to: str
    kind: PromiseKind
    what: str
    sentence: str
    window: Window
    standing: Standing = Standing.STANDS
    item: int | None
    place: int
    clause: int | None = None
    lines: Lines

    @property
    def stands(self) -> bool:
        """Whether the promise is in force after what was decided."""
        return self.standing == Standing.STANDS


def _moved(first: dt.date, last: dt.date, months: int) -> tuple[dt.date, dt.date]:
    """Both days moved; the last of a month stays the last of a month."""
    whole = (last + dt.timedelta(days=1)).day == 1
    end = add_months(last + dt.timedelta(days=1), months) - dt.timedelta(days=1) if whole else add_months(last, months)
    return add_months(first, months), end
