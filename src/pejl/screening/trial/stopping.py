"""What a look says: go on, see what is there, or stop, and why. The rule advises; people stop a trial, with an act."""

from __future__ import annotations

from enum import StrEnum

from pejl.screening.trial.analysis_shapes import Analysis


class Says(StrEnum):
    """What is said. The word stands in acts; it is never used for something else."""

    FORTSAET = "fortsaet"
    SE_EFTER = "se_efter"
    """Go on, but somebody must look: a harm is more frequent in the tried arm than the protocol wants unremarked."""
    STOP_VIRKNING = "stop_virkning"
    STOP_SKADE = "stop_skade"
    SLUT = "slut"
    """The last look: there is nothing to stop."""

    @property
    def danish(self) -> str:
        """The sentence on the site."""
        return _DANISH[self]


_DANISH = {
    Says.FORTSAET: "Fortsæt: hverken virkning eller skade er over sin grænse.",
    Says.SE_EFTER: (
        "Fortsæt, men se efter: en skade er hyppigere i den arm, der prøves, end protokollen vil se ukommenteret."
    ),
    Says.STOP_VIRKNING: "Stop: svaret er der allerede. Forskellen er over grænsen for dette kig.",
    Says.STOP_SKADE: "Stop: den arm, der prøves, skader. Forskellen er over grænsen for dette kig.",
    Says.SLUT: "Forsøget er slut og er analyseret.",
}


def says(analysis: Analysis) -> Says:
    """What the stop rule says of an analysis: harm before effect."""
    if analysis.last:
        return Says.SLUT
    test = analysis.test
    worse = test is not None and analysis.margin is None and test.z <= -test.bound
    if worse or any(harm.crossed for harm in analysis.harms):
        return Says.STOP_SKADE
    if test is not None and test.crossed:
        return Says.STOP_VIRKNING
    return Says.SE_EFTER if any(harm.over_limit for harm in analysis.harms) else Says.FORTSAET
