"""The policy that may be used with the model in use: the one that it was judged and signed with, or a stricter one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pejl.calendar.rows import in_a_row
from pejl.home.folders import Home
from pejl.screening.advice.loosened import loosened
from pejl.screening.advice.policy import NAME, BadPolicy, Policy, policy_of
from pejl.screening.gate.on_disk import NoModel
from pejl.screening.gate.queries import ActiveModel, active_model


def policy_in_use(home: Home) -> Policy:
    """The installation's policy. Raises `BadPolicy` where it cannot be used, and where it asks for less than the one
    that the model in use was judged with: nobody judged that."""
    policy, active = policy_of(home), active_model(home)
    if active is None:
        return policy
    try:
        looser = loosened(policy, _judged_with(active))
    except NoModel as trouble:
        raise BadPolicy(str(trouble)) from trouble
    if looser:
        raise BadPolicy(
            f"{NAME} er lempeligere end den politik, som modellen {active.id} blev prøvet og skrevet under med "
            f"({in_a_row(looser)}). Stil den tilbage, eller træn en model med den og lad den blive prøvet."
        )
    return policy


@lru_cache(maxsize=4)
def _judged_with(active: ActiveModel) -> Mapping[str, Any]:
    return active.run.policy
