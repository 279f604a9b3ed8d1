"""Fjordby Kommune, made: all tables of one simulation, and the truth beside them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pyarrow as pa

from pejl.register.contract import CONTRACT
from pejl.register.simulation import (
    complaints,
    ledger,
    offers,
    payments,
    plans,
    programmes,
    residents,
    sick_leave,
    spells,
    survey,
    talks,
)
from pejl.register.simulation.careers import Careers, careers
from pejl.register.simulation.cells import Rows
from pejl.register.simulation.choosing import PoolTooSmall, chosen
from pejl.register.simulation.days import number
from pejl.register.simulation.levels import NOVEMBER, STU_DAY, YEAR_END
from pejl.register.simulation.people import People, people
from pejl.register.simulation.place import FJORDBY, Place
from pejl.register.simulation.stories import rows as of_stories
from pejl.register.simulation.stories.every import within
from pejl.register.simulation.stories.story import Story

POOLS = (1.3, 1.7, 2.4, 4.0, 8.0)
"""How much larger than the municipality the pool is, tried in turn until it has enough of every kind."""

FEWEST, MOST = 1_000, 1_000_000
"""Inhabitants for which this makes sense: below, a level is one person or none."""


@dataclass(frozen=True)
class Municipality:
    """All tables in the contract's order, the truth about the simulated sick leaves, and the stories told in them."""

    inhabitants: int
    first: dt.date
    last: dt.date
    tables: tuple[Rows, ...]
    truth: pa.Table
    stories: tuple[Story, ...]

    def table(self, name: str) -> Rows:
        """The table of that name."""
        return next(each for each in self.tables if each.table == name)


def municipality(inhabitants: int, seed: int, first: dt.date, last: dt.date, place: Place = FJORDBY) -> Municipality:
    """The same municipality for the same numbers, on any machine."""
    lived, lives = _inhabited(inhabitants, seed, max(number(last), number(NOVEMBER)), place)
    low, high = number(first), number(last)
    benefit = spells.spells(lived, lives, low, high)
    leaves = sick_leave.rows(benefit, lives, seed)
    talked, offered = talks.rows(benefit, seed, low, high), offers.rows(benefit, seed, low, high)
    paid = payments.rows(benefit, lived, seed, low, high)
    counted_from, counted_to = min(low, number(STU_DAY)), max(high, number(YEAR_END))
    helped = programmes.ips(benefit, inhabitants, seed, counted_from, counted_to)
    taught = programmes.stu(lived, inhabitants, seed, counted_from, counted_to)
    about_people = [
        spells.rows(benefit, lived, seed),
        talked,
        offered,
        plans.rows(benefit, seed, low, high),
        paid,
        leaves,
        complaints.rows(benefit, inhabitants, seed, low, high),
        programmes.rows(helped, taught, seed, low, high),
        programmes.transport_rows(taught, offered, offered.values("person"), seed, low, high),
        survey.rows(benefit, lives, seed),
    ]
    made = [residents.rows(lived, benefit, about_people, seed, place.number), *about_people]
    made.append(ledger.rows(paid, inhabitants, seed, low, high))
    stories = within(first, last)
    order = [table.name for table in CONTRACT.tables]
    tables = tuple(sorted(of_stories.told(made, stories), key=lambda rows: order.index(rows.table)))
    return Municipality(inhabitants, first, last, tables, sick_leave.truth(benefit, lives), stories)


def _inhabited(inhabitants: int, seed: int, until: int, place: Place) -> tuple[People, Careers]:
    """Those who live there and their careers, chosen out of a pool that is large enough."""
    for pool in POOLS:
        everybody = people(seed, round(inhabitants * pool))
        try:
            return chosen(everybody, careers(everybody, seed, until, place), inhabitants, 1 / pool, seed)
        except PoolTooSmall:
            continue
    raise PoolTooSmall
