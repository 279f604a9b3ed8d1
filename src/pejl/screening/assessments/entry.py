"""An entry of the log as rooms read it: what happened, to whom, by whom, and what was said of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pejl.screening.assessments.events import Event


@dataclass(frozen=True)
class Entry:
    """One entry. `about` is the id of the assessment that is meant. Emptied by law, all but the first four are ""."""

    number: int
    at: dt.datetime
    event: Event
    who: str
    person: str
    spell: str
    about: str
    written: str
    """The detail, as JSON."""

    @cached_property
    def detail(self) -> Mapping[str, Any]:
        """What it says besides; nothing where it was emptied."""
        told: dict[str, Any] = json.loads(self.written) if self.written else {}
        return told

    @property
    def emptied(self) -> bool:
        """Whether what it said was removed by law."""
        return not self.written
