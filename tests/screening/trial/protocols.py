"""Protocols to register, and people to draw."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pejl.screening.trial.candidate import Candidate
from pejl.screening.trial.example import example
from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.protocol_file import read_protocol

HASH = "0" * 64
SMALL = {
    "ratio = 1.25": "ratio = 4.0",
    "ends = 640": "ends = 20",
    "persons = 900": "persons = 40",
    "starts = 2027-01-04": "starts = 2025-01-01",
    "enrols_until = 2027-12-31": "enrols_until = 2026-12-31",
}
"""A trial that is over soon."""


def written(changes: dict[str, str] | None = None) -> bytes:
    """The example with some of its lines changed."""
    text = example()
    for before, after in (changes or {}).items():
        assert before in text, before
        text = text.replace(before, after)
    return text.encode()


def protocol(changes: dict[str, str] | None = None) -> Protocol:
    return read_protocol(written(changes))


def candidate(number: int = 1, **other: Any) -> Candidate:
    """Somebody who can be drawn in Fjordby."""
    own = Candidate(
        spell=f"s{number}",
        person=f"p{number}",
        municipality=998,
        unit="Sygefravær",
        team="Sygefravær Nord",
        employer=True,
        objected=False,
        shown=False,
        chance=0.2,
        model_hash=HASH,
    )
    return replace(own, **other)
