"""The rest of a whole: "51 af de 55 borgere har haft samtale. De sidste fire er indkaldt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.sums.changes import distance
from pejl.minutes.checks.sums.figures import Told, Unit, written
from pejl.minutes.checks.sums.said import finest, sum_flag

RULE = "sum-rest"

_REST = re.compile(r"\b(?:De|de|Den|den|Det|det)\s(?:resterende|øvrige|sidste|tilbageværende)\s\Z")
_OF = re.compile(r"(?:\s[^\W\d_]+){0,4}\s(?:ud\s)?af\s(?:de|i\salt|en\spulje\spå|puljen\spå)?\s?", re.IGNORECASE)
_TIME = re.compile(r"\s(?:fulde\s|hele\s)?(?:minut|time|dag|døgn|uge|måned|kvartal|halvår|år|møde|gang)", re.IGNORECASE)

_LEFT = re.compile(r"\b(?:resterer|udestår|tilbagestår)\s(?:der\s)?(?:stadig\s|fortsat\s|nu\s)?\Z", re.IGNORECASE)
_OF_A_FUND = re.compile(r"(?:\A|\s)Af\s(?:[^\W\d_]+\s){1,4}på\s\Z")
_FEW, _NEAR = 2, 0.3


def rests(told: Told) -> Iterator[Flag]:
    """Flags of what is called the rest and is not."""
    for at in range(2, len(told.figures)):
        part, whole, rest = told.figures[at - 2 : at + 1]
        if len({part.unit, whole.unit, rest.unit}) > 1 or rest.unit is Unit.PERCENT:
            continue
        left = _LEFT.search(told.before(at)) and _OF_A_FUND.search(told.before(at - 2))
        if left and told.sentence(at) == told.sentence(at - 2) and part.value > whole.value:
            part, whole = whole, part  # "Af puljen på 5 mio. kr. er 3 mio. kr. brugt, så der resterer 2 mio. kr."
        elif not _REST.search(told.before(at)) or not _OF.fullmatch(told.before(at - 1)):
            continue
        if part.value > whole.value:
            continue
        blurred = part.blurred or whole.blurred or rest.blurred
        if blurred or _TIME.match(told.text, rest.end) or told.sentence(at) > told.sentence(at - 1) + 1:
            continue
        outcome = distance(rest, part, whole)
        if outcome.worth_a_look and (left or outcome.difference <= _FEW or float(outcome.off_by) <= _NEAR):
            computed = written(outcome.computed.value, finest([part, whole, rest]))
            sentence = f"{part.text} af {whole.text} efterlader {computed}, men teksten siger {rest.text} om resten"
            yield sum_flag(RULE, outcome, full_stop(sentence), Certainty.LIKELY, [told.passage.lines])
