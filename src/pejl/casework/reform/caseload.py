"""Whom a reform is judged for, and what is supposed of them: one row for each person on a benefit that the law sets.

The same people with the same facts are put before both laws, so that what differs is the law. Which facts the register
does not hold, and what is taken to be so instead, is told with the answer: every supposition is a sentence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import ibis

from pejl.calendar.days import danish_day
from pejl.casework.givens import OF_MONTH, Told, facts
from pejl.law.kontanthjaelp.givens import ORDINARILY
from pejl.law.label import label
from pejl.law.law_day import LawOnDay
from pejl.law.written import written
from pejl.register.snapshot import Snapshot

BENEFITS = ("kontanthjaelp", "uddannelseshjaelp", "shydelse")
"""The benefits whose amount follows from the law's texts: kontanthjælp, and the two that it took the place of. Of
dagpenge and sygedagpenge the law here knows the highest amount only, and not what somebody gets."""

DELIVERED: Mapping[str, Told] = {
    **OF_MONTH,
    "egenbetaling_medicin": lambda rows, day: rows.medicine_supplement.cast("float64"),
}
"""What the payment of the judged month tells, and what is here taken for it. An empty cell, or no payment, is none."""


@dataclass(frozen=True, slots=True)
class TaxCard:
    """A tax card that is supposed for everybody: the register holds no tax facts. Percent, and kroner a month."""

    percent: float
    deduction: float


def caseload(snapshot: Snapshot, day: dt.date, tax: TaxCard | None = None) -> ibis.Table:
    """One row for each person who is on one of the benefits on the day, with what the law must be told.

    Whoever has two such spells on the day is counted once, with the spell that the register names first.
    """
    rows = facts(snapshot, day, of_month=DELIVERED)
    rows = rows.filter(rows.ydelse.isin(BENEFITS))
    rows = rows.mutate(place=ibis.row_number().over(group_by="person", order_by="spell"))
    rows = rows.filter(rows.place == 0).drop("place")
    homes = snapshot.table("persons").select("household", lives_there="person")
    rows = rows.left_join(homes, rows.person == homes.lives_there).drop("lives_there")
    rows = rows.mutate(**{name: _or_none(rows, name) for name in DELIVERED})
    supposed = {name: ibis.literal(value) for name, value in ORDINARILY.items() if name not in rows.columns}
    rows = rows.mutate(ret_til_ekstra_boernetilskud=_single_provider(rows), **supposed)
    if tax is None:
        return rows
    return rows.mutate(traekprocent=ibis.literal(tax.percent), maanedsfradrag=ibis.literal(tax.deduction))


def assumptions(
    laws: tuple[LawOnDay, LawOnDay], wanted: tuple[str, ...], day: dt.date, tax: TaxCard | None
) -> list[str]:
    """What is supposed, in sentences: only what an answer of either law may rest on."""
    asked = {given.name for each in laws for given in each.plan(wanted).givens}
    return [
        f"De samme borgere med de samme oplysninger, som de var {danish_day(day)}, bedømmes efter begge dages lov. "
        "Ingen ændrer sig på grund af reformen.",
        *_of_time(laws, day),
        *_of_month(asked),
        *_ordinarily(asked),
        *_of_tax(tax),
    ]


def _of_time(laws: tuple[LawOnDay, LawOnDay], day: dt.date) -> Iterator[str]:
    yield "Registeret kender fødselsåret og ikke dagen: alderen er den, borgeren fylder i året."
    if day >= laws[1].day > laws[0].day:
        yield (
            "Sagerne er fra efter ændringen. Den ydelse, borgeren får nu, bedømmes også efter den gamle lov, selv om "
            "borgeren måske fik en anden ydelse dengang."
        )


def _of_month(asked: set[str]) -> Iterator[str]:
    told = [label(name) for name in DELIVERED if name in asked]
    if told:
        yield (
            f"Hvad udbetalingen for måneden ikke fortæller om {', '.join(told)}, er 0. Det medicintilskud, der er "
            "udbetalt, er det, borgeren selv ville have betalt."
        )


def _ordinarily(asked: set[str]) -> Iterator[str]:
    for name, value in ORDINARILY.items():
        if name in asked and name not in DELIVERED:
            yield f"For alle gælder »{label(name)}«: {written(value)}. Registeret ved det ikke."
    if "ydelse" in asked or "case_start" in asked:
        yield (
            "Hver borgers ydelse er regnet for sig. Får begge i et par ydelsen, er fritidstillægget regnet hos dem "
            "begge: kilden siger ikke, hvad der så gælder. I en husstand tælles kun de medlemmer, der får ydelsen."
        )
    if "ret_til_ekstra_boernetilskud" in asked:
        yield "Enlige forsørgere med barn i hjemmet har ret til ekstra børnetilskud; andre har det ikke."


def _of_tax(tax: TaxCard | None) -> Iterator[str]:
    if tax is None:
        yield (
            "Efter skat er ukendt: registeret har intet skattekort. Det udledes ikke af de udbetalte beløb, for der "
            "trækkes ikke den samme andel af de sidste kroner som af alle. I de to trykte sager rammer det forkert."
        )
        return
    yield (
        f"Efter skat: alle er givet det samme skattekort med {written(tax.percent, 'pct.')} i træk og "
        f"{written(tax.deduction, 'kr.')} i fradrag om måneden. Det er antaget og passer ikke på den enkelte."
    )


def _single_provider(rows: ibis.Table) -> ibis.BooleanValue:
    return (rows.familie == "enlig_forsoerger") & (rows.boern_hjemme > 0)


def _or_none(rows: ibis.Table, name: str) -> ibis.Value:
    """What the payment of the month tells, with nothing where it tells nothing or no payments are delivered."""
    return rows[name].fill_null(0.0) if name in rows.columns else ibis.literal(0.0)
