"""Why an advice is followed or deviated from: few fixed reasons, and one's own words."""

from __future__ import annotations

from pejl.acts.reasons import Reason

OTHER = Reason("anden", "En anden grund", told=True)

FOLLOWING: tuple[Reason, ...] = (
    Reason("passer", "Rådet passer med det, jeg ved om sagen"),
    Reason("borgeren", "Borgeren ønsker det"),
    Reason("arbejdsgiveren", "Arbejdsgiveren og borgeren er enige om det"),
    OTHER,
)
"""Why an advice is followed, a release among them."""

DEVIATING: tuple[Reason, ...] = (
    Reason("ved_mere", "Jeg ved noget om sagen, som modellen ikke ved", told=True),
    Reason("borgeren", "Borgeren ønsker noget andet"),
    Reason("arbejdsgiveren", "Arbejdsgiveren og borgeren har aftalt noget andet"),
    Reason("aendret", "Situationen har ændret sig"),
    Reason("forkert", "En oplysning bag rådet er forkert", told=True),
    Reason("begrundelsen", "Rådets grunde overbeviser ikke", told=True),
    OTHER,
)
"""Why somebody does something else. The citizen's wish is among the first: ask first."""
