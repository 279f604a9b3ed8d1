"""A person whom the register forgets goes from everything that screening keeps: log, links, draws, audit table."""

from __future__ import annotations

from django.db import transaction

from pejl.acts.services import Unsigned
from pejl.screening.fairness import services as fairness
from pejl.screening.services.erasing import Erased, erase
from pejl.screening.trial import services as trial

__all__ = ["Unsigned", "forget"]


@transaction.atomic
def forget(person: str, *, who: str, why: str) -> Erased:
    """Remove a person everywhere; places in the log's chain and in a trial's draws stay. Raises `Unsigned`.

    It may be done again, as after a forgetting that was interrupted. Backups keep what they hold until they go.
    """
    trial.erase(person)
    fairness.forget(person)
    return erase(person, who=who, why=why)
