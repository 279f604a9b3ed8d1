"""The form for one person's facts: a field for each fact that the question may come to rest on, and nothing else.

What is written stands in the answer's page and nowhere else: it is sent with POST, is in no address, and is not kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict

from pejl.calendar.days import parse_day
from pejl.law.facts import Facts, from_form
from pejl.law.given import Given
from pejl.law.label import heading, label
from pejl.law.refusals import Contradiction
from pejl.law.written import written
from pejl.web.page.days import NO_DAY
from pejl.web.page.form import text_asked

PREFIX = "o-"
"""What the names of the fields begin with, so that no fact is taken for a part of the question."""


@dataclass(frozen=True)
class Field:
    """A fact as a field. `error` is the sentence of what is wrong with what is written."""

    given: Given
    text: str
    error: str = ""

    @property
    def name(self) -> str:
        """The field's name in the form."""
        return f"{PREFIX}{self.given.name}"

    @property
    def title(self) -> str:
        """Its label."""
        return heading(self.given.name)

    @property
    def kind(self) -> str:
        """What the template makes of it."""
        return self.given.kind.__name__

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The words that it can be."""
        return [(word, label(word)) for word in self.given.words]

    @property
    def example(self) -> str:
        """A plausible value, as one would write it."""
        if self.given.kind in (bool, str):
            return ""
        return written(self.given.example)


@dataclass(frozen=True)
class FactsForm:
    """The fields, and the facts that they hold; a field that cannot be read has none."""

    fields: tuple[Field, ...]
    facts: Facts

    @property
    def wrong(self) -> tuple[Field, ...]:
        """The fields that cannot be read."""
        return tuple(field for field in self.fields if field.error)


def facts_form(asked: Iterable[Given], sent: QueryDict | None = None) -> FactsForm:
    """The form with what was sent. An empty field is unknown."""
    facts: Facts = {}
    return FactsForm(tuple(_fields(asked, sent, facts)), facts)


def _fields(asked: Iterable[Given], sent: QueryDict | None, facts: Facts) -> Iterator[Field]:
    for given in asked:
        text = text_asked(sent.get(f"{PREFIX}{given.name}", "")) if sent else ""
        try:
            facts[given.name] = from_form(given, text)
        except Contradiction as wrong:
            no_day = given.kind is dt.date and parse_day(text) is None
            yield Field(given, text, NO_DAY if no_day else str(wrong))
        else:
            yield Field(given, text)
