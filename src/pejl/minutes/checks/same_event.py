"""One event at two times: two sentences of an item that say the same of different days, or of periods without a day in
common.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pejl.minutes.checks.event_words import Happening
from pejl.minutes.checks.events import Event, events
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.slips import one_slip_apart
from pejl.minutes.document import Item, Minutes
from pejl.minutes.stems import akin

_NEAR, _VERY_NEAR = dt.timedelta(days=14), dt.timedelta(days=7)
_NEAR_PERIODS = dt.timedelta(days=62)
_AS_FAR_AS = 40
"""How many events of one kind apart two are still compared, so that endless lists come to an end."""

_COMES_AGAIN = frozenset({Happening.PUT, Happening.HELD, Happening.DUE})
_SAYS_THE_SAME = 6
"""So many words on end are no chance."""

_WORD_FOR_WORD = 4

_DEFINITE = ("en", "et", "erne", "ene", "ens", "ets")
_SHORTEST_NAME_OF_AN_EVENT = 8

Times = tuple[dt.date, dt.date, dt.date, dt.date]


@dataclass(frozen=True)
class _Pair:
    """Two events that look like one, and how much speaks for it."""

    one: Event
    other: Event
    stems: frozenset[str]
    sure: bool

    @property
    def times(self) -> Times:
        """Both times, the earlier first."""
        first, last = sorted((each.moment.first, each.moment.last) for each in (self.one, self.other))
        return (*first, *last)


def same_event(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Each pair of times that two sentences give the same event, told once."""
    best: dict[Times, _Pair] = {}
    for pair in _pairs(list(events(minutes, item)), minutes.date):
        known = best.get(pair.times)
        if known is None or (pair.sure, len(pair.stems)) > (known.sure, len(known.stems)):
            best[pair.times] = pair
    for pair in best.values():
        yield _flag(pair)


def _pairs(found: list[Event], seen_from: dt.date | None) -> Iterator[_Pair]:
    for happening in Happening:
        of_kind = [event for event in found if event.happening is happening]
        for place, one in enumerate(of_kind):
            for other in of_kind[place + 1 : place + 1 + _AS_FAR_AS]:
                if not one.moment.meets(other.moment) and not _told_apart(one, other, seen_from):
                    pair = _alike(one, other)
                    if pair:
                        yield pair


def _told_apart(one: Event, other: Event, seen_from: dt.date | None) -> bool:
    """Whether something says that the two are different: body, purpose, name, number, order, edge, past and future."""
    if one.list_number and one.list_number == other.list_number:
        return True  # entries of one list are steps of one plan
    past = [bool(seen_from and each.moment.last <= seen_from) for each in (one, other)]
    if past[0] is not past[1]:
        return True
    if past[0] and one.happening is Happening.PUT:
        return True  # what has been treated before is history, and was treated several times
    if (one.body and other.body and one.body != other.body) or one.apart != other.apart:
        return True
    if one.edge != other.edge and (one.happening is Happening.FORCE or (one.edge and other.edge)):
        return True
    return any(
        mine and its and not (mine <= its or its <= mine)
        for mine, its in (
            (one.names, other.names),
            (one.numbers, other.numbers),
            (one.purposes, other.purposes),
        )
    )


def _alike(one: Event, other: Event) -> _Pair | None:
    """The pair, where enough of what the shorter clause is about is what the longer one is about too."""
    small, large = sorted((one.stems, other.stems), key=len)
    common = small & large  # not those merely akin: amendments are no amendments to amendments
    if not common:
        return None
    whole = len(common) == len(small)
    most = (len(common) >= 2 and whole) or (len(common) >= 3 and 4 * len(common) >= 3 * len(small))
    if not (one.moment.exact and other.moment.exact):
        near = one.moment.gap(other.moment) <= _NEAR_PERIODS
        again = one.happening not in _COMES_AGAIN and _says_the_same_of_a_period(one, other)
        return _Pair(one, other, common, sure=False) if (most and near) or again else None
    days = one.moment.first, other.moment.first
    apart, slip = one.moment.gap(other.moment), one_slip_apart(*days)
    telling = slip and not (days[0].day == days[1].day == 1)  # many things happen on the first of a month
    if most and (telling or apart <= _NEAR):
        return _Pair(one, other, common, sure=whole and (telling or len(common) >= 3))
    one_name = len(common) == 1 and len(large) <= 2 and whole and _one_named(one, other)
    alike = (
        (len(common) >= 4 and whole and len(large) <= len(small) + 1 and one.happening not in _COMES_AGAIN)
        or ((slip or apart <= _NEAR) and _longest_run(one.words, other.words) >= _SAYS_THE_SAME)
        or (len(common) == len(large) == 1 and one.happening is Happening.FORCE and _of_two_years(*days))
        or (one_name and (telling or apart <= _VERY_NEAR))
    )
    return _Pair(one, other, common, sure=False) if alike else None


def _says_the_same_of_a_period(one: Event, other: Event) -> bool:
    """Whether one clause is the other word for word, but for the part of the year: primo, and ultimo."""
    small, large = (tuple(word.lower() for word in words) for words in sorted((one.words, other.words), key=len))
    same_year = one.moment.first.year == other.moment.first.year
    return same_year and len(small) >= _WORD_FOR_WORD and _longest_run(small, large) == len(small)


def _of_two_years(one: dt.date, other: dt.date) -> bool:
    """The same day of two years that follow each other: in January the old year is still in the hand."""
    return (one.month, one.day) == (other.month, other.day) and abs(one.year - other.year) == 1


def _longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words on end both clauses have alike."""
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def _one_named(one: Event, other: Event) -> bool:
    """Whether both clauses name the event by the same definite word: "temamødet", "høringsfristen"."""
    both = {word.lower() for word in one.words} & {word.lower() for word in other.words}
    return any(len(word) >= _SHORTEST_NAME_OF_AN_EVENT and word.endswith(_DEFINITE) for word in both)


def _flag(pair: _Pair) -> Flag:
    stated, computed = pair.one.moment.said, pair.other.moment.said
    return Flag(
        kind=FlagKind.DATE,
        rule="same-event",
        sentence=f"{LEAD_IN}Det samme ({_subject(pair)}) ser ud til at have to tidspunkter: {stated} og {computed}.",
        stated=stated,
        computed=computed,
        certainty=Certainty.LIKELY if pair.sure else Certainty.POSSIBLE,
        lines=sorted((pair.one.lines, pair.other.lines), key=lambda lines: lines.first),
    )


def _subject(pair: _Pair) -> str:
    """What both sentences are about, in the words of the first."""
    from_text = [word for word in pair.one.words if _is_of(word, pair.stems)]
    longest = sorted(dict.fromkeys(from_text), key=len, reverse=True)[:2]
    return ", ".join(f"»{word}«" for word in longest) or f"»{pair.one.text[:60]}«"


def _is_of(word: str, stems: frozenset[str]) -> bool:
    return any(akin(word.lower(), each) or word.lower().startswith(each) for each in stems)
