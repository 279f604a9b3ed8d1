"""The law in the shapes that the API answers with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from pejl.law.asked import asked, not_told
from pejl.law.commencements import commencements
from pejl.law.difference import difference as difference_between
from pejl.law.facts import from_json
from pejl.law.law import law
from pejl.law.law_day import LawOnDay
from pejl.law.outline import asked_first, outline
from pejl.law.scenario import scenario, scenario_names
from pejl.law.statute import Statute
from pejl.law.told import (
    Data,
    commencement_data,
    difference_data,
    given_data,
    outline_data,
    scenario_data,
    statute_data,
    when_data,
)
from pejl.law.told_person import answer_data
from pejl.web.law.question import query


def listing() -> Data:
    """All statutes, days and scenarios."""
    return {
        "statutes": [{**statute_data(each), **_links(each)} for each in law().statutes],
        "commencements": [commencement_data(each) for each in commencements(law().book)],
        "scenarios": [scenario_data(scenario(name)) for name in scenario_names()],
    }


def of_day(statute: Statute, on: dt.date, known: dt.date | None, supposed: str | None) -> Data:
    """A statute on a day."""
    asked_by = query(on=on, known=known, scenario=supposed)
    page = query(dag=on, kendt=known, scenarie=supposed)
    return {**outline_data(outline(statute, _law(on, known, supposed))), **_links(statute, asked_by, page)}


def difference(statute: Statute, first: dt.date, last: dt.date, known: dt.date | None, supposed: str | None) -> Data:
    """Two days of a statute."""
    before, after = _law(first, known, supposed), _law(last, known, supposed)
    return {
        **difference_data(difference_between(statute.name, before, after), after.book),
        "scenario": when_data(after)["scenario"],
        "url": reverse("api:law_difference", args=[statute.name])
        + query(**{"from": first, "to": last, "known": known, "scenario": supposed}),
        "page": reverse("law-difference", args=[statute.name])
        + query(fra=first, til=last, kendt=known, scenarie=supposed),
    }


def computed(
    statute: Statute,
    on: dt.date,
    known: dt.date | None,
    supposed: str | None,
    wanted: Sequence[str],
    told: Mapping[str, Any],
) -> Data:
    """One person. A `Contradiction` is raised where a fact cannot be."""
    on_day = _law(on, known, supposed)
    facts = from_json(on_day.book, told)
    names = tuple(dict.fromkeys(wanted)) or asked_first(statute, on_day)
    return {
        **statute_data(statute),
        **when_data(on_day),
        "answers": [answer_data(each) for each in asked(on_day, facts, names)],
        "not_told": [given_data(given) for given in not_told(on_day, facts, names)],
    }


def _law(on: dt.date, known: dt.date | None, supposed: str | None) -> LawOnDay:
    return law().on(on, known=known, scenario=supposed)


def _links(statute: Statute, asked_by: str = "", page: str = "") -> Data:
    return {
        "url": reverse("api:law_on_day", args=[statute.name]) + (asked_by if len(asked_by) > 1 else ""),
        "page": reverse("law-statute", args=[statute.name]) + (page if len(page) > 1 else ""),
    }
