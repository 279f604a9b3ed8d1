"""What people do about models, each an act with a name and a reason."""

from __future__ import annotations

from enum import StrEnum

SUBJECT = "screening-model:"
"""Before a model's id: what a signature is about."""
IN_USE = "screening-in-use"
"""What it is about to take a model in use or out of it: there is one place, and one model in it at most."""


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else."""

    SIGNED = "screening.model_signed"
    """A named owner answers for a model that passes the gate. The detail holds the hashes of what was signed."""
    ACTIVATED = "screening.model_activated"
    SUSPENDED = "screening.model_suspended"
    """No model is in use from then on. To take the same one in use again takes a new signature."""

    @property
    def needs_reason(self) -> bool:
        """Each says nothing without why."""
        return True


class Cause(StrEnum):
    """Why a model was taken out of use; never reused for something else."""

    PERSON = "person"
    """Somebody decided it."""
    MONITORING = "overvaagning"
    """An alarm that suspends by itself."""
    REPLACED = "udskiftet"
    INCIDENT = "haendelse"

    @property
    def danish(self) -> str:
        """The words on the site."""
        return _DANISH[self]


_DANISH = {
    Cause.PERSON: "Besluttet",
    Cause.MONITORING: "Overvågningen slog alarm",
    Cause.REPLACED: "Afløst af en anden model",
    Cause.INCIDENT: "En alvorlig hændelse",
}
