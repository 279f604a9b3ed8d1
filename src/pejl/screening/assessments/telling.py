"""Which event of the log each kind of letter is."""

from __future__ import annotations

from collections.abc import Mapping

from pejl.screening.assessments.events import Event
from pejl.screening.letters.letter import LetterKind

EVENT_OF: Mapping[str, Event] = {
    LetterKind.UNDERRETNING: Event.UNDERRETTET,
    LetterKind.TRAENINGSDATA: Event.UNDERRETTET,
    LetterKind.FORKLARING: Event.FORKLARET,
    LetterKind.HOERING: Event.HOERT,
    LetterKind.INDSIGELSE: Event.UNDERRETTET,
    LetterKind.SLIP: Event.UNDERRETTET,
    LetterKind.RETTELSE: Event.UNDERRETTET,
}
"""Every kind; which it was stands in the detail."""
NOTICE = LetterKind.UNDERRETNING.value
"""The letter by which a citizen is told that the tool is used."""
ON_CORRECTIONS = (LetterKind.RETTELSE.value, LetterKind.FORKLARING.value)
"""Letters by which a citizen is told that something was corrected."""
