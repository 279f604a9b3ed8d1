"""The words that OParl leaves to whoever publishes, handed in by the site, which has them in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Danish words: for outcomes, for the role of a treatment by its outcome, and for the kinds of stations."""

    outcomes: Mapping[str, str]
    roles: Mapping[str, str]
    stations: Mapping[str, str]
    kinds: Mapping[str, str]
    meeting: str
    substitute: str
