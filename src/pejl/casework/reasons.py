"""Reasons that a mark can have: those that the law names come from the duty; the others are few and need words."""

from __future__ import annotations

from collections.abc import Sequence

from pejl.acts.reasons import Reason
from pejl.law.duty import Duty

WITHIN_SHARE = Reason(
    "uden_for_andelen",
    "Kommunen har vurderet, at borgeren hører til den del af gruppen, som loven ikke kræver indsatsen for",
    told=True,
)
OTHER = Reason("anden", "En anden grund", told=True)

DISAGREEMENTS: tuple[Reason, ...] = (
    Reason("mangler_i_registeret", "Indsatsen er givet, men mangler i registeret"),
    Reason("forkert_maalgruppe", "Borgeren er i en anden målgruppe"),
    Reason("forkert_dag", "Fristen er regnet fra en forkert dag"),
    Reason("reglen", "Reglen er læst forkert", told=True),
    OTHER,
)
"""What somebody may hold against a row. None of them changes it: a leader or the source of the data does."""


def exemptions_of(duties: Sequence[Duty]) -> tuple[Reason, ...]:
    """The reasons for which somebody can be exempt: those that the versions of the duty name, and the common ones."""
    named = {
        each.name: Reason(each.name, each.says, cites=each.cites)
        for duty in duties
        for each in duty.exceptions
        if not each.rule
    }
    shared = (WITHIN_SHARE,) if any(duty.group_share is not None for duty in duties) else ()
    return (*named.values(), *shared, OTHER)
