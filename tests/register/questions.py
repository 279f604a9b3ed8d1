"""Questions of the kinds that the rooms above put to the register, each as one expression for any engine.

Where engines differ in what a mean of decimals or a day plus an interval is, the question says what it means.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import ibis
from ibis import _

from pejl.register.snapshot import Snapshot

Question = Callable[[Snapshot], ibis.Table]

DAY = dt.date(2025, 11, 15)


def held_on_a_day(snapshot: Snapshot) -> ibis.Table:
    """Filters on days with empty ends, counted by a code."""
    return snapshot.on(DAY).table("benefit_spells").group_by("benefit").agg(rows=_.count(), persons=_.person.nunique())


def joined_with_persons(snapshot: Snapshot) -> ibis.Table:
    """An inner join and a group by what was joined."""
    spells, persons = snapshot.table("benefit_spells"), snapshot.table("persons")
    return spells.join(persons, "person").group_by("family", "children_at_home").agg(rows=_.count())


def persons_without_a_spell(snapshot: Snapshot) -> ibis.Table:
    """An anti join."""
    return snapshot.table("persons").anti_join(snapshot.table("benefit_spells"), "person").select("person")


def persons_with_what_they_may_have(snapshot: Snapshot) -> ibis.Table:
    """A left join with empty cells on the right side."""
    spells = snapshot.table("benefit_spells").select("person", "benefit", "start")
    return snapshot.table("persons").left_join(spells, "person").select("person", "benefit", "start")


def paid_by_month(snapshot: Snapshot) -> ibis.Table:
    """Sums of kroner by month and by quarter, which must be exact."""
    payments = snapshot.table("payments")
    return payments.group_by(month=_.month.truncate("M"), quarter=_.month.quarter(), year=_.month.year()).agg(
        gross=_.gross.sum(), largest=_.gross.max(), rows=_.count()
    )


def gross_less_net(snapshot: Snapshot) -> ibis.Table:
    """Arithmetic on decimals with empty cells."""
    payments = snapshot.table("payments")
    return payments.select("person", "month", held_back=_.gross - _.net.fill_null(0), twice=_.gross + _.gross)


def mean_paid(snapshot: Snapshot) -> ibis.Table:
    """A mean, said to be of floating numbers."""
    return snapshot.table("payments").group_by("benefit").agg(mean=_.gross.cast("float64").mean().round(6))


def gap_since_the_last_spell(snapshot: Snapshot) -> ibis.Table:
    """A window over each person's spells, and days between."""
    spells = snapshot.table("benefit_spells")
    own = ibis.window(group_by="person", order_by=["start", "id"])
    numbered = spells.mutate(number=ibis.row_number().over(own), last_end=_.end.lag().over(own))
    return numbered.select("id", "number", "last_end", gap=numbered.start.delta(numbered.last_end, unit="day"))


def running_total(snapshot: Snapshot) -> ibis.Table:
    """A sum that grows row by row."""
    payments = snapshot.table("payments")
    sofar = ibis.window(group_by="person", order_by="month", preceding=None, following=0)
    return payments.select("person", "month", so_far=payments.gross.sum().over(sofar))


def latest_spell_of_each(snapshot: Snapshot) -> ibis.Table:
    """The first row of each group by an order."""
    spells = snapshot.table("benefit_spells")
    own = ibis.window(group_by="person", order_by=[ibis.desc("start"), "id"])
    return spells.mutate(place=ibis.row_number().over(own)).filter(_.place == 0).select("person", "id")


def weeks_in_bands(snapshot: Snapshot) -> ibis.Table:
    """Days between, cut into bands by cases."""
    spells = snapshot.on(DAY).table("benefit_spells")
    days = ibis.literal(DAY).delta(spells.start, unit="day")
    band = ibis.cases((days < 91, "under 13 uger"), (days < 364, "13-52 uger"), else_="over 52 uger")
    return spells.mutate(band=band).group_by("band").agg(rows=_.count())


def fourteen_days_later(snapshot: Snapshot) -> ibis.Table:
    """A day plus days, said to be a day."""
    spells = snapshot.table("benefit_spells")
    return spells.select("id", due=(spells.start + ibis.interval(days=14)).cast("date"))


def month_of_the_end(snapshot: Snapshot) -> ibis.Table:
    """Parts of days that may be missing."""
    return snapshot.table("benefit_spells").group_by(year=_.end.year(), month=_.end.month()).agg(rows=_.count())


def danish_letters(snapshot: Snapshot) -> ibis.Table:
    """Text with æ, ø and å: its length, its capitals, what is in it."""
    spells = snapshot.table("benefit_spells")
    return spells.select(
        "id",
        "team",
        large=spells.team.upper(),
        small=spells.team.lower(),
        length=spells.team.length(),
        first=spells.team.substr(0, 2),
        has=spells.team.contains("ø"),
        begins=spells.team.startswith("Æ"),
    )


def ordered_by_letters(snapshot: Snapshot) -> ibis.Table:
    """The order of text is that of its letters' numbers, not of a language."""
    named = snapshot.table("benefit_spells").filter(_.team.notnull()).select("team").distinct()
    return named.mutate(place=ibis.row_number().over(ibis.window(order_by="team")))


def empty_cells(snapshot: Snapshot) -> ibis.Table:
    """Counts, sums and comparisons where cells are empty, and yes and no."""
    spells = snapshot.table("benefit_spells")
    return spells.agg(
        rows=spells.count(),
        ended=spells.end.count(),
        running=spells.end.isnull().sum(),
        hours=spells.hours_paid.sum(),
        special=spells.special_effort.sum(),
        not_special=(~spells.special_effort.fill_null(False)).sum(),
        unknown=(spells.hours_paid > 100).isnull().sum(),
        teams=spells.team.nunique(),
    )


def filled_in(snapshot: Snapshot) -> ibis.Table:
    """The first of two cells that is there."""
    spells = snapshot.table("benefit_spells")
    return spells.select("id", clock=ibis.coalesce(spells.case_start, spells.start), team=spells.team.fill_null("-"))


def known_words(snapshot: Snapshot) -> ibis.Table:
    """Membership in a list."""
    return snapshot.table("benefit_spells").filter(_.benefit.isin(["dagpenge", "sygedagpenge"])).select("id", "benefit")


def paid_without_a_spell(snapshot: Snapshot) -> ibis.Table:
    """A join on an inequality: payments in months in which no spell held."""
    payments, spells = snapshot.table("payments"), snapshot.table("benefit_spells")
    open_or_later = spells.end.isnull() | (spells.end >= payments.month)
    held = payments.semi_join(spells, [payments.person == spells.person, spells.start <= payments.month, open_or_later])
    return payments.anti_join(held, ["person", "benefit", "month"]).select("person", "month")


def both_kinds_of_rows(snapshot: Snapshot) -> ibis.Table:
    """One table upon another."""
    spells = snapshot.table("benefit_spells").select("person", day=_.start)
    return spells.union(snapshot.table("payments").select("person", day=_.month), distinct=True)


def provenance(snapshot: Snapshot) -> ibis.Table:
    """Where rows stood in what was delivered."""
    return snapshot.with_provenance("benefit_spells").group_by("source_file").agg(last=_.source_line.max())


QUESTIONS: list[Question] = [
    held_on_a_day,
    joined_with_persons,
    persons_without_a_spell,
    persons_with_what_they_may_have,
    paid_by_month,
    gross_less_net,
    mean_paid,
    gap_since_the_last_spell,
    running_total,
    latest_spell_of_each,
    weeks_in_bands,
    fourteen_days_later,
    month_of_the_end,
    danish_letters,
    ordered_by_letters,
    empty_cells,
    filled_in,
    known_words,
    paid_without_a_spell,
    both_kinds_of_rows,
    provenance,
]
