"""A percentage of listed groups: "21 er i job, 17 i uddannelse ... Dermed er 65 pct. i job eller uddannelse".

The listed groups are parts of a stated whole. The percentage is of those groups whose words it repeats, all of them. No
sum of listed groups, and no other figures nearby, may explain it: then it is flagged, as no more than possible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty, Flag
from pejl.minutes.checks.share import topics
from pejl.minutes.checks.share.bounds import Bounds, exactly, percent_of
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import Judged, misfit
from pejl.minutes.checks.share.labels import Labels, another_count_between, labels, subjects, words_after
from pejl.minutes.checks.share.reading import BREAK, END, Reading
from pejl.minutes.checks.share.scope import names_other_cases, said_before
from pejl.minutes.checks.share.wholes import tail, whole_of

RULE = "share-of-groups"

_SENTENCES_ON = 2
_MOST_GROUPS = 6


def stated_groups(reading: Reading, judged: frozenset[int]) -> Iterator[Judged]:
    """The percentages of listed groups; those left out that are `judged` already."""
    counted = labels(reading, Kind.COUNT, subjects)
    lists = _lists(reading, counted)
    if not lists:
        return
    for at, figure in enumerate(reading.figures):
        if figure.kind is not Kind.PERCENT or at in judged or not _is_own(reading, at):
            continue
        asked = _asked(reading, at)
        for whole, parts in lists.items():
            wanted = [part for part in parts if counted[part] <= asked]
            if wanted and _is_near(reading, parts[-1], at):
                fits = _some_sum_fits(reading, whole, parts, at)
                yield Judged(frozenset({at}), None if fits else _flag(reading, whole, wanted, at))
                break


def _asked(reading: Reading, at: int) -> Labels:
    """What a percentage is of: the words after it, or those that begin its sentence with no other figure before it."""
    gap = reading.before(at)
    begins = reading.sentence_before(at) if END in gap or BREAK in gap else ""
    return subjects(words_after(reading, at, Kind.PERCENT)) or subjects(begins)


def _lists(reading: Reading, counted: dict[int, Labels]) -> dict[int, list[int]]:
    """The wholes with their listed parts, each of which has words of its own."""
    lists: dict[int, list[int]] = defaultdict(list)
    for at in counted:
        found = whole_of(reading, at)
        if found is not None and not found.stated and found.at < at:
            lists[found.at].append(at)
    return {whole: parts for whole, parts in lists.items() if 1 < len(parts) <= _MOST_GROUPS}


def _is_near(reading: Reading, last: int, at: int) -> bool:
    near = last < at and reading.stops_between(last, at) <= _SENTENCES_ON
    return near and not another_count_between(reading, last, at)


def _is_own(reading: Reading, at: int) -> bool:
    spoken = f"{reading.sentence_before(at)} {tail(reading, at)}"
    after = reading.after(at)
    if topics.compares(after) or topics.speaks_of_other_case(spoken) or topics.speaks_of_change(spoken):
        return False
    if topics.years(spoken) or topics.base_of(after):
        return False
    return not names_other_cases(reading, at, said_before(reading, at))


def _some_sum_fits(reading: Reading, whole: int, parts: list[int], at: int) -> bool:
    """Whether some of the groups together, or all but them, are the stated share."""
    stated, of = reading.figures[at].bounds, reading.figures[whole].bounds
    sums: list[Bounds] = [exactly(Fraction(0))]
    for part in parts:
        sums += [each.plus(reading.figures[part].bounds) for each in sums]
    for each in sums:
        share = percent_of(each, of)
        if share is None or share.meets(stated) or share.complement().meets(stated):
            return True
    return any(_is_share(reading, part, other, stated) for part in parts for other in parts if part != other)


def _is_share(reading: Reading, part: int, whole: int, stated: Bounds) -> bool:
    share = percent_of(reading.figures[part].bounds, reading.figures[whole].bounds)
    return share is None or share.meets(stated)


def _flag(reading: Reading, whole: int, parts: list[int], at: int) -> Flag:
    of = reading.figures[whole]
    value = 100 * sum((reading.figures[part].value for part in parts), Fraction(0)) / of.value
    told = f"{' + '.join(reading.figures[part].text for part in parts)} af {of.text}"
    return misfit(RULE, told, value, reading.figures[at], reading.lines((whole, *parts, at)), Certainty.POSSIBLE)
