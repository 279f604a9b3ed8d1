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
from pejl.casework.informing.told import Question, today_of
from pejl.casework.informing.topic import topic_named
from pejl.law.scenario import scenario_names
from pejl.register.snapshot import Snapshot
from pejl.web.page.days import day_asked
from pejl.web.page.form import Form, number_asked, page_asked, text_asked

LAST_PAGE = 99_999
LONGEST_WITHIN = 365


@dataclass(frozen=True)
class InformingForm(Form):
    """The topic, its day, the judged day (None is today), how many days are in time, the list, and the scenario."""

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
    first: dt.date | None = None
    on: dt.date | None = None
    within: int = 0
    listed: str = State.MISSED.value
    scenario: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> InformingForm:
        """Read what the address holds; what is no choice is left out."""
        listed, scenario = sent.get("liste", ""), sent.get("scenarie", "")
        return cls(
            topic=text_asked(sent.get("om", "")),
            first=day_asked(sent, "fra"),
            on=day_asked(sent, "pr"),
            within=min(number_asked(sent.get("inden", "")) or 0, LONGEST_WITHIN),
            listed=listed if listed in LISTS else State.MISSED.value,
            scenario=scenario if scenario in scenario_names() else "",
            page=page_asked(sent.get("side", ""), LAST_PAGE),
        )

    @property
    def complete(self) -> bool:
        """Whether there is a topic and a day to ask about."""
        return bool(self.topic and self.first)

    def question(self, known: Snapshot) -> Question:
        """The question of a complete form. Raises `NoTopic`."""
        assert self.first is not None  # noqa: S101 - it is complete
        on = self.on or today_of(known, timezone.localdate())
        topic = topic_named(self.topic, law_book())
        return Question(topic, self.first, on, self.within, self.scenario)
