"""A share in words beside a percentage that it cannot be: "hver fjerde (35 pct.)", "52 pct., dvs. en tredjedel"."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.hedges import Blur
from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.share import topics, words
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import percent_text, share_flag, stated_text
from pejl.minutes.checks.share.reading import Reading

RULE = "share-in-words"

_BLURRED = {
    None: "",
    Blur.ABOUT: "ca. ",
    Blur.JUST_BELOW: "knap ",
    Blur.JUST_ABOVE: "godt ",
    Blur.AT_MOST: "højst ",
    Blur.AT_LEAST: "mindst ",
}


def restated_shares(reading: Reading) -> Iterator[Flag]:
    """Flags of the shares that the reading states in two ways that do not agree."""
    for at in range(1, len(reading.figures)):
        pair = {reading.figures[at - 1].kind: at - 1, reading.figures[at].kind: at}
        if set(pair) != {Kind.PERCENT, Kind.FRACTION} or not _is_same(reading, at):
            continue
        percent, fraction = reading.figures[pair[Kind.PERCENT]], reading.figures[pair[Kind.FRACTION]]
        if percent.bounds.meets(fraction.bounds):
            continue
        value = f"{_BLURRED[fraction.blur]}{percent_text(fraction.value, percent.step)}"
        yield share_flag(
            RULE,
            f"»{fraction.text}« er {value}, men teksten siger også {full_stop(stated_text(percent))}",
            stated_text(percent),
            value,
            reading.lines((at - 1, at)),
            Certainty.LIKELY,
        )


def _is_same(reading: Reading, at: int) -> bool:
    """Whether the figure at `at` says the one before it again, and says it of the same."""
    gap, after = reading.before(at), reading.after(at)
    if topics.compares(after) or topics.speaks_of_other_case(gap) or topics.base_of(after):
        return False
    if words.restates_in_brackets(gap):
        return after[:1] in (")", "]") or "(" not in gap
    return words.restates(gap)
