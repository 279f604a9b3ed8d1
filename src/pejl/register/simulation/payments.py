"""Monthly payments: base, supplements, wages beside and what is taken off, for the days of the month that were paid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.simulation import amounts
from pejl.register.simulation.cells import Rows, Since, code, codes, hundredths, keys, month_cells
from pejl.register.simulation.days import NONE, first_of, months_of, on, years_of
from pejl.register.simulation.draws import Bools, Draws, Ints
from pejl.register.simulation.people import People
from pejl.register.simulation.spells import Spells, rate_words
from pejl.register.simulation.states import REFORM, State, benefit_code

_TABLE = "payments"


@dataclass(frozen=True)
class _Months:
    """One entry for each person, benefit and month: the spell that tells the rate, and the days that are paid."""

    spell: Ints
    person: Ints
    benefit: Ints
    month: Ints
    paid: Ints
    length: Ints


def rows(spells: Spells, people: People, seed: int, first: int, last: int) -> Rows:
    """The table: every whole month from the first day to the last."""
    draws = Draws(seed, "payments")
    months = _months(spells, first, last)
    size = len(months.person)
    family = people.family[months.person]
    single_parent, couple_parent = (
        family == code("persons", "family", word) for word in ("enlig_forsoerger", "par_forsoerger")
    )
    provider = single_parent | couple_parent
    age = years_of(months.month) - people.birth_year[months.person]
    rate = spells.rate[months.spell]
    full = amounts.base(months.benefit, rate, months.month, provider, age < 30)
    new = (months.benefit == benefit_code("kontanthjaelp")) & (months.month >= REFORM)
    child = np.where(new & (people.children[months.person] > 0), amounts.CHILD * 100, 0)
    single = _single(people, months, rate, new, single_parent)
    youth = _youth(spells, months, rate, new, age)
    working = draws.chance(0.13, size)
    wage_hours = np.where(working, draws.between(8, 70, size), 0)
    earned = wage_hours * draws.between(135_00, 165_00, size)
    share = 50 + draws.between(0, 50, size)
    dag = (months.benefit == benefit_code("dagpenge")) | (months.benefit == benefit_code("sygedagpenge"))
    full = np.where(dag, full * np.minimum(share + 25, 100) // 100, full)
    sanction = np.where(~dag & draws.chance(0.02, size), 700_00, 0)
    parts = [part * months.paid // months.length for part in (full, child, single, youth)]
    gross = np.maximum(sum(parts[1:], parts[0]) - earned * 45 // 100 - sanction, 0)
    tax = np.where(gross > 0, 36 + draws.between(0, 4, size), 0)
    leisure = _leisure(people, months, new, single_parent)
    late = draws.chance(0.04, size)
    told = first_of(months_of(months.month) + 1) + np.where(late, draws.between(12, 40, size), 3)
    wrong = draws.chance(0.012, size) & (gross > 1000_00)
    return Rows(
        _TABLE,
        {
            "person": keys("FK", months.person, 6),
            "benefit": codes(_TABLE, "benefit", months.benefit),
            "month": month_cells(months.month),
            "gross": hundredths(gross),
            "net": hundredths(gross - gross * tax // 100),
            "child_supplement": hundredths(_some(parts[1])),
            "single_supplement": hundredths(_some(parts[2])),
            "youth_supplement": hundredths(_some(parts[3])),
            "leisure_supplement": hundredths(_some(leisure)),
            "medicine_supplement": hundredths(
                np.where(new & draws.chance(0.2, size), draws.between(5, 60, size) * 1000, NONE)
            ),
            "housing_supplement": hundredths(
                np.where(~dag & draws.chance(0.55, size), draws.between(4, 30, size) * 10000, NONE)
            ),
            "earnings": hundredths(_some(earned)),
            "wage_hours": hundredths(_some(wage_hours * 100)),
            "sanction": hundredths(_some(sanction)),
        },
        told,
        {"gross": Since(np.where(wrong, told + 60, NONE), before=gross + 500_00)},
    )


def _some(values: Ints) -> Ints:
    """The amounts that are something; nothing is written as nothing."""
    return np.where(values > 0, values, NONE)


def _months(spells: Spells, first: int, last: int) -> _Months:
    """Spells cut into months, and the parts of one benefit in one month put together."""
    paid_codes = [benefit_code(word) for word in amounts.PAID]
    places = np.flatnonzero(np.isin(spells.benefit, paid_codes))
    first_month = int(months_of(np.array([first]))[0])
    after = int(months_of(np.array([last + 1]))[0])
    over = np.minimum(spells.lasting_to(last)[places], last)
    low = np.maximum(months_of(spells.start[places]), first_month)
    many = np.maximum(np.minimum(months_of(over), after - 1) - low + 1, 0)
    spell = np.repeat(places, many)
    month = np.arange(len(spell)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(low, many)
    begins, ends = first_of(month), first_of(month + 1)
    days = np.minimum(np.repeat(over, many) + 1, ends) - np.maximum(spells.start[spell], begins)
    mark = (spells.person[spell] * 32 + spells.benefit[spell]) * 4096 + month
    order = np.lexsort((mark, month))
    marks, head, group = np.unique(mark[order], return_index=True, return_inverse=True)
    total = np.zeros(len(marks), np.int64)
    np.add.at(total, group.reshape(-1), days[order])
    rows_ = order[head]
    rows_, total = _by_month(rows_, total, month, spells.person[spell])
    length = ends[rows_] - begins[rows_]
    spell_, month_ = spell[rows_], begins[rows_]
    return _Months(spell_, spells.person[spell_], spells.benefit[spell_], month_, np.minimum(total, length), length)


def _by_month(rows_: Ints, total: Ints, month: Ints, person: Ints) -> tuple[Ints, Ints]:
    order = np.lexsort((person[rows_], month[rows_]))
    return rows_[order], total[order]


def _single(people: People, months: _Months, rate: Ints, new: Bools, single_parent: Bools) -> Ints:
    word = rate_words()
    alone = people.family[months.person] == code("persons", "family", "enlig")
    parent = new & single_parent & np.isin(rate, (word["mindstesats"], word["grundsats"]))
    without = new & alone & np.isin(rate, (word["grundsats"], word["forhoejet_sats"]))
    return np.where(parent, amounts.SINGLE_PROVIDER * 100, np.where(without, amounts.SINGLE * 100, 0))


def _youth(spells: Spells, months: _Months, rate: Ints, new: Bools, age: Ints) -> Ints:
    active = np.isin(spells.state[months.spell], (int(State.AKTIV), int(State.AKTIV_UDD)))
    given = new & active & (age >= 25) & (age < 30) & (rate == rate_words()["grundsats"])
    return np.where(given, amounts.YOUTH * 100, 0)


def _leisure(people: People, months: _Months, new: Bools, single_parent: Bools) -> Ints:
    """Fritidstillæg after three months on kontanthjælp."""
    later = (months.month >= on(2026, 1, 1)).astype(np.int64)
    each = np.where(single_parent, np.array(amounts.LEISURE_SINGLE)[later], np.array(amounts.LEISURE_COUPLE)[later])
    since = months.month >= on(2025, 10, 1)
    return np.where(new & since, np.minimum(people.children_at_home[months.person], 3) * each, 0)
