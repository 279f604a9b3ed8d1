"""A model in use looked at, by what log and register hold; and the incidents that are recorded."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.acts.models import Act
from pejl.home.folders import Home
from pejl.screening.gate.queries import active_model
from pejl.screening.monitoring.incidents import Incident, incidents
from pejl.screening.monitoring.limits import Limits
from pejl.screening.monitoring.watched import WATCHED
from pejl.screening.queries.cases import day_of
from pejl.screening.queries.chain import entries, verify

if TYPE_CHECKING:
    from pejl.register import register
    from pejl.screening.monitoring import look as looking
    from pejl.screening.monitoring import outcomes
    from pejl.screening.monitoring.look import Look
else:
    register = when_used.module("pejl.register.register")
    looking = when_used.module("pejl.screening.monitoring.look")
    outcomes = when_used.module("pejl.screening.monitoring.outcomes")

SUBJECT = "screening-incident:"


def look_at_model(home: Home, *, day: dt.date | None = None, limits: Limits | None = None) -> Look | None:
    """Look at the model in use, as of a day, else of the day as of which is assessed; None where none is in use.

    Raises `NothingKnown` where the register knows nothing.
    """
    active = active_model(home)
    if active is None:
        return None
    snapshot = register.Register(home).newest()
    verified = verify()
    return looking.look(
        active.run,
        f"{active.id}:{active.hash}",
        list(entries(events=WATCHED)),
        outcomes.outcomes_of(snapshot),
        known=snapshot.known,
        snapshot=snapshot.id,
        day=day or day_of(snapshot),
        log_fault="" if verified.whole else verified.faults[0].sentence,
        limits=limits or Limits(),
    )


def all_incidents() -> tuple[Incident, ...]:
    """Every incident, in the order in which they were opened."""
    return incidents(Act.objects.filter(subject__startswith=SUBJECT).order_by("at", "pk"))
