"""How it stands between a topic and a person: told, missed, told wrongly, and so on. Each person has exactly one."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """How it stands. The value is the word of addresses, files and the command."""

    MISSED = "missed"
    """Newly touched, and no letter that counts."""
    WRONGLY = "wrongly"
    """A letter that was wrong and has not been put right."""
    LATE = "late"
    """Newly touched, and told after it took effect."""
    UNDECIDED = "undecided"
    """Whether it touches the person cannot be told: facts are wanting."""
    TOLD = "told"
    """Newly touched, and told in time."""
    CORRECTED = "corrected"
    """Told wrongly, and told so afterwards."""
    NEEDLESS = "needless"
    """A letter that was neither needed nor wrong."""

    @property
    def danish(self) -> str:
        """The words on the site."""
        return _DANISH[self][0]


TWICE = "twice"
"""The list of those who got more than one letter that counts: all of them are told or late besides."""
TWICE_SAYS = (
    "Fik flere breve",
    "Hvem har fået det samme at vide mere end én gang?",
    "Ingen har fået mere end ét brev.",
)

_DANISH = {
    State.MISSED: (
        "Mangler besked",
        "Hvem skal have besked og har ikke fået den?",
        "Alle, reglen er kommet til at gælde for, har fået et brev, eller der er ingen.",
    ),
    State.WRONGLY: (
        "Fik forkert besked",
        "Hvem har fået at vide, at noget gælder, som ikke gør?",
        "Ingen har fået et brev, der ikke passer til det, loven siger om dem.",
    ),
    State.LATE: (
        "Fik besked for sent",
        "Hvem fik først besked, efter at det begyndte at gælde?",
        "Ingen har fået besked for sent.",
    ),
    State.UNDECIDED: (
        "Kan ikke afgøres",
        "For hvem mangler registeret oplysninger, så nogen må se efter?",
        "Registeret ved nok om alle til at afgøre det.",
    ),
    State.TOLD: (
        "Fik besked i tide",
        "Hvem fik besked, senest da det begyndte at gælde?",
        "Ingen har fået besked i tide endnu.",
    ),
    State.CORRECTED: (
        "Rettet",
        "Hvem fik forkert besked og siden en rettelse?",
        "Ingen forkerte breve er rettet.",
    ),
    State.NEEDLESS: (
        "Uden betydning",
        "Hvem fik et brev, som hverken var nødvendigt eller forkert?",
        "Ingen har fået et brev, der ikke gjorde nogen forskel.",
    ),
}


def list_says(name: str) -> tuple[str, str, str]:
    """A list's word, its question, and what is said where it has nobody."""
    return TWICE_SAYS if name == TWICE else _DANISH[State(name)]
