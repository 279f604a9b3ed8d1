"""The worklists that there are, in the order of the site: first what can still be saved."""

from __future__ import annotations

from pejl.casework.deadlines.state import State
from pejl.casework.worklists.worklist import Worklist

HALF_A_YEAR = 183
SAVED_FIRST = (
    "Færrest dage tilbage for hver indsats, der mangler, står først. Det, der er booket til tiden, står sidst."
)

COMING = Worklist(
    name="frist",
    danish="Frist snart",
    asks="Hvem skal have en indsats i de næste dage, for at fristen kan holdes?",
    empty="Ingen frister falder i de næste dage uden allerede at være opfyldt. Vælg flere dage for at se længere frem.",
    order=SAVED_FIRST,
    states=(State.AHEAD,),
    coming=True,
)
OVERDUE = Worklist(
    name="overskredet",
    danish="Overskredet",
    asks="Hvem venter på noget, som fristen er gået for, og som stadig skal gives?",
    empty="Ingen frist er overskredet, så noget stadig skal gives.",
    order="Den, der har ventet længst, står først. Det, der er booket, står sidst.",
    states=(State.OVERDUE,),
)
LOST = Worklist(
    name="tabt",
    danish="Kan ikke længere nås",
    asks="Hvilke frister kan ikke længere holdes, uanset hvad vi gør?",
    empty="Der er ingen frister fra det seneste halve år, som ikke længere kan nås.",
    order="Den seneste frist står først.",
    states=(State.LOST,),
    back=HALF_A_YEAR,
)
ENDED = Worklist(
    name="bortfaldet",
    danish="Bortfaldet ved lovændring",
    asks="Hvilke pligter var ikke opfyldt, da loven blev ændret, og gælder ikke længere?",
    empty="Ingen pligt er bortfaldet ved en lovændring, før den var opfyldt.",
    order="Den seneste lovændring står først.",
    states=(State.ENDED,),
)
UNREASONED = Worklist(
    name="begrundelse",
    danish="Mangler samtale eller begrundelse",
    asks="Hvem er ikke nået i en gruppe, hvor loven kræver en andel, uden at der står en begrundelse?",
    empty="Alle i de grupper, hvor loven kræver en andel, har fået indsatsen eller har en begrundelse.",
    order="Den seneste frist står først. Skriv en begrundelse ved at markere rækken som fritaget.",
    states=(State.OVERDUE, State.LOST),
    back=HALF_A_YEAR,
    shares=True,
)
ALL = Worklist(
    name="alle",
    danish="Alle",
    asks="Hvad er der af frister, også dem, der er opfyldt, fritaget eller afsluttet?",
    empty="Der er ingen frister, hverken åbne eller lukkede.",
    order=f"Åbne frister står først. {SAVED_FIRST}",
    states=tuple(State),
    running=False,
    own=False,
    settled=True,
)

WORKLISTS: tuple[Worklist, ...] = (COMING, OVERDUE, LOST, ENDED, UNREASONED, ALL)

DAYS = (7, 14, 30, 60)
"""Within how many days a deadline may be asked for; the second unless another is chosen."""
FEW_DAYS = DAYS[1]


def worklist_named(name: str) -> Worklist | None:
    """The list of that word, None where there is none."""
    return next((each for each in WORKLISTS if each.name == name), None)
