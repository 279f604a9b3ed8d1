"""People drawn and followed, held in memory: a register of their sick leaves, and the draws as they were made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from casework.deadlines.registers import Held, Row, person
from pejl.register.snapshot import Snapshot
from pejl.screening.trial.drawing import Stratum
from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.protocol_file import sha256
from pejl.screening.trial.state import Drawn, Trial, Version
from screening.trial.protocols import SMALL, protocol, written

DRAWN = dt.date(2025, 3, 3)
MADE = dt.datetime(2024, 12, 1, 9, tzinfo=dt.UTC)


def draw(number: int, arm: str, *, band: int = 0, day: dt.date = DRAWN, site: str = "fjordby") -> Drawn:
    stratum = Stratum(site, "Nord", band)
    return Drawn(number, "tidlig-indsats", 1, stratum, number, arm, f"p{number}", f"s{number}", day)


def leave(number: int, last: dt.date | None = None, why: str | None = None, **other: Any) -> Row:
    """A sick leave that began two months before the draw."""
    return {
        "id": f"s{number}",
        "person": f"p{number}",
        "first_day": DRAWN - dt.timedelta(weeks=8),
        "last_day": last,
        "exit_reason": why,
        "employer": True,
        **other,
    }


def register(leaves: Sequence[Row], known: dt.date) -> Snapshot:
    persons = sorted({str(row["person"]) for row in leaves})
    held = Held({"sick_leave_spells": leaves, "persons": [person(name) for name in persons]}, known)
    return cast(Snapshot, held)


def trial(changes: dict[str, str] | None = None, **other: Any) -> Trial:
    """A registered trial that nobody has looked at."""
    text = written({**SMALL, **(changes or {})})
    version = Version(_protocol(changes), text.decode(), sha256(text), "Bo", MADE)
    return Trial(name="tidlig-indsats", versions=(version,), commitment="c" * 64, **other)


def _protocol(changes: dict[str, str] | None) -> Protocol:
    return protocol({**SMALL, **(changes or {})})


def hundred(known: dt.date, *, faster: int = 7, ended_by: str = "rask") -> tuple[Snapshot, list[Drawn]]:
    """Sixty of each arm, of whom a few go on; those of the tried arm end `faster` times sooner."""
    drawn, leaves = [], []
    for number in range(120):
        tried = number % 2 == 1
        weeks = 1 + number // (2 * faster if tried else 2)
        goes_on = number >= 108
        last = None if goes_on else DRAWN + dt.timedelta(weeks=weeks)
        drawn.append(draw(number, "raad" if tried else "saedvanlig", band=number % 3))
        leaves.append(leave(number, last, None if goes_on else ended_by))
    return register(leaves, known), drawn
