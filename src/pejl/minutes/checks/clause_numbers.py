"""The numbers of a recommendation's points, and the decision's against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from pejl.calendar.rows import in_a_row
from pejl.minutes.checks.flag import Certainty, Flag, FlagKind, look_at
from pejl.minutes.checks.numbers_missing import missing_in, twice_in
from pejl.minutes.document import Item, Lines, Minutes, Recommendation

_flag = partial(look_at, FlagKind.NUMBERING)

_ALL_THE_REST = re.compile(
    r"\b(?:øvrig\w*|rest\w*|resterende|herudover|i\s+øvrigt|indstillingen\s+(?:blev\s+)?\w*|alle)\b", re.IGNORECASE
)
_PRINTED = re.compile(r"^([1-9][0-9]?)[.)]\s", re.MULTILINE)


def points(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Points that are missing or come twice, and a decision on a point that there is none of."""
    recommendation = item.recommendation
    if recommendation is None or not recommendation.clauses:
        return
    numbers = [clause.number for clause in recommendation.clauses]
    yield from _own_run(recommendation, numbers)
    if item.decision is None:
        return
    decided = {clause.number: clause.line for clause in item.decision.clauses}
    for number in sorted(set(decided) - set(numbers)):
        if number > max(numbers):
            yield _flag(
                "decision-points",
                f"Beslutningen nævner punkt {number} i indstillingen, men indstillingen har punkt {in_a_row(numbers)}.",
                f"punkt {number}",
                f"punkt {in_a_row(numbers)}",
                [recommendation.lines, Lines(first=decided[number], last=decided[number])],
            )
    left = [number for number in numbers if number not in decided and not _named(number, item.decision.text)]
    if len(decided) > 1 and len(left) == 1 and not _ALL_THE_REST.search(item.decision.text):
        yield _flag(
            "decision-points",
            f"Beslutningen siger ikke, hvad der blev af punkt {left[0]} i indstillingen.",
            f"punkt {in_a_row(sorted(decided))}",
            f"punkt {left[0]} mangler",
            [recommendation.lines, item.decision.lines],
            Certainty.POSSIBLE,
        )


def _own_run(recommendation: Recommendation, numbers: list[int]) -> Iterator[Flag]:
    for number in _printed_twice(recommendation):
        yield _flag(
            "recommendation-points",
            f"Indstillingen har to punkter med nummer {number}.",
            f"to punkter {number}",
            "ét",
            [recommendation.lines],
        )
    missing = missing_in(numbers, first=1)
    if missing and numbers == sorted(numbers):
        yield _flag(
            "recommendation-points",
            f"Indstillingens punkter har numrene {in_a_row(numbers)}; punkt {in_a_row(missing)} mangler.",
            f"punkt {in_a_row(numbers)}",
            f"punkt {in_a_row(missing)} mangler",
            [recommendation.lines],
        )


def _printed_twice(recommendation: Recommendation) -> list[int]:
    """Numbers that two points bear as printed, in a list that otherwise counts on: clauses are counted as they come."""
    printed = [int(number) for number in _PRINTED.findall(recommendation.text)]
    steps = [later - earlier for earlier, later in pairwise(printed)]
    counts_on = steps.count(0) == 1 and set(steps) <= {0, 1}
    instead = steps.count(0) == 1 and steps.count(2) == 1 and set(steps) <= {0, 1, 2}  # 1, 1, 3: the 2 became a 1
    return twice_in(printed) if counts_on or (instead and abs(steps.index(0) - steps.index(2)) == 1) else []


def _named(number: int, text: str) -> bool:
    return bool(re.search(rf"(?<![0-9]){number}(?![0-9])", text))
