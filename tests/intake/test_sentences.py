"""Whoever mends a row reads what is wrong and what to do, about every kind of fault in every column."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from pejl.intake.contract import AtMost, Column, Kind, NotBefore, Table
from pejl.intake.faults import FaultKind
from pejl.intake.quarantine.sentences import sentence

TABLE = Table(
    name="spells",
    danish="Forløb",
    meaning="",
    key=("person", "start"),
    columns=(
        Column("person", Kind.PERSON, "", "Borger"),
        Column("born", Kind.COUNT, "", "Fødselsår", unit="year", least=Decimal(1900), most=Decimal(2020)),
        Column("start", Kind.DAY, "", "Startdato"),
        Column("end", Kind.DAY, "", "Slutdato"),
        Column("gross", Kind.KRONER, "", "Brutto", least=Decimal(0), most=Decimal(200_000)),
        Column("net", Kind.KRONER, "", "Netto"),
        Column("unit", Kind.NAME, "", "Enhed", longest=30),
    ),
    rules=(NotBefore("end", "start"), AtMost("net", "gross")),
)


@pytest.mark.parametrize("kind", FaultKind)
@pytest.mark.parametrize("column", [*(column.name for column in TABLE.columns), "", "no such column"])
def test_every_kind_has_a_sentence_that_names_the_column_and_says_what_to_do(kind: FaultKind, column: str) -> None:
    said = sentence(kind, TABLE, column)
    assert said.startswith(("»", "Rækken "))
    assert said.endswith(".")
    assert len(re.findall(r"[.;] ?[A-ZÆØÅ]|; ", said)) >= 1
    assert "{" not in said


@pytest.mark.parametrize(
    ("kind", "column", "said"),
    [
        (FaultKind.ENDS_BEFORE_START, "end", "»Slutdato« ligger før »Startdato«."),
        (FaultKind.PART_LARGER_THAN_WHOLE, "net", "»Netto« er større end »Brutto«, som den er en del af."),
        (FaultKind.TOO_SMALL, "born", "»Fødselsår« er mindre end 1900."),
        (FaultKind.TOO_LARGE, "gross", "»Brutto« er større end 200.000."),
        (FaultKind.TOO_LONG, "unit", "»Enhed« er længere end 30 tegn."),
        (FaultKind.KEY_TWICE, "", "»Borger« og »Startdato« tilsammen står i flere rækker, men må kun stå i én."),
        (FaultKind.WRONG_NUMBER_OF_CELLS, "", "Rækken har ikke lige så mange felter, som der er kolonner."),
    ],
)
def test_the_sentence_names_what_the_column_is_held_against(kind: FaultKind, column: str, said: str) -> None:
    assert sentence(kind, TABLE, column).startswith(said)
