"""What somebody may conclude on each of the three questions."""

from __future__ import annotations

from collections.abc import Mapping

from pejl.screening.advice.shapes import Kind, Says

CHOICES: Mapping[Kind, tuple[Says, ...]] = {
    Kind.TIDLIG_INDSATS: (Says.TILBYD_INDSATS, Says.SAEDVANLIG),
    Kind.SLIP: (Says.KAN_SLIPPES, Says.BEHOLD),
    Kind.ATTEST: (Says.INDHENT, Says.UNDLAD),
}
"""A person's own answers. That the law demands a certificate is no conclusion of anybody's."""


def may_conclude(kind: Kind, says: Says) -> bool:
    """Whether the answer is one to this question."""
    return says in CHOICES[kind]


def agrees(advised: Says, concluded: Says) -> bool:
    """Whether a person's conclusion is what was advised: to fetch a certificate that the law demands agrees too, and
    where no score was given an ordinary assessment is neither early effort nor release."""
    if advised is Says.LOVEN_KRAEVER:
        return concluded is Says.INDHENT
    if advised is Says.SAEDVANLIG:
        return concluded in (Says.SAEDVANLIG, Says.BEHOLD)
    return advised is concluded


def deviations(kind: Kind, advised: Says) -> tuple[Says, ...]:
    """What somebody may do instead of what is advised: nothing leaves a citizen in peace whom the advice does not, or
    leaves out a certificate that the law demands."""
    if advised is Says.LOVEN_KRAEVER:
        return ()
    return tuple(each for each in CHOICES[kind] if not agrees(advised, each) and each is not Says.KAN_SLIPPES)
