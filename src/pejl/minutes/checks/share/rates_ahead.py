"""A rate of complaints told right before what it is made of: "Omgørelsesprocenten er 12. Af 164 sager blev 144 ..."."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.checks.flag import Certainty
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import Judged, misfit, number_text
from pejl.minutes.checks.share.labels import REVERSED, labels, outcomes
from pejl.minutes.checks.share.rates import Outcomes, is_own, outcome_lists, rates_of
from pejl.minutes.checks.share.reading import BREAK, Reading

RULE = "share-rate"


def rates_ahead(reading: Reading, judged: frozenset[int]) -> Iterator[Judged]:
    """The one rate of the sentence before a list of outcomes; those left out that are `judged` already.

    Where a list stands before the rate too, it is of that one.
    """
    lists = list(outcome_lists(reading))
    for at, asked in labels(reading, Kind.PERCENT, outcomes).items() if lists else ():
        following = [one for one in lists if min(one.groups) > at]
        if at in judged or asked != {REVERSED} or len(following) < len(lists) or not is_own(reading, at):
            continue
        first = min(following[0].groups)
        between = reading.gaps[at + 1 : first + 1]
        alone = all(reading.figures[one].kind is Kind.COUNT for one in range(at + 1, first))
        if not alone or reading.stops_between(at, first) != 1 or any(BREAK in gap for gap in between):
            continue
        rates = list(rates_of(reading, following[0], asked))
        if not rates or _is_of_those_before(reading, following[0], at):
            continue
        if any(rate.bounds.meets(reading.figures[at].bounds) for rate in rates):
            yield Judged(frozenset({at}))
            continue
        told = f"{' + '.join(reading.figures[part].text for part in rates[0].parts)} af {number_text(rates[0].whole)}"
        lines = reading.lines((at, *rates[0].parts))
        flag = misfit(RULE, told, rates[0].value(reading), reading.figures[at], lines, Certainty.POSSIBLE)
        yield Judged(frozenset({at}), flag)


def _is_of_those_before(reading: Reading, following: Outcomes, at: int) -> bool:
    """Whether the paragraph counts others before the rate: "1.436 afgørelser. 31 pct. af dem blev omgjort"."""
    groups = [reading.figures[one].value for one in following.groups]
    own = {*groups, sum(groups), *(reading.figures[one].value for one in following.wholes if one > at)}
    for one in range(at, max(0, at - _LOOKED_BACK), -1):
        if BREAK in reading.before(one):
            return False
        if reading.figures[one - 1].kind is Kind.COUNT and reading.figures[one - 1].value not in own:
            return True
    return False


_LOOKED_BACK = 6
