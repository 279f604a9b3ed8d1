"""Where the law's words meet the register's columns: what a rule must be told, and where the register holds it.

A given that the register does not hold has no column here. What rests on it is unknown, and whoever asks the law for a
whole register says so (`unsettled="unknown"`); a single case is asked for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping

import ibis

from pejl.register.snapshot import Snapshot

Told = Callable[[ibis.Table, dt.date], ibis.Value]
"""The given as an expression over the rows of its table, on a day."""

OF_SPELL: Mapping[str, Told] = {
    "case_start": lambda rows, day: rows.case_start.fill_null(rows.start),
    "ydelse": lambda rows, day: rows.benefit,
    "maalgruppe": lambda rows, day: rows.target_group,
    "udbetalt_sats": lambda rows, day: rows.rate,
    "mindre_intensiv_indsats": lambda rows, day: rows.special_effort,
}
"""From `benefit_spells`: what holds as long as the row does. Empty cells are unknown."""

OF_PERSON: Mapping[str, Told] = {
    "alder": lambda rows, day: ibis.literal(day.year) - rows.birth_year,
    "familie": lambda rows, day: rows.family,
    "boern": lambda rows, day: rows.children,
    "boern_hjemme": lambda rows, day: rows.children_at_home,
    "opholdsaar": lambda rows, day: rows.residence_years.cast("float64"),
    "arbejdsaar": lambda rows, day: rows.work_years.cast("float64"),
    "indrejst_1968_eller_senere": lambda rows, day: rows.entered_1968_or_later,
    "undtaget_fra_beskaeftigelseskrav": lambda rows, day: ibis.literal(False),
}
"""From `persons`, which knows the year of birth and not the day: the age is the one reached in the year.

Nor does it know who is exempt from the work condition (adopted, posted): nobody is taken to be, as for most.
"""

OF_SICK_LEAVE: Mapping[str, Told] = {
    "foerste_fravaersdag": lambda rows, day: rows.first_day,
    "har_arbejdsgiver": lambda rows, day: rows.employer,
    "selvstaendig": lambda rows, day: rows.sector.fill_null("") == "selvstaendig",
    "ventet_uger_borger": lambda rows, day: rows.expected_by_citizen.cast("float64"),
    "ventet_uger_arbejdsgiver": lambda rows, day: rows.expected_by_employer.cast("float64"),
    "ugentlige_timer": lambda rows, day: rows.hours.cast("float64"),
}
"""From `sick_leave_spells`."""

OF_MONTH: Mapping[str, Told] = {
    "arbejdsindtaegt": lambda rows, day: rows.earnings.cast("float64"),
    "loentimer": lambda rows, day: rows.wage_hours.cast("float64"),
}
"""From `payments`: of the month that the day lies in and of the same benefit."""

_MARK = "told__"


def facts(snapshot: Snapshot, day: dt.date, *, of_month: Mapping[str, Told] = OF_MONTH) -> ibis.Table:
    """One row for each benefit spell that holds on the day, with the law's givens as columns.

    Beside them stand person, spell, unit, team and caseworker. `of_month` is what is taken from the month's payment. A
    sick leave that holds on the day lends its facts to the rows of the person; of several the one that began last.
    Raises `NothingKnown` without benefit spells or persons.
    """
    spells = snapshot.on(day).table("benefit_spells")
    rows = spells.select(
        "person",
        "unit",
        "team",
        "caseworker",
        spell=spells.id,
        **{name: told(spells, day) for name, told in OF_SPELL.items()},
    )
    rows = with_person(rows, snapshot.table("persons"), OF_PERSON, day)
    if snapshot.holds("sick_leave_spells"):
        rows = _joined(rows, _latest_sick_leaves(snapshot, day), ["person"])
    if snapshot.holds("payments"):
        rows = _joined(rows, _month(snapshot, day, of_month), ["person", "ydelse"])
    return rows


def with_person(rows: ibis.Table, persons: ibis.Table, names: Collection[str], day: dt.date) -> ibis.Table:
    """The rows with givens that `persons` holds. Rows of nobody who is there have them unknown."""
    return _joined(
        rows, persons.select("person", **{name: OF_PERSON[name](persons, day) for name in names}), ["person"]
    )


def _latest_sick_leaves(snapshot: Snapshot, day: dt.date) -> ibis.Table:
    leaves = snapshot.on(day).table("sick_leave_spells")
    told = leaves.select(
        "person", "first_day", "id", **{name: told(leaves, day) for name, told in OF_SICK_LEAVE.items()}
    )
    last_first = ibis.window(group_by="person", order_by=[told.first_day.desc(), told.id])
    ranked = told.mutate(place=ibis.row_number().over(last_first))
    return ranked.filter(ranked.place == 0).drop("place", "first_day", "id")


def _month(snapshot: Snapshot, day: dt.date, given: Mapping[str, Told]) -> ibis.Table:
    payments = snapshot.table("payments")
    own = payments.filter(payments.month == day.replace(day=1))
    return own.select("person", ydelse=own.benefit, **{name: told(own, day) for name, told in given.items()})


def _joined(rows: ibis.Table, other: ibis.Table, on: list[str]) -> ibis.Table:
    marked = other.rename({_MARK + name: name for name in on})
    joined = rows.left_join(marked, [rows[name] == marked[_MARK + name] for name in on])
    return joined.drop(*(_MARK + name for name in on))
