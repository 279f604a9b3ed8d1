"""Parts that the text says are of one whole: "31 klager. Heraf blev 19 stadfæstet ...", "af de 20 regler er fem ...".

Such a list need not be whole: some of the 31 may not be mentioned, and one citizen may be named twice. A flag is given
only where the words leave no such way out: money that comes to more than it is part of, a part larger than its whole,
parts that exclude each other by name (men and women, the outcomes of complaints), a part set against another ("mens")
that is the whole already or makes too much of it, a list that ends with the rest, and three or more parts of one form
that miss the whole by next to nothing. What became of complaints needs no such words: "31 sager. 19 blev stadfæstet, 7
ændret og 5 hjemvist" is a whole with its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pejl.calendar.hedges import Blur, hedge_before
from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.sums.figures import Figure, Told, Unit, written
from pejl.minutes.checks.sums.said import Outcome, finest, held, in_a_row, sum_flag

RULE = "sum-parts"

_HEREOF = re.compile(
    r"(?:\A\s?|[.;:,(–]\s?|\bog\s)(?:heraf|hvoraf|deraf)\b|[.;:,(–]\s?af\s(?:disse|dem)\b", re.IGNORECASE
)
_OF_THE = re.compile(
    r"(?:\A|[.;:–(]\s|\bog\s|\bmens\s|,\s)(?:ud\s)?af\s(?:de|i\salt)\s(?:samlede\s)?\Z|(?:\A|\s)Af\s(?:de\s)?\Z"
)
_LAST = re.compile(r"(?:,?\s(?:og|samt)\s|,\smens\s)(?:\S+\s){0,3}\Z", re.IGNORECASE)
_REST = re.compile(r"\b(?:de|den|det)\s(?:resterende|øvrige|sidste|tilbageværende|andre)\s\Z", re.IGNORECASE)
_NESTED = re.compile(
    r"\b(?:heraf|hvoraf|deraf|herunder|inkl|årlig\w*|pr\.|hver|blandt|bl\.a|fx|især|primært|mindst|både)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:hvilket|svarende|mod|end|forhold|fra|året|tidligere|sidste\sår|i\s[12][09][0-9]{2})\b", re.IGNORECASE
)
_GOES_ON = re.compile(r",\s(?:og|samt|mens|men)\b", re.IGNORECASE)
_TIME = re.compile(r"\s(?:minut|time|dag|døgn|uge|måned|kvartal|halvår|år)", re.IGNORECASE)
_EXCLUSIVE = (
    re.compile(r"mænd|kvinder|drenge|piger"),
    re.compile(r"stadfæst|ændre|hjemvi|ophæv|afvist|medhold"),
    re.compile(r"stadfæst|omgjort|afvist|medhold"),
    re.compile(r"godkendt|afslået|afslag|bevilget|tilsagn"),
)
_DECIDED = re.compile(r"\s(?:[^\W\d_]+\s)?(?:[^\W\d_]*sager|[^\W\d_]*afgørelser|[^\W\d_]*klager)\b", re.IGNORECASE)
_OUTCOMES_FOLLOW = re.compile(r"[^.:]{0,120}[.:]\s(?:(?:der|her|blev|er)\s){0,2}", re.IGNORECASE)
_SOME_OF_THEM = re.compile(r"\bområde|\bheraf\b|\bi\s[12][09][0-9]{2}\b", re.IGNORECASE)
_UPHELD, _SENT_BACK = re.compile(r"stadfæst", re.IGNORECASE), re.compile(r"hjemvi|omgjort", re.IGNORECASE)
_CHANGED = re.compile(r"ændre|ophæv|omgjort", re.IGNORECASE)
_WHOLE_LISTS = (
    (_UPHELD, _CHANGED, _SENT_BACK),
    (_UPHELD, re.compile(r"omgjort", re.IGNORECASE)),
    (re.compile(r"mænd", re.IGNORECASE), re.compile(r"kvinder", re.IGNORECASE)),
    (re.compile(r"drenge", re.IGNORECASE), re.compile(r"piger", re.IGNORECASE)),
)
_WHILE = re.compile(r",\s(?:i)?mens\s\Z", re.IGNORECASE)
_RESTING = re.compile(r"\b(?:resten|de\sresterende|de\søvrige|de\ssidste)\b", re.IGNORECASE)
_OPEN_ABOVE, _OPEN_BELOW = (Blur.AT_LEAST, Blur.JUST_ABOVE), (Blur.AT_MOST, Blur.JUST_BELOW)
_BEYOND_BLUR = Decimal("1.15")
"""How much larger than its whole a part must be where one of them is told roughly."""
_NAME_REACH = 40
_MOST_PARTS, _LEAST_IN_A_ROW = 10, 3
_FEW, _NEXT_TO_NOTHING, _ONE_IN_TWENTY = 2, 0.05, 20


def parts_of_a_whole(told: Told) -> Iterator[Flag]:
    """Flags of the passage's wholes that their parts contradict."""
    for at in range(len(told.figures) - 1):
        whole = told.figures[at]
        if whole.unit is Unit.PERCENT or (whole.unit is Unit.COUNT and _TIME.match(told.text, whole.end)):
            continue
        if not _opens(told, at):
            yield from _complaints(told, at)
        elif whole.blurred or told.figures[at + 1].blurred:
            yield from _roughly_exceeded(told, at)
        elif row := _row(told, at):
            yield from _contradicted(told, at, row)


def _complaints(told: Told, at: int) -> Iterator[Flag]:
    """A flag of complaints whose outcomes, told next, come to more, or to less though all three outcomes are told."""
    whole = told.figures[at]
    if whole.unit is not Unit.COUNT or whole.blurred or not _DECIDED.match(told.text, whole.end):
        return
    row = _row(told, at) if _OUTCOMES_FOLLOW.fullmatch(told.after(at)) else []
    names = [told.after(part)[:_NAME_REACH] for part in row]
    if len(row) < _FEW or not _excludes(told, row) or any(_SOME_OF_THEM.search(name) for name in names):
        return
    outcome = held(whole, ((1, told.figures[part]) for part in row))
    less = outcome.computed.value < whole.value
    if outcome.worth_a_look and not (less and (not _names_all(told, row) or _leaves_a_rest(told, row))):
        yield _flag(told, outcome, Certainty.LIKELY)


def _roughly_exceeded(told: Told, at: int) -> Iterator[Flag]:
    """A flag of a part that is larger than its whole, however roughly the two are told."""
    whole, part = told.figures[at], told.figures[at + 1]
    if whole.unit is not part.unit or part.value <= whole.value * _BEYOND_BLUR or _TIME.match(told.text, part.end):
        return
    if _is_blurred(told, whole, _OPEN_ABOVE) or _is_blurred(told, part, _OPEN_BELOW):
        return
    if _HEREOF.search(told.after(at)) and not _ANOTHER.search(told.before(at + 1)):
        yield _flag(told, held(whole, [(1, part)]), Certainty.LIKELY)


def _is_blurred(told: Told, figure: Figure, ways: tuple[Blur, ...]) -> bool:
    hedge = hedge_before(told.text, figure.start)
    return hedge is not None and hedge.blur in ways


def _opens(told: Told, at: int) -> bool:
    """Whether the words say that what follows is part of the figure."""
    hereof = _HEREOF.search(told.after(at))
    if hereof:
        between = told.after(at)[: hereof.start() + 1]
        return between.count(".") <= 1 + told.figures[at].text.endswith(".") and "\n" not in between
    return bool(_OF_THE.search(told.before(at))) and told.sentence(at) == told.sentence(at + 1)


def _row(told: Told, at: int) -> list[int]:
    """The parts: figures of the same unit in one sentence, none of them blurred, parted or of another time."""
    unit, sentence = told.figures[at].unit, told.sentence(at + 1)
    row: list[int] = []
    for other in range(at + 1, min(len(told.figures), at + 1 + _MOST_PARTS)):
        figure = told.figures[other]
        if told.sentence(other) != sentence or (row and _ANOTHER.search(told.before(other))):
            break
        if figure.unit is Unit.PERCENT:
            continue
        if figure.unit is not unit:
            break
        if figure.blurred or _TIME.match(told.text, figure.end) or (row and _NESTED.search(told.before(other))):
            return []
        row.append(other)
    inside = sentence == told.sentence(at) and _HEREOF.search(told.after(at))
    if inside and any(_GOES_ON.search(told.before(part)) for part in row[1:]):
        exceeds = sum(told.figures[part].value for part in row) > told.figures[at].value
        return row if exceeds and _excludes(told, row) else row[:1]
    return row


def _contradicted(told: Told, at: int, row: list[int]) -> Iterator[Flag]:
    figures = told.figures
    outcome = held(figures[at], ((1, figures[part]) for part in row))
    if not outcome.worth_a_look or outcome.found == "rounding" or _may_be_of_another(told, at, outcome):
        return
    less = outcome.computed.value < outcome.stated.value
    excludes = _excludes(told, row) and not (less and not _names_all(told, row))
    several = len(row) > 1 and (excludes or _ends_with_the_rest(told, row) or _set_against(told, at, row))
    if several and less and _leaves_a_rest(told, row):
        return
    if several or _exceeds(told, at, row, outcome):
        yield _flag(told, outcome, Certainty.LIKELY)
    elif len(row) >= _LEAST_IN_A_ROW and _LAST.search(told.before(row[-1])) and _misses_by_little(outcome):
        yield _flag(told, outcome, Certainty.POSSIBLE)


def _may_be_of_another(told: Told, at: int, outcome: Outcome) -> bool:
    """Whether a new sentence's "heraf" may point back over the nearest figure at a larger one: "5,8 mio. kr. består af
    3,2, 1,6 og 1,0 mio. kr. Heraf ...".
    """
    sentence, unit = told.sentence(at), told.figures[at].unit
    if told.sentence(at + 1) == sentence:
        return False
    earlier = (other for other in range(max(0, at - _MOST_PARTS), at) if told.sentence(other) == sentence)
    return any(
        told.figures[other].unit is unit and told.figures[other].value >= outcome.computed.value for other in earlier
    )


def _exceeds(told: Told, at: int, row: list[int], outcome: Outcome) -> bool:
    """Whether money comes to more than it is part of, or one part is larger than the whole."""
    if outcome.computed.value <= outcome.stated.value:
        return False
    whole = told.figures[at]
    return whole.unit is Unit.KRONER or any(told.figures[part].value > whole.value for part in row)


def _excludes(told: Told, row: list[int]) -> bool:
    """Whether every part bears a name that excludes the others'."""
    texts = [told.after(part)[:_NAME_REACH].casefold() for part in row]
    for names_of in _EXCLUSIVE:
        named = {found.group() for text in texts if (found := names_of.search(text))}
        if len(named) == len(row):
            return True
    return False


def _names_all(told: Told, row: list[int]) -> bool:
    """Whether no other name is left: men and women, or upheld, changed and sent back. "31 sager, heraf 7 hjemvist og 5
    ændret" says nothing of those upheld, and of applications some may wait.
    """
    names = [told.after(part)[:_NAME_REACH] for part in row]
    return any(all(any(each.search(name) for name in names) for each in whole) for whole in _WHOLE_LISTS)


def _set_against(told: Told, at: int, row: list[int]) -> bool:
    """Whether of two parts set against each other one is the whole already ("to ..., mens 22 ..." of 22), or both are
    a little too much ("tre ..., mens 20 ..." of 22). Parts that are much too much may overlap after all.
    """
    if len(row) != 2 or not _WHILE.search(told.before(row[1])):
        return False
    whole, parts = told.figures[at].value, [told.figures[part].value for part in row]
    too_much = sum(parts) - whole
    return min(parts) > 0 and (max(parts) == whole or 0 < too_much <= max(Decimal(_FEW), whole / _ONE_IN_TWENTY))


def _leaves_a_rest(told: Told, row: list[int]) -> bool:
    """Whether the words after the last part tell of others: "... mens resten er hjemvist"."""
    return bool(_RESTING.search(told.after(row[-1])))


def _ends_with_the_rest(told: Told, row: list[int]) -> bool:
    return bool(_REST.search(told.before(row[-1])))


def _misses_by_little(outcome: Outcome) -> bool:
    return outcome.difference <= _FEW or float(outcome.off_by) <= _NEXT_TO_NOTHING


def _flag(told: Told, outcome: Outcome, certainty: Certainty) -> Flag:
    parts: list[Figure] = [part for _, part in outcome.parts]
    computed = written(outcome.computed.value, finest([outcome.stated, *parts]))
    whole = outcome.stated.text
    if len(parts) == 1:
        sentence = f"teksten siger, at {computed} er en del af {whole}"
    else:
        sentence = f"{in_a_row(parts)} giver {computed}, men teksten siger, at de er dele af {whole}"
    return sum_flag(RULE, outcome, full_stop(sentence), certainty, [told.passage.lines])
