"""Which law a page asks, as its address writes it: of what day, known when, with which scenario. No fact of anybody."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.utils import timezone

from pejl.law.commencements import commencements_of
from pejl.law.law import law
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import LawFault
from pejl.law.scenario import Scenario, scenario, scenario_names
from pejl.law.statute import Statute
from pejl.web.page.days import day_asked


@dataclass(frozen=True)
class Question:
    """The day, and where two are compared the other one. `known` None: as the law is known now."""

    day: dt.date
    other: dt.date | None = None
    known: dt.date | None = None
    scenario: str = ""

    @classmethod
    def of(cls, sent: QueryDict, *, day: str = "dag", other: str = "dag2") -> Question:
        """Read what was sent; a field that cannot be read is as if it were empty, and the page says so.

        Without a day it is today."""
        supposed = sent.get("scenarie", "")
        return cls(
            day_asked(sent, day) or timezone.localdate(),
            day_asked(sent, other),
            day_asked(sent, "kendt"),
            supposed if supposed in scenario_names() else "",
        )

    @property
    def law(self) -> LawOnDay:
        """The law of the day."""
        return law().on(self.day, known=self.known, scenario=self.scenario or None)

    @property
    def other_law(self) -> LawOnDay | None:
        """The law of the other day."""
        return replace(self, day=self.other).law if self.other else None

    @property
    def supposed(self) -> Scenario | None:
        """The scenario."""
        return self.law.scenario

    def address(self, **changes: object) -> str:
        """The query string of this question with changes."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        return query(dag=changed.day, dag2=changed.other, kendt=changed.known, scenarie=changed.scenario)

    def span_address(self, first: dt.date, last: dt.date) -> str:
        """The query string of the difference between two days, known and supposed as here."""
        return query(fra=first, til=last, kendt=self.known, scenarie=self.scenario)


def query(**asked: object) -> str:
    """A query string of what is told."""
    return f"?{urlencode({name: str(value) for name, value in asked.items() if value})}"


def statute_asked(name: str) -> Statute:
    """The statute of the address."""
    try:
        return law().statute(name)
    except LawFault as missing:
        raise Http404("There is no such statute.") from missing


def last_change(statute: Statute) -> tuple[dt.date, dt.date]:
    """The latest day on which something changed, seen from today, after its eve; where nothing has, today is."""
    today = timezone.localdate()
    past = [each for each in commencements_of(law().book, statute) if each.day <= today]
    return (past[-1].day_before, past[-1].day) if past else (today - dt.timedelta(days=1), today)


def scenarios() -> list[Scenario]:
    """The scenarios that can be chosen."""
    return [scenario(name) for name in scenario_names()]
