"""A rise or a fall whose percentage does not follow from the figures it goes between: "fra 120 til 150, dvs. 30 pct.".

Between two percentages the text may mean the distance in points or the change in proportion; only one that fits neither
is flagged. A figure that goes the other way than the verb says ("steget fra 150 til 120") is flagged too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.share import topics
from pejl.minutes.checks.share.bounds import Bounds
from pejl.minutes.checks.share.figures import Figure, Kind, as_percent
from pejl.minutes.checks.share.flags import misfit, number_text, share_flag, stated_text
from pejl.minutes.checks.share.labels import subjects
from pejl.minutes.checks.share.reading import BREAK, END, Reading

RULE = "share-change"
POINTS_RULE = "share-points"
DIRECTION_RULE = "share-direction"

_WORD = r"[^\W_]+(?:-[^\W_]+)*\.?"
_STOPS = f"{END}{BREAK}"
_FROM = re.compile(rf"\bfra\s(?:{_WORD}\s){{0,3}}\Z", re.IGNORECASE)
_TO = re.compile(rf"(?:,?\s{_WORD}){{0,8}}?,?\stil\s(?:{_WORD}\s){{0,3}}", re.IGNORECASE)
_BETWEEN_YEARS = re.compile(
    rf"(?:\s{_WORD}){{0,5}},?\s(?:og|mod|mens|til)\s(?:der\s|det\s|var\s){{0,3}}(?:i\s)?(?:19|20)[0-9]{{2}}\s(?:{_WORD}\s){{0,4}}|"
    rf"(?:\s{_WORD}){{0,5}}\si\s(?:19|20)[0-9]{{2}},?\s(?:og|mod)\s(?:{_WORD}\s){{0,4}}",
    re.IGNORECASE,
)
_AGAINST = re.compile(rf"(?:\s{_WORD}){{0,12}},?\smod\s(?:{_WORD}\s){{0,3}}", re.IGNORECASE)
_RISE = r"stigning\w*|vækst\w*|forøgelse\w*|øgning\w*|fremgang\w*|tilvækst\w*|opgang\w*"
_FALL = r"fald|reduktion\w*|nedgang\w*|tilbagegang\w*|nedbringelse\w*|besparelse\w*"
_DISTANCE = r"forskel|ændring\w*|udvikling\w*|forbedring\w*|forværring\w*"
_LINK = (
    r"svarende\stil|svarer\stil|svarede\stil|hvilket\s(?:er|svarer\stil|giver|udgør)|det\s(?:er|svarer\stil|giver)|dvs\.|altså|"
    r"det\svil\ssige|(?:en|et)\s"
)
_CHANGED_BY = re.compile(
    rf"[^;()\[\]{_STOPS}]{{0,120}}?[,.\s–-]{{0,3}}[\s{_STOPS}](?:{_LINK})(?:\s?{_WORD}){{0,3}}?\s?"
    rf"(?:(?:{_RISE}|{_FALL}|{_DISTANCE})\s(?:på|med)\s)?(?:i\salt\s)?",
    re.IGNORECASE,
)
_CHANGE_ON = re.compile(rf"\b(?:{_RISE}|{_FALL})\s(?:på|med)\s(?:i\salt\s)?\Z", re.IGNORECASE)
_BRACKET = re.compile(
    rf"[^;()\[\]{_STOPS}]{{0,60}}[(\[]\s?(?:(?:{_LINK}\s?)?(?:{_RISE}|{_FALL})\s(?:på|med)\s|[+−–-]\s?)?", re.IGNORECASE
)
_BY_THEN_FROM = re.compile(rf"[^;()\[\]{_STOPS}]{{0,60}}?\sfra\s(?:{_WORD}\s){{0,3}}", re.IGNORECASE)
_ROSE = re.compile(rf"\b(?:steget|stiger|steg|øget|øges|forøget|forhøjet|vokset|voksede|{_RISE})\b", re.IGNORECASE)
_FELL = re.compile(
    rf"\b(?:faldet|falder|faldt|reduceret|reduceres|nedbragt|nedsat|sænket|sænkes|{_FALL})\b", re.IGNORECASE
)
_HAS = r"(?:er|var|været|blevet|bliver|blev|har)\s(?:[^\W_]+\s){0,3}?"
_GOES_UP = re.compile(rf"\b(?:{_HAS}(?:steget|øget|forøget|forhøjet|vokset)|steg|stiger|øges|vokser|voksede)\b", re.I)
_GOES_DOWN = re.compile(rf"\b(?:{_HAS}(?:faldet|reduceret|nedbragt|sænket)|faldt|falder|reduceres|sænkes)\b", re.I)
_UNSURE = re.compile(
    r"\b(?:ikke|hverken|eller|mål\w*|plads\w*|nummer|nr|rang\w*|fordoblet|halveret|interval\w*)\b", re.IGNORECASE
)
_OF_ELSE = re.compile(r"\A\s(?:ud\s)?af\s", re.IGNORECASE)
_DISTANCE_TO = re.compile(
    rf"\A\s(?:(?:flere|færre|mere|mindre|højere|lavere|større|bedre|dårligere|bag|foran|fra|over|under)\s)+(?:end\s)?"
    rf"(?P<what>[^.,;:()\[\]{_STOPS}]{{2,60}})",
    re.IGNORECASE,
)
_COMPARABLE = (Kind.COUNT, Kind.AMOUNT, Kind.PERCENT)
_REACH = 160


@dataclass(frozen=True, slots=True)
class Change:
    """A change from the figure at `old` to the one at `new`; `against`: or the other way ("61 mod 58 året før")."""

    old: int
    new: int
    against: bool = False


def stated_changes(reading: Reading) -> Iterator[Flag]:
    """Flags of the changes that the reading states against its own figures."""
    for change in _changes(reading):
        at = _percentage(reading, change)
        flag = _size(reading, change, at) if at is not None else None
        if flag is None:
            flag = _direction(reading, change)
        if flag is not None:
            yield flag


def _changes(reading: Reading) -> Iterator[Change]:
    for new in range(1, len(reading.figures)):
        old, gap = new - 1, reading.before(new)
        kinds = reading.figures[old].kind, reading.figures[new].kind
        alike = kinds[0] is kinds[1] and kinds[0] in _COMPARABLE
        if not alike and kinds != (Kind.COUNT, Kind.PERCENT):
            continue
        if _FROM.search(reading.before(old)) and _TO.fullmatch(gap):
            yield Change(old, new)
        elif alike and (_BETWEEN_YEARS.fullmatch(gap) or (kinds[0] is Kind.PERCENT and _AGAINST.fullmatch(gap))):
            yield Change(old, new, against=True)


def _percentage(reading: Reading, change: Change) -> int | None:
    """The percentage, or the points, that says how large the change is: after the two figures, or before them."""
    after = change.new + 1
    if after < len(reading.figures) and reading.figures[after].kind in (Kind.PERCENT, Kind.POINTS):
        gap = reading.before(after)
        bracket = _BRACKET.fullmatch(gap) and reading.after(after)[:1] in (")", "]") and not change.against
        named = not change.against or reading.figures[after].kind is Kind.POINTS or _CHANGE_ON.search(gap)
        tied = bracket or (named and _CHANGED_BY.fullmatch(gap))
        if tied and not _OF_ELSE.match(reading.after(after)) and not _is_to_else(reading, change, after):
            return after
    before = change.old - 1
    if before >= 0 and reading.figures[before].kind in (Kind.PERCENT, Kind.POINTS):
        told = reading.clause_before(before)[-_REACH:]
        changes = _ROSE.search(told) or _FELL.search(told)
        if changes and _BY_THEN_FROM.fullmatch(reading.before(change.old)):
            return before
    return None


def _is_to_else(reading: Reading, change: Change, at: int) -> bool:
    """Whether the text says what the distance is to, and that is not what the two figures are of.

    "91 pct. mod et mål på 90 pct. Det er 5 procentpoint over hele landet" is a distance to neither of the two.
    """
    match = _DISTANCE_TO.match(reading.after(at))
    named = subjects(match["what"]) if match else frozenset()
    return bool(named) and not named & subjects(f"{reading.clause_before(change.new)} {reading.before(at)}")


def _size(reading: Reading, change: Change, at: int) -> Flag | None:
    old, new = _ends(reading, change)
    stated = reading.figures[at]
    if old.value <= 0 or new.value < 0:
        return None
    distance = new.value - old.value
    if topics.speaks_of_other_case(reading.before(at)) and not change.against:
        return None
    if stated.kind is Kind.POINTS:
        if old.kind is not Kind.PERCENT or _distance(old, new).meets(stated.bounds):
            return None
        return _points_flag(reading, change, at, distance)
    proportion = _proportion(old, new)
    if proportion is None or proportion.meets(stated.bounds):
        return None
    if old.kind is Kind.PERCENT and _distance(old, new).meets(stated.bounds):
        return None
    if change.against and ((back := _proportion(new, old)) is None or back.meets(stated.bounds)):
        return None
    value = abs(100 * distance / old.value)
    told = f"{_way(distance)} fra {old.text} til {new.text}"
    return misfit(RULE, told, value, stated, reading.lines((change.old, change.new, at)), Certainty.LIKELY)


def _points_flag(reading: Reading, change: Change, at: int, distance: Fraction) -> Flag:
    old, new = _ends(reading, change)
    stated = reading.figures[at]
    computed = f"{number_text(abs(distance))} procentpoint"
    between = (
        f"Forskellen på {stated_text(old)} og {stated_text(new)} er {computed}"
        if change.against
        else f"{_way(distance)} fra {stated_text(old)} til {stated_text(new)} er {computed}"
    )
    return share_flag(
        POINTS_RULE,
        f"{between}, men teksten siger {full_stop(stated_text(stated))}",
        stated_text(stated),
        computed,
        reading.lines((change.old, change.new, at)),
        Certainty.LIKELY,
    )


def _direction(reading: Reading, change: Change) -> Flag | None:
    """A flag where the only verb of the clause goes the other way than the figures."""
    old, new = _ends(reading, change)
    if change.against or old.value < 0 or new.value < 0 or old.bounds.meets(new.bounds):
        return None
    clause = re.split(r"[,;:()\[\]]", reading.sentence_before(change.old))[-1][-_REACH:]
    rose, fell = bool(_GOES_UP.search(clause)), bool(_GOES_DOWN.search(clause))
    if rose == fell or rose == (new.value > old.value) or _UNSURE.search(clause):
        return None
    said, is_so = ("stiger", "falder") if rose else ("falder", "stiger")
    return share_flag(
        DIRECTION_RULE,
        f"Teksten siger, at tallet {said}, men fra {stated_text(old)} til {stated_text(new)} {is_so} det.",
        said,
        is_so,
        reading.lines((change.old, change.new)),
        Certainty.LIKELY,
    )


def _ends(reading: Reading, change: Change) -> tuple[Figure, Figure]:
    """The two figures; in "fra 57 til 66 pct." both are percentages."""
    old, new = reading.figures[change.old], reading.figures[change.new]
    return (as_percent(old) if new.kind is Kind.PERCENT and old.kind is Kind.COUNT else old), new


def _way(distance: Fraction) -> str:
    return "Stigningen" if distance >= 0 else "Faldet"


def _distance(old: Figure, new: Figure) -> Bounds:
    """How far the two may lie from each other, whichever is the larger."""
    if old.bounds.high is None or new.bounds.high is None:
        return Bounds(Fraction(0), None)
    ends = (new.bounds.low - old.bounds.high, new.bounds.high - old.bounds.low)
    low = Fraction(0) if ends[0] <= 0 <= ends[1] else min(abs(ends[0]), abs(ends[1]))
    return Bounds(low, max(abs(ends[0]), abs(ends[1])))


def _proportion(old: Figure, new: Figure) -> Bounds | None:
    """The distance in hundredths of where it began."""
    distance = _distance(old, new)
    if old.bounds.low <= 0 or distance.high is None or old.bounds.high is None:
        return None
    ratios = [100 * abs(end / start - 1) for start in _edges(old) for end in _edges(new)]
    low = Fraction(0) if distance.low == 0 else min(ratios)
    return Bounds(low, max(ratios))


def _edges(figure: Figure) -> tuple[Fraction, Fraction]:
    high = figure.bounds.high
    return figure.bounds.low, figure.bounds.low if high is None else high
