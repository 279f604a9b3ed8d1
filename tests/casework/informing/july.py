"""The model case: who came under the work duty on 1 July 2025, and what they were sent. Invented, decided by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from casework.deadlines.registers import Held, Row, person, spell
from pejl.casework.informing.letter import Letter, as_columns
from pejl.casework.informing.recording import letter_of
from pejl.casework.informing.row import Row as Told
from pejl.casework.informing.row import row_of
from pejl.casework.informing.templates import template_named
from pejl.casework.informing.told import Question, told
from pejl.casework.informing.topic import Topic, topic_named
from pejl.casework.informing.touched import newly_touched, touched
from pejl.law.law import law

RULE = "omfattet_af_arbejdspligt"
JULY = dt.date(2025, 7, 1)
TEXT, OLD_TEXT, CORRECTION = "arbejdspligt_juli_2025", "arbejdspligt_januar_2025", "arbejdspligt_rettelse"

MISSED = [f"overset{number}" for number in range(20)]
WRONGLY = [f"forkert{number}" for number in range(5)]
TOLD = [f"besked{number}" for number in range(8)]
"""Twenty who were not told, five who were told and should not have been, and eight who were told in time."""


def topic(written: str = RULE) -> Topic:
    return topic_named(written, law().book)


def short_of_both(name: str, **other: object) -> Row:
    """Somebody who meets neither condition."""
    return person(name, **{"residence_years": 3, "work_years": 0, "entered_1968_or_later": True, **other})


def long_here(name: str) -> Row:
    """Somebody who meets the condition of stay."""
    return short_of_both(name, residence_years=10)


def on_rate(name: str, start: str = "2025-07-01", end: str = "", **other: object) -> Row:
    """A spell on the lowest rate."""
    row = {"id": f"{name}{start}", "person": name, "rate": "mindstesats", "unit": "Jobcenter", "team": "Team Nord"}
    return spell(start, end, **{**row, **other})


def before(name: str, end: str = "2025-06-30", **other: object) -> Row:
    """The spell of the same person under the old law."""
    return on_rate(name, "2025-02-03", end, rate="", **other)


def register(*more: Mapping[str, list[Row]]) -> Held:
    """The model case, with more rows."""
    tables: dict[str, list[Row]] = {"persons": [], "benefit_spells": []}
    for name in (*MISSED, *TOLD):
        tables["persons"].append(short_of_both(name))
    for name in WRONGLY:
        tables["persons"].append(long_here(name))
    for name in (*MISSED, *TOLD, *WRONGLY):
        tables["benefit_spells"] += [before(name), on_rate(name)]
    for rows in more:
        for table, added in rows.items():
            tables[table] += added
    return Held(tables)


def one(*rows: Row, **facts: object) -> dict[str, list[Row]]:
    """One more person, with these spells."""
    return {"persons": [short_of_both(str(rows[0]["person"]), **facts)], "benefit_spells": list(rows)}


def letter(name: str, sent: str, text: str = TEXT, number: int = 1) -> Letter:
    """A letter by one of the texts; by none where `text` is ""."""
    if not text:
        return Letter(number, name, RULE, dt.date.fromisoformat(sent))
    template = template_named(text)
    assert template is not None
    return letter_of(template, name, dt.date.fromisoformat(sent))


def sent_in_june() -> list[Letter]:
    """What was sent: to those who were told, and to five for whom the duty does not hold."""
    return [letter(name, "2025-06-16") for name in (*TOLD, *WRONGLY)]


def asked(held: Held, on: str, letters: Iterable[Letter] = (), within: int = 0, about: str = RULE) -> dict[str, Told]:
    """How it stands on a day, by person."""
    question = Question(topic(about), JULY, dt.date.fromisoformat(on), within)
    rows = told(held, question, as_columns(letters)).to_pyarrow().to_pylist()  # type: ignore[arg-type]
    assert len({row["person"] for row in rows}) == len(rows), "each person stands on one list"
    return {row["person"]: row_of(row) for row in rows}


def states(found: Mapping[str, Told]) -> dict[str, list[str]]:
    """The persons of each list."""
    lists: dict[str, list[str]] = {}
    for name, row in found.items():
        lists.setdefault(row.state.value, []).append(name)
    return {state: sorted(names) for state, names in lists.items()}


def new(held: Held, on: str, about: str = RULE, since: dt.date = JULY, scenario: str = "") -> dict[str, dict[str, Any]]:
    """Whom it newly touches, and of whom it cannot be told."""
    day = dt.date.fromisoformat(on)
    rows = newly_touched(held, topic(about), since, day, scenario=scenario)  # type: ignore[arg-type]
    return {row["person"]: row for row in rows.to_pyarrow().to_pylist()}


def touch(held: Held, name: str, on: str, about: str = RULE, since: dt.date = JULY) -> str:
    """How it stands to one person."""
    rows = touched(held, topic(about), since, dt.date.fromisoformat(on))  # type: ignore[arg-type]
    found = {row["person"]: row["touch"] for row in rows.to_pyarrow().to_pylist()}
    return str(found[name])
