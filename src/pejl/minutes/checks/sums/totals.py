"""Totals in running text against the parts that the same sentence lists.

Only three forms say that parts make a whole: parts in a row with "i alt" after the last, a total that is "fordelt på"
its parts, and figures with plus and equals between them. Parts that recur ("årligt"), parts of parts ("heraf") and
figures blurred by words are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.checks.agreement import Agreement
from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.sums.figures import Figure, Told, Unit, written
from pejl.minutes.checks.sums.said import Outcome, finest, held, in_a_row, sum_flag

RULE = "sum-total"

_SO = r"(?:\s?(?:dvs\.|altså|svarende\stil|hvilket\s(?:giver|er|bliver|svarer\stil)|det\s(?:giver|er)))?"
_TOTAL_AFTER = re.compile(
    rf"(?:[,;:(–-]{_SO}\s?|\s(?:eller|hvilket\sgiver|det\sgiver|giver)\s)"
    r"(?:i\salt|ialt|tilsammen|samlet|sammenlagt|totalt)(?:\s(?:en\sudgift\spå|bliver\sdet|er\sdet|giver\sdet))?\s\Z|=\s?\Z",
    re.IGNORECASE,
)
_SO_MUCH = re.compile(r",\s(?:svarende\stil|hvilket\sgiver|det\sgiver|dvs\.|altså)\s\Z", re.IGNORECASE)
_IN_ALL = re.compile(r"\s(?:i\salt|tilsammen|sammenlagt)\b", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(r"\b(?:i\salt|ialt|samlet|samlede|tilsammen|sammenlagt|totalt)\b", re.IGNORECASE)
_DISTRIBUTED = re.compile(
    r"\bfordel(?:t|te|es|er\ssig|ing|ingen)\b|\bbest(?:ående|år)\saf\b|\bsammensat\saf\b|\bhhv\.|\bhenholdsvis\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:og|samt|plus)\b|\+|&", re.IGNORECASE)
_NO_PLAIN_PART = re.compile(
    r"\b(?:heraf|hvoraf|deraf|herunder|inkl\.?|inklusive|årlig\w*|om\såret|pr\.|hver|hvert|månedlig\w*|ugentlig\w*|á|à|"
    r"fratrukket|minus|stigende|faldende|eller|ud\saf|bl\.a\.|blandt\sandet|fx|f\.eks\.|især|primært)\b",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = re.compile(r"\b(?:hvilket|mens|hvorimod|svarende|mod|end|forhold)\b|\bfra\s\Z", re.IGNORECASE)
_IT_IS_DISTRIBUTED = re.compile(
    r"(?:[^.:;]{0,80}[.:;])?\s(?:Beløbet|Bevillingen|De|Den|Det|Disse|Midlerne|Pengene|Puljen|Rammen|Tilskuddet|Udgiften|"
    r"Udgifterne)\s(?:samlede\s[^\W\d_]+\s)?(?:er\s|skal\s|foreslås\s|forventes\s)?(?:fordel|best)",
)
_MOST_PARTS = 12
_NEAR_AMOUNTS, _NEAR_COUNTS = 0.3, 0.15
_FEW = 2
_NOUN = re.compile(r"\s([^\W\d_]+)")


def totals(told: Told) -> Iterator[Flag]:
    """Flags of the passage's totals that differ from their parts."""
    for at in range(2, len(told.figures)):
        if _TOTAL_AFTER.search(told.before(at)) or (_SO_MUCH.search(told.before(at)) and _IN_ALL.match(told.after(at))):
            yield from _after_its_parts(told, at)
    for at in range(len(told.figures) - 2):
        if _DISTRIBUTED.search(told.after(at)):
            yield from _before_its_parts(told, at)


def _after_its_parts(told: Told, at: int) -> Iterator[Flag]:
    """ "A til x, B til y og C til z, i alt T"."""
    parts = _row_before(told, at)
    if len(parts) < 2:
        return
    stretch = told.stretch(parts[0], parts[-1]) + told.before(at)
    if not _LAST.search(told.before(parts[-1])) or _NO_PLAIN_PART.search(stretch):
        return
    runs = [parts[start:] for start in range(len(parts) - 1)]
    yield from _unless_one_holds(told, at, runs)


def _before_its_parts(told: Told, at: int) -> Iterator[Flag]:
    """ "I alt T, fordelt på A til x, B til y og C til z"."""
    parts = _row_after(told, at)
    if len(parts) < 2:
        return
    stretch = told.stretch(at, parts[-1]) + told.after(parts[-1])
    if not _LAST.search(told.before(parts[-1])) or _NO_PLAIN_PART.search(stretch):
        return
    if told.sentence(at + 1) == told.sentence(at):
        named = bool(_TOTAL_BEFORE.search(told.before(at))) or at == 0 or told.sentence(at - 1) != told.sentence(at)
    else:
        named = bool(_IT_IS_DISTRIBUTED.match(told.after(at)))
    if named:
        yield from _unless_one_holds(told, at, [parts])


def _row_before(told: Told, at: int) -> list[int]:
    """The figures of the same unit before one, in its sentence, as far back as the clause goes."""
    row: list[int] = []
    for other in range(at - 1, max(-1, at - 1 - _MOST_PARTS * 2), -1):
        if told.sentence(other) != told.sentence(at):
            break
        if told.figures[other].unit is told.figures[at].unit:
            row.append(other)
        elif told.figures[other].unit is Unit.KRONER:
            break
        if _ANOTHER_CLAUSE.search(told.before(other)):
            break
    return row[::-1]


def _row_after(told: Told, at: int) -> list[int]:
    """The figures of the same unit after one: in its sentence or the next, as far as the clause goes."""
    row: list[int] = []
    for other in range(at + 1, min(len(told.figures), at + 1 + _MOST_PARTS * 2)):
        if told.sentence(other) != told.sentence(at + 1) or told.sentence(other) > told.sentence(at) + 1:
            break
        if row and _ANOTHER_CLAUSE.search(told.before(other)):
            break
        if told.figures[other].unit is told.figures[at].unit:
            row.append(other)
        elif told.figures[other].unit is Unit.KRONER:
            break
    return row


def _unless_one_holds(told: Told, at: int, runs: list[list[int]]) -> Iterator[Flag]:
    """A flag of the longest run of parts, unless some run makes the total."""
    figures = told.figures
    outcomes = [held(figures[at], ((1, figures[part]) for part in run)) for run in runs]
    if any(outcome.found is Agreement.AGREES or not outcome.worth_a_look for outcome in outcomes):
        return
    near = [outcome for outcome in outcomes if _is_near(told, at, outcome)]
    if not near or any(figure.blurred for figure in (figures[at], *(part for _, part in near[0].parts))):
        return
    yield _flag(told, near[0])


def _is_near(told: Told, at: int, outcome: Outcome) -> bool:
    """Whether the parts come near enough to be meant as the total's: counts of unlike things may stand side by side."""
    if outcome.stated.value <= max(part.value for _, part in outcome.parts):
        return False
    if outcome.stated.unit is not Unit.COUNT:
        return float(outcome.off_by) <= _NEAR_AMOUNTS or _one_digit_off(outcome)
    return outcome.difference <= _FEW or float(outcome.off_by) <= _NEAR_COUNTS or _same_noun(told, at, outcome)


def _one_digit_off(outcome: Outcome) -> bool:
    """Whether the total would be the sum but for one of its digits."""
    step = outcome.stated.step
    stated, computed = (str(int(value / step)) for value in (outcome.stated.value, outcome.computed.value))
    return len(stated) == len(computed) and sum(a != b for a, b in zip(stated, computed, strict=True)) == 1


def _same_noun(told: Told, at: int, outcome: Outcome) -> bool:
    """Whether the total counts what its first part counts by name."""
    nouns = [_NOUN.match(told.text, figure.end) for figure in (told.figures[at], outcome.parts[0][1])]
    first, second = (noun[1].casefold() if noun else None for noun in nouns)
    return first is not None and first == second and float(outcome.off_by) <= _NEAR_AMOUNTS


def _flag(told: Told, outcome: Outcome) -> Flag:
    parts: list[Figure] = [part for _, part in outcome.parts]
    computed = written(outcome.computed.value, finest([outcome.stated, *parts]))
    sentence = full_stop(f"{in_a_row(parts)} giver {computed}, men teksten siger {outcome.stated.text}")
    return sum_flag(RULE, outcome, sentence, Certainty.LIKELY, [told.passage.lines])
