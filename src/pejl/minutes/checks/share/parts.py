"""A part that is larger than the whole it is said to be of: "22 af de 20 sager", "20 sager, heraf 25 hjemvist".

Whether listed parts add up to their whole is not asked here: that is a matter of sums.
"""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.checks.flag import Certainty, Flag
from pejl.minutes.checks.share import words
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import share_flag
from pejl.minutes.checks.share.reading import BREAK, END, Reading

RULE = "share-part"


def parts_of_wholes(reading: Reading) -> Iterator[Flag]:
    """Flags of the parts that are larger than their whole."""
    for at in range(1, len(reading.figures)):
        one, other = reading.figures[at - 1], reading.figures[at]
        if not (one.kind is other.kind is Kind.COUNT):
            continue
        if words.is_closely_part_of(reading.before(at)):
            part, whole, certainty = at - 1, at, Certainty.CERTAIN
        elif _is_listed_alone(reading, at):
            part, whole, certainty = at, at - 1, Certainty.LIKELY
        else:
            continue
        high = reading.figures[whole].bounds.high
        if high is not None and reading.figures[part].bounds.low > high:
            yield _flag(reading, part, whole, certainty)


def _is_listed_alone(reading: Reading, at: int) -> bool:
    """Whether "heraf" points at the only count before it in its sentence."""
    gap, earlier = reading.before(at), reading.before(at - 1)
    alone = at == 1 or END in earlier or BREAK in earlier
    return alone and END not in gap and BREAK not in gap and words.names_parts(gap)


def _flag(reading: Reading, part: int, whole: int, certainty: Certainty) -> Flag:
    told, of = reading.figures[part].text, reading.figures[whole].text
    return share_flag(
        RULE,
        f"Delen er større end helheden: {told} af {of}.",
        told,
        f"højst {of}",
        reading.lines((part, whole)),
        certainty,
    )
