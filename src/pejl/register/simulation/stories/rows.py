"""The stories as rows of the tables that the simulation has made, in the same team, under numbers of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from pejl.register.simulation import offices
from pejl.register.simulation.cells import Before, Cells, Rows, Since, code
from pejl.register.simulation.days import NONE, number
from pejl.register.simulation.draws import Ints
from pejl.register.simulation.residents import MUNICIPALITY
from pejl.register.simulation.sick_risk import CAUSE_WORDS, SECTORS
from pejl.register.simulation.stories.story import Story, Talk

FIRST_NUMBER = 900_000
"""Stories' persons have numbers above this: FK900101. No simulated person has."""

FIRST_KEY = 9_000_000
"""Their rows have keys above this."""

NEVER = 2**31

Row = dict[str, int]
"""One row: each column's cell as a number, those that are empty left out. `known` is the day it became known; a column
that is mended or added later has its `column:since`, and `column:before` what stands there until then."""

_BEGUN = ("gennemfoert", "afbrudt")
_OFFICE = offices.TEAMS.index(offices.STORIES)
_WORKERS = 3


def told(tables: Sequence[Rows], stories: Sequence[Story]) -> list[Rows]:
    """The tables with the stories' rows after the simulated ones."""
    return [_joined(rows, list(_ROWS[rows.table](stories))) if rows.table in _ROWS else rows for rows in tables]


def person_number(story: Story) -> int:
    """The person's number at the source, behind the letters FK."""
    return FIRST_NUMBER + story.number


def _joined(simulated: Rows, rows: list[Row]) -> Rows:
    """Simulated rows and others, as one table."""
    columns = {
        name: Cells(np.concatenate([cells.values, _column(rows, name)]), cells.written)
        for name, cells in simulated.columns.items()
    }
    since = {
        name: Since(
            np.concatenate([each.days, _column(rows, f"{name}:since", -NEVER)]),
            _both(each.before, len(simulated), _column(rows, f"{name}:before")),
        )
        for name, each in simulated.since.items()
    }
    return Rows(simulated.table, columns, np.concatenate([simulated.known, _column(rows, "known")]), since)


def _column(rows: Sequence[Row], name: str, otherwise: int = NONE) -> Ints:
    return np.array([row.get(name, otherwise) for row in rows], np.int64)


def _both(before: Before, size: int, others: Ints) -> Before:
    """What stood before in the simulated rows, and then in the others."""
    if not callable(before):
        return np.concatenate([np.broadcast_to(np.asarray(before, np.int64), size), others])
    ask = before
    return lambda until: np.concatenate([ask(until), others])


def _on(written: str) -> int:
    return number(dt.date.fromisoformat(written)) if written else NONE


def _some(**cells: int) -> Row:
    return {name: value for name, value in cells.items() if value != NONE}


def _ours(story: Story) -> Row:
    """Unit, team and caseworker."""
    unit = int(offices.units(np.array([_OFFICE]))[0])
    return {"unit": unit, "team": _OFFICE, "caseworker": 901 + story.number % _WORKERS}


def _persons(stories: Sequence[Story]) -> Iterator[Row]:
    for story in stories:
        yield _some(
            person=person_number(story),
            birth_year=story.born,
            family=code("persons", "family", story.family),
            children_at_home=story.children,
            children=story.children,
            household=person_number(story),
            residence_years=round(story.residence * 10),
            work_years=round(story.work * 100),
            entered_1968_or_later=int(story.entered),
            education=int(story.education),
            municipality=MUNICIPALITY,
            known=_on(story.first),
        )


def _spells(stories: Sequence[Story]) -> Iterator[Row]:
    for story in stories:
        for place, spell in enumerate(story.spells):
            row = _some(
                id=_key(story, place),
                person=person_number(story),
                benefit=_code("benefit_spells", "benefit", spell.benefit),
                target_group=_code("benefit_spells", "target_group", spell.group),
                rate=_code("benefit_spells", "rate", spell.rate),
                start=_on(spell.start),
                end=_on(spell.end),
                case_start=_on(spell.case or spell.start),
                exit_reason=_code("benefit_spells", "exit_reason", spell.exit),
                hours_paid=NONE if spell.hours is None else round(spell.hours * 100),
                special_effort=int(spell.exempt),
                known=_on(spell.start),
            )
            yield row | _ours(story) | _later(_on(spell.end), "end", "exit_reason", "hours_paid")


def _talks(stories: Sequence[Story]) -> Iterator[Row]:
    for story in stories:
        for place, talk in enumerate(story.talks):
            booked = _booked(story, talk)
            row = _some(
                id=_key(story, place),
                person=person_number(story),
                type=_code("talks", "type", talk.type),
                form=_code("talks", "form", talk.form),
                authority=_code("talks", "authority", talk.authority),
                day=_on(talk.day),
                booked=booked,
                status=_code("talks", "status", talk.status),
                cancelled_by=_code("talks", "cancelled_by", talk.cancelled_by),
                known=booked,
            )
            then = {"status:since": _on(talk.day), "status:before": _code("talks", "status", "booket")}
            yield row | _ours(story) | then | _later(_on(talk.day), "cancelled_by")


def _booked(story: Story, talk: Talk) -> int:
    """The day of the booking: a week before unless the story tells, and never before the person was known."""
    return max(_on(talk.booked) if talk.booked else _on(talk.day) - 7, _on(story.first))


def _offers(stories: Sequence[Story]) -> Iterator[Row]:
    for story in stories:
        for place, offer in enumerate(story.offers):
            offered, start, end = _on(offer.offered or offer.start), _on(offer.start), _on(offer.end)
            row = _some(
                id=_key(story, place),
                person=person_number(story),
                kind=_code("offers", "kind", offer.kind),
                offered=offered,
                start=start,
                end=end,
                hours_a_week=offer.hours,
                wage_hours=int(offer.wage_hours),
                status=_code("offers", "status", offer.status),
                known=offered,
            )
            running = {"status:since": end + 1, "status:before": _code("offers", "status", "i_gang")}
            yield row | _ours(story) | (running if offer.status in _BEGUN else {})


def _plans(stories: Sequence[Story]) -> Iterator[Row]:
    for story in stories:
        for place, plan in enumerate(story.plans):
            made = _on(plan.made)
            row = _some(
                id=_key(story, place),
                person=person_number(story),
                kind=_code("plans", "kind", plan.kind),
                made=made,
                updated=_on(plan.updated),
                used=_on(plan.used),
                approved=_on(plan.approved),
                known=made,
            )
            for column in ("updated", "used", "approved"):
                row |= _later(row.get(column, NONE), column)
            yield row


def _sick_leaves(stories: Sequence[Story]) -> Iterator[Row]:
    for story in stories:
        for place, leave in enumerate(story.sick_leaves):
            first, last = _on(leave.first_day), _on(leave.last_day)
            citizen, employer, physician = (NONE if weeks is None else weeks for weeks in leave.expected)
            row = _some(
                id=_key(story, place),
                person=person_number(story),
                first_day=first,
                notified=_on(story.first),
                last_day=last,
                exit_reason=_code("sick_leave_spells", "exit_reason", leave.exit),
                employer=int(leave.employer),
                sector=SECTORS.index("privat_lille") if leave.employer else NONE,
                hours=leave.hours * 10 if leave.employer else NONE,
                cause_group=CAUSE_WORDS.index("andet"),
                expected_by_citizen=citizen,
                expected_by_employer=employer if leave.employer else NONE,
                expected_by_physician=physician,
                earlier_spells=0,
                weeks_paid_9_months=leave.weeks_paid * 10,
                known=_on(story.first),
            )
            row["notified"] = row["known"] = max(first, _on(story.first))
            yield row | _ours(story) | _later(last, "last_day", "exit_reason")


_ROWS: dict[str, Callable[[Sequence[Story]], Iterator[Row]]] = {
    "persons": _persons,
    "benefit_spells": _spells,
    "talks": _talks,
    "offers": _offers,
    "plans": _plans,
    "sick_leave_spells": _sick_leaves,
}


def _key(story: Story, place: int) -> int:
    return FIRST_KEY + story.number * 100 + place


def _code(table: str, column: str, word: str) -> int:
    return code(table, column, word) if word else NONE


def _later(day: int, *columns: str) -> Row:
    """The columns are known from the day on; where there is none they never are anything."""
    return {f"{column}:since": NEVER if day == NONE else day for column in columns}
