"""A rise or a fall told as how many times: "fordoblet fra 445 til 890", "mere end halveret fra 60 til 25"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from pejl.calendar.numbers import danish_number
from pejl.minutes.checks.flag import Certainty, Flag
from pejl.minutes.checks.share import topics
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import share_flag, stated_text
from pejl.minutes.checks.share.reading import BREAK, END, Reading

RULE = "share-fold"

_FOLD = re.compile(
    r"\b(?P<how>(?:mere\send|over|næsten|knap|knapt|godt|omtrent|ca\.|omkring|stort\sset)\s)?(?P<fold>fordoblet|fordobles|"
    r"fordobling|tredoblet|tredobles|tredobling|firedoblet|firedobles|firedobling|halveret|halveres|halvering)\b",
    re.IGNORECASE,
)
_TIMES = {
    "fordob": Fraction(2),
    "tredob": Fraction(3),
    "firedo": Fraction(4),
    "halver": Fraction(1, 2),
}
_LETTERS = 6
_FROM = re.compile(r"\bfra\s(?:[^\W\d_]+\s){0,2}\Z", re.IGNORECASE)
_TO = re.compile(r"(?:,?\s[^\s.;:()]{1,30}){0,6},?\stil\s(?:[^\W\d_]+\s){0,2}", re.IGNORECASE)
_NO_FOLD = re.compile(r"\b(?:ikke|mål\w*|skal|forvent\w*|hvis)\b", re.IGNORECASE)
_NEAR, _BESIDE = Fraction(3, 20), Fraction(1, 4)
_KINDS = (Kind.COUNT, Kind.AMOUNT, Kind.PERCENT)


def stated_folds(reading: Reading) -> Iterator[Flag]:
    """Flags of the folds that the two figures they go between do not come to."""
    for new in range(1, len(reading.figures)):
        old = new - 1
        one, other = reading.figures[old], reading.figures[new]
        if one.kind is not other.kind or one.kind not in _KINDS or one.value <= 0:
            continue
        before, between = reading.before(old), reading.before(new)
        if END in between or BREAK in between or not (_FROM.search(before) and _TO.fullmatch(between)):
            continue
        told = reading.sentence_before(old)
        found = list(_FOLD.finditer(told))
        if len(found) != 1 or _NO_FOLD.search(told) or topics.speaks_of_other_case(between):
            continue
        low, high = _bounds(found[0])
        times = other.value / one.value
        if not low <= times <= high:
            yield share_flag(
                RULE,
                f"Teksten siger »{found[0].group()}«, men fra {stated_text(one)} til {stated_text(other)} er det "
                f"{_written(times)} gange så meget.",
                found[0].group(),
                f"{_written(times)} gange",
                reading.lines((old, new)),
                Certainty.LIKELY,
            )


def _bounds(found: re.Match[str]) -> tuple[Fraction, Fraction]:
    """Between which numbers of times the words let it be."""
    times = _TIMES[found["fold"].casefold()[:_LETTERS]]
    how = (found["how"] or "").casefold().strip()
    beyond, short = times * (1 + _BESIDE), times * (1 - _BESIDE)
    if how in ("mere end", "over", "godt"):
        return (times * Fraction(49, 50), times * 2) if times > 1 else (Fraction(0), times * Fraction(51, 50))
    if how in ("næsten", "knap", "knapt"):
        return (short, times * Fraction(51, 50)) if times > 1 else (times * Fraction(49, 50), beyond)
    return times * (1 - _NEAR), times * (1 + _NEAR)


def _written(times: Fraction) -> str:
    return danish_number(float(times), 1)
