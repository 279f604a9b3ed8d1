"""What is asked about who must be told, as the address writes it. No person is ever named in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict
from django.utils import timezone

from pejl.casework.informing.found import LISTS
from pejl.casework.informing.state import State
from pejl.casework.informing.stretches import law_book
from pejl.casework.informing.told import Question
from pejl.casework.informing.topic import topic_named
from pejl.law.scenario import scenario_names
from pejl.web.page.days import day_asked
from pejl.web.page.form import Form, page_asked, text_asked

LAST_PAGE = 99_999
LONGEST_WITHIN = 365


@dataclass(frozen=True)
class InformingForm(Form):
    """The topic, its day, the judged day ("" is today), how many days are in time, the list, and the scenario."""

    FIELDS: ClassVar[dict[str, str]] = {
        "om": "topic",
        "fra": "first",
        "pr": "on",
        "inden": "within",
        "liste": "listed",
        "scenarie": "scenario",
        "side": "page",
    }

    topic: str = ""
    first: str = ""
    on: str = ""
    within: int = 0
    listed: str = State.MISSED.value
    scenario: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> InformingForm:
        """Read what the address holds; what is no choice is left out."""
        first, on = day_asked(sent, "fra"), day_asked(sent, "pr")
        within = sent.get("inden", "")
        listed, scenario = sent.get("liste", ""), sent.get("scenarie", "")
        return cls(
            topic=text_asked(sent.get("om", "")),
            first=first.isoformat() if first else "",
            on=on.isoformat() if on else "",
            within=min(int(within), LONGEST_WITHIN) if within.isascii() and within.isdigit() and len(within) < 4 else 0,
            listed=listed if listed in LISTS else State.MISSED.value,
            scenario=scenario if scenario in scenario_names() else "",
            page=page_asked(sent.get("side", ""), LAST_PAGE),
        )

    @property
    def complete(self) -> bool:
        """Whether there is a topic and a day to ask about."""
        return bool(self.topic and self.first)

    @property
    def first_day(self) -> dt.date | None:
        """The day it begins."""
        return dt.date.fromisoformat(self.first) if self.first else None

    @property
    def judged_day(self) -> dt.date | None:
        """The judged day; None where that is today."""
        return dt.date.fromisoformat(self.on) if self.on else None

    def question(self, known: dt.date) -> Question:
        """The question. Without a judged day it is today's, or the register's last day where that is later.

        Raises `NoTopic`.
        """
        on = self.judged_day or max(timezone.localdate(), known)
        topic = topic_named(self.topic, law_book())
        return Question(topic, dt.date.fromisoformat(self.first), on, self.within, self.scenario)

    def hidden(self) -> list[tuple[str, str]]:
        """The question as fields of a form that sends it on."""
        told = ((name, getattr(self, field)) for name, field in self.FIELDS.items() if field != "page")
        return [(name, str(value)) for name, value in told if value]
