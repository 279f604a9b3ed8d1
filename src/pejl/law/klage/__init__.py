"""Complaints over the municipality's decisions: the share that is reversed, and whose turn it is."""

from __future__ import annotations

from pejl.law.klage import omgoerelse
from pejl.law.klage.givens import GIVENS
from pejl.law.statute import Statute

STATUTE = Statute(
    name="klage",
    danish="Klage",
    act="Retssikkerhedsloven (RSL) og Ankestyrelsens begreber",
    asks="Hvor mange afgørelser bliver lavet om, og hvem har klagen nu?",
    package=__name__,
    modules=(omgoerelse,),
    givens=GIVENS,
    answers=("klagen_ligger_hos",),
)
