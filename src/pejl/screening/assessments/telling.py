"""Which event of the log each kind of letter is."""

from __future__ import annotations

from collections.abc import Mapping

from pejl.screening.assessments.events import Event

EVENT_OF: Mapping[str, Event] = {
    "underretning": Event.UNDERRETTET,
    "forklaring": Event.FORKLARET,
    "hoering": Event.HOERT,
    "indsigelse": Event.UNDERRETTET,
}
"""By the word of the letter."""
