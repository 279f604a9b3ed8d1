"""Who may be drawn, out of the register: a running sick leave, and what the frozen model says of it, to nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from pejl.register.snapshot import Snapshot
from pejl.screening.trial.candidate import Candidate
from pejl.screening.trial.protocol import Protocol
from pejl.when_used import module

if TYPE_CHECKING:
    from pejl.screening.caseload import open_on
    from pejl.screening.model.hazard_model import HazardModel
else:
    open_on = module("pejl.screening.caseload.open_on")


def candidate_of(
    snapshot: Snapshot,
    spell: str,
    protocol: Protocol,
    model: HazardModel,
    day: dt.date,
    *,
    objected: Callable[[str], bool],
    shown: Callable[[str, str], bool],
) -> Candidate | None:
    """The sick leave as it is on the day; None where it does not run then, or has no employer. `objected` and `shown`
    tell what the log says of a person, and of a person and a sick leave.

    Where the spell has lasted beyond the protocol's week, the model has no chance to give, and neither has this.
    """
    rows = open_on.open_on(snapshot, min(day, snapshot.known), spells=[spell])
    if not len(rows):
        return None
    (own,) = rows.ids.to_pylist()
    entry, week = rows.spells.ends.entry, protocol.model.weeks
    still, _ = model.chances(rows.spells.columns, entry, np.array([week]))
    return Candidate(
        spell=spell,
        person=own["person"],
        municipality=int(own["municipality"]) if own["municipality"] else None,
        unit=own["unit"],
        team=own["team"],
        employer=True,
        objected=objected(own["person"]),
        shown=shown(own["person"], spell),
        chance=float(still[0, 0]) if entry[0] < week else None,
        model_hash=model.sha256,
    )
