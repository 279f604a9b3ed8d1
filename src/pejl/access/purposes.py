"""What one may look at a person for. The purpose stands in the log beside the look."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """A purpose, by the word that the log and the address hold."""

    CASEWORK = "casework"
    SUPERVISION = "supervision"
    COMPLAINT = "complaint"
    INSIGHT = "insight"
    FAULT = "fault"

    @property
    def danish(self) -> str:
        """The purpose as the site says it."""
        return DANISH[self]


DANISH = {
    Purpose.CASEWORK: "Arbejde med borgerens sag",
    Purpose.SUPERVISION: "Ledelsestilsyn eller stikprøve",
    Purpose.COMPLAINT: "Behandling af en klage",
    Purpose.INSIGHT: "Borgerens egen indsigt i oplysningerne",
    Purpose.FAULT: "Fejl i de leverede oplysninger",
}


def purpose_named(word: str) -> Purpose | None:
    """The purpose of that word, or None: then none is stated."""
    try:
        return Purpose(word.strip())
    except ValueError:
        return None
