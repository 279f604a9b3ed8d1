"""The own assessments that come before the advice, all of them: before that nothing is shown."""

from __future__ import annotations

from pejl.screening.advice.shapes import Kind, Says
from pejl.screening.services import deciding


def answer_all(assessment: str, *own: tuple[Kind, Says]) -> None:
    """The own assessment of every question, as Lise writes it: these, and the ordinary ones where nothing is said."""
    held = {Kind.TIDLIG_INDSATS: Says.SAEDVANLIG, Kind.SLIP: Says.BEHOLD, Kind.ATTEST: Says.UNDLAD, **dict(own)}
    for kind, says in held.items():
        deciding.own(assessment, kind, says, who="lise")
