"""What an installation says about logins, read strictly: a word that is not understood must not mean "less safe"."""

from __future__ import annotations

IDLE_MINUTES = 30
LONGEST = 24 * 60


def second_step_required(given: str | None) -> bool:
    """Whether PEJL_MFA asks for a second step. Raises ValueError with a sentence where it says something else."""
    if given not in {None, "", "required"}:
        raise ValueError(f"PEJL_MFA is {given!r}; it must be “required”, or left out.")
    return given == "required"


def idle_seconds(given: str | None) -> int:
    """How long a login lasts without use. Raises ValueError with a sentence where it is no number of minutes."""
    said = given or str(IDLE_MINUTES)
    if not (said.isascii() and said.isdigit() and len(said) < 6 and 1 <= int(said) <= LONGEST):
        raise ValueError(f"PEJL_IDLE_MINUTES is {given!r}; it must be a whole number from 1 to {LONGEST}.")
    return int(said) * 60
