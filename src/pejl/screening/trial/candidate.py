"""Somebody who may be drawn, and the one reason why not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pejl.calendar.days import danish_day
from pejl.screening.trial.protocol import Protocol


@dataclass(frozen=True)
class Candidate:
    """A running sick leave as it is known when somebody is about to be drawn.

    `chance` is what the trial's frozen model says of still being sick at the protocol's week: told to nobody, used for
    the band alone; None where it gives none. `model_hash` is that of the model that said it. `shown` is whether advice
    about this sick leave has been shown to anybody.
    """

    spell: str
    person: str
    municipality: int | None
    unit: str | None
    team: str | None
    employer: bool
    objected: bool
    shown: bool
    chance: float | None
    model_hash: str


def hindrance(candidate: Candidate, protocol: Protocol, day: dt.date) -> str:
    """Why the person cannot be drawn that day, in Danish; "" where nothing hinders it."""
    if not protocol.starts <= day <= protocol.enrols_until:
        first, last = danish_day(protocol.starts), danish_day(protocol.enrols_until)
        return f"Forsøget trækker fra {first} til og med {last}."
    if not candidate.employer:
        return "Forsøget er kun for sygemeldte, der har en arbejdsgiver."
    if candidate.objected:
        return "Borgeren har gjort indsigelse mod at blive vurderet af modellen og kan derfor ikke være med."
    if candidate.shown:
        return "Rådet om forløbet er allerede vist, så det kan ikke komme i kontrolarmen. Trækningen skal ske før."
    if protocol.site_of(candidate.municipality, candidate.unit, candidate.team) is None:
        return "Sygeforløbet hører ikke til et af forsøgets steder."
    if candidate.model_hash != protocol.model.hash:
        return (
            f"Chancen er ikke beregnet med den model, som protokollen har frosset ({protocol.model.id}). "
            "En anden model kræver en ændring af protokollen."
        )
    if candidate.chance is None:
        return "Modellen giver ingen chance for forløbet, så det hører ikke til et risikobånd."
    return ""
