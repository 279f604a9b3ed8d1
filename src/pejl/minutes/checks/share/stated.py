"""A percentage, or a share in words, that does not follow from the part and the whole it is said of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty, Flag
from pejl.minutes.checks.share import topics
from pejl.minutes.checks.share.claims import Claim, Share, claims, fits
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import Judged, is_only_rounding, misfit
from pejl.minutes.checks.share.reading import Reading

RULE = "share-percent"


def stated_shares(reading: Reading, judged: frozenset[int]) -> Iterator[Judged]:
    """The shares of which the text names part and whole; those left out that are `judged` already."""
    found = [claim for claim in claims(reading) if claim.percent not in judged]
    adjusted = _adjusted_to_hundred(reading, found)
    for claim in found:
        yield Judged(frozenset({claim.percent}), None if fits(reading, claim) else _unfit(reading, claim, adjusted))


def _unfit(reading: Reading, claim: Claim, adjusted: set[int]) -> Flag | None:
    share = _nearest(reading, claim)
    rounding = is_only_rounding(value_of(reading, share), reading.figures[claim.percent])
    return None if rounding and claim.share.whole in adjusted else _flag(reading, claim, share)


def _adjusted_to_hundred(reading: Reading, found: list[Claim]) -> set[int]:
    """Wholes whose stated percentages come to a hundred: one of them may have been rounded the other way for that."""
    sums: dict[int, Fraction] = defaultdict(Fraction)
    for claim in found:
        sums[claim.share.whole] += reading.figures[claim.percent].value
    return {whole for whole, total in sums.items() if total == 100}


def value_of(reading: Reading, share: Share) -> Fraction:
    """The share that the printed figures come to, in hundredths."""
    whole = reading.figures[share.whole].value
    return 100 * sum((reading.figures[at].value for at in share.parts), Fraction(0)) / whole


def _nearest(reading: Reading, claim: Claim) -> Share:
    """The reading that comes nearest to what is stated."""
    stated = reading.figures[claim.percent].value
    own = tuple(share for share in claim.others if share.whole == claim.share.whole)
    return min((claim.share, *own), key=lambda share: abs(value_of(reading, share) - stated))


def _flag(reading: Reading, claim: Claim, share: Share) -> Flag:
    whole = reading.figures[share.whole]
    parts = " + ".join(reading.figures[at].text for at in share.parts)
    noun = topics.noun_after(reading.after(share.whole)) if whole.kind is Kind.COUNT else ""
    of_whom = (*share.parts, share.whole, claim.percent)
    certain = claim.tight and claim.stated and not any(reading.figures[at].blur for at in of_whom)
    return misfit(
        RULE,
        f"{parts} af {whole.text}{f' {noun}' if noun else ''}",
        value_of(reading, share),
        reading.figures[claim.percent],
        reading.lines(of_whom),
        Certainty.CERTAIN if certain else Certainty.LIKELY,
    )
