"""A rise or a fall that does not fit the two figures it goes between: "fra 2,2 til 2,9 mio. kr., en stigning på 0,7".

Changes in percent, and words that go the other way than the figures, are for the checks of shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.sums.figures import Figure, Told, Unit, written
from pejl.minutes.checks.sums.said import Outcome, finest, held, sum_flag

RULE = "sum-change"

_FROM = re.compile(r"\bfra\s(?:(?:i\salt|de|kr\.)\s)?\Z", re.IGNORECASE)
_TO = re.compile(r"[^.;:()]{0,60}?\btil\s(?:(?:i\salt|de|kr\.)\s)?\Z", re.IGNORECASE)
_CHANGE = (
    r"(?:stigning|vækst|forøgelse|øgning|fremgang|tilvækst|opskrivning|udvidelse|fald|reduktion|nedgang|nedskrivning|"
    r"besparelse|nedsættelse|forskel|ændring|forhøjelse|merudgift|mindreudgift)"
)
_BY_AFTER = re.compile(
    rf"[^.;:]{{0,80}}[,.–(-]\s?(?:[^.;:]{{0,40}}\s)?{_CHANGE}\s(?:på|med)\s(?:i\salt\s)?\Z|[^.;:]{{0,80}}[,(–]\s?svarende\stil\s\Z",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(
    r"\b(?:steget|stiger|øget|øges|forøget|forøges|forhøjet|forhøjes|hævet|hæves|vokset|vokser|faldet|falder|reduceret|"
    r"reduceres|nedsat|nedsættes|sænket|sænkes|nedskrevet|opskrevet|nedjusteret|opjusteret|nedjusteres|opjusteres)\s(?:\S+\s){0,4}med\s(?:i\salt\s)?\Z",
    re.IGNORECASE,
)
_RECURS = re.compile(r"\s(?:årlig|om\såret|pr\.|hver|i\sgennemsnit|månedlig)", re.IGNORECASE)


def changes(told: Told) -> Iterator[Flag]:
    """Flags of the passage's changes that do not fit what they go between."""
    figures = told.figures
    for at in range(len(figures) - 1):
        if not (_FROM.search(told.before(at)) and _TO.fullmatch(told.before(at + 1))):
            continue
        if at + 2 < len(figures) and _BY_AFTER.fullmatch(told.before(at + 2)):
            yield from _unless_it_fits(told, at, at + 2)
        elif at and _BY_BEFORE.search(told.before(at - 1)) and told.sentence(at - 1) == told.sentence(at):
            yield from _unless_it_fits(told, at, at - 1)


def _unless_it_fits(told: Told, at: int, by: int) -> Iterator[Flag]:
    first, second, change = told.figures[at], told.figures[at + 1], told.figures[by]
    plain = len({first.unit, second.unit, change.unit}) == 1 and first.unit is not Unit.PERCENT
    if not plain or first.blurred or second.blurred or change.blurred or _RECURS.match(told.text, change.end):
        return
    outcome = distance(change, first, second)
    if outcome.worth_a_look:
        computed = written(outcome.computed.value, finest([first, second, change]))
        sentence = f"fra {first.text} til {second.text} er der {computed}, men teksten siger {change.text}"
        yield sum_flag(RULE, outcome, full_stop(sentence), Certainty.LIKELY, [told.passage.lines])


def distance(stated: Figure, one: Figure, other: Figure) -> Outcome:
    """The stated figure held against how far the two others are apart."""
    low, high = sorted((one, other), key=lambda figure: figure.value)
    sign = -1 if stated.value < 0 else 1
    return held(stated, ((sign, high), (-sign, low)))
