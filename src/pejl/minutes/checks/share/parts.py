"""A part that is larger than the whole it is said to be of: "22 af de 20 sager".

Whether listed parts add up to their whole is not asked here: that is a matter of sums.
"""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.checks.flag import Certainty, Flag
from pejl.minutes.checks.share import words
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import share_flag
from pejl.minutes.checks.share.reading import Reading

RULE = "share-part"


def parts_of_wholes(reading: Reading) -> Iterator[Flag]:
    """Flags of the parts that are larger than their whole."""
    for at in range(1, len(reading.figures)):
        part, whole = reading.figures[at - 1], reading.figures[at]
        counts = part.kind is whole.kind is Kind.COUNT
        if not counts or not words.is_closely_part_of(reading.before(at)):
            continue
        if whole.bounds.high is not None and part.bounds.low > whole.bounds.high:
            yield share_flag(
                RULE,
                f"Teksten siger {part.text} af {whole.text}, men delen er højst {whole.text}.",
                part.text,
                f"højst {whole.text}",
                reading.lines((at - 1, at)),
                Certainty.CERTAIN,
            )
