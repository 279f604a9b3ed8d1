"""How well an item keeps a promise, with the reasons in words.

Each pair of a promise and an item is judged by itself, by nothing but the two: so it is of no consequence which of them
came first, or what else the record holds. Points are added up for the day, the body, the case, a pointer back, the kind
of thing and the subject. A strong match has evidence of the subject besides its day: a proposal that a person can
confirm. A weak one is only a suggestion.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pejl.calendar.numbers import danish_count
from pejl.minutes.promises.promise import PromiseKind
from pejl.minutes.stems import shared
from pejl.record.promises.gist import HEAD, Gist
from pejl.record.promises.wish import Wish

STRONG = 60
WEAK = 40

_NEAR = {
    "status": {"status", "report", "account"},
    "evaluation": {"evaluation", "report"},
    "account": {"account", "report", "status"},
    "report": {"report", "account"},
    "information": {"information", "status", "account"},
    "theme_meeting": {"theme_meeting"},
    "proposal": {"proposal", "decision"},
    "decision": {"decision", "proposal"},
    "other": set[str](),
}
_WORDS = {
    "status": "en status",
    "evaluation": "en evaluering",
    "account": "en redegørelse eller opsamling",
    "theme_meeting": "et temamøde",
    "decision": "en beslutningssag",
    "report": "en rapport",
    "information": "en orientering",
    "proposal": "et forslag",
}


_SUMMARY = "sagen"
_PLACES = (("titlen", 22, 10, 42), ("bilagene", 12, 6, 24), ("indstillingen", 12, 6, 24), (_SUMMARY, 6, 4, 14))
"""Where words are looked for, as `Gist.places` has it: points for the first found there, for each further, at most."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well an item keeps a promise: points, the reasons in Danish, and whether that is enough to propose it."""

    score: int
    strong: bool
    reasons: tuple[str, ...]


class _Tally:
    """Points with their reasons, and what they show: `subject`, that both are about one thing; `kind`, that the item is
    the kind of thing promised; `in_time`, that it came when it was to come; `back`, that it points back at the promise;
    and that both are of one case, or have nearly the same words.
    """

    def __init__(self) -> None:
        self.points = 0
        self.reasons: list[str] = []
        self.subject = self.kind = self.in_time = self.back = self.same_case = self.same_words = False

    @property
    def continues(self) -> bool:
        """Whether the item is the thing promised, in the same case, and points back at where it was promised."""
        return self.kind and self.back and self.same_case

    def add(self, points: int, reason: str) -> None:
        """Add points for a reason."""
        self.points += points
        self.reasons.append(reason)


def match(wish: Wish, first: dt.date | None, last: dt.date | None, gist: Gist, body: str, day: dt.date) -> Match | None:
    """How well an item of `body` (a key) on `day` keeps a promise for the days from `first` to `last`; None for not."""
    if not _may_match(wish, first, gist, day):
        return None
    tally = _Tally()
    _judge_day(tally, wish, first, last, day)
    tally.add(12, "Samme udvalg som løftet") if body in wish.bodies else tally.add(6, "Et udvalg for samme område")
    _judge_case(tally, wish, gist)
    _judge_kind(tally, wish, gist)
    _judge_subject(tally, wish, gist)
    hinted = tally.subject or tally.continues or (wish.exact and tally.in_time and tally.kind)
    if tally.points < WEAK or not hinted:
        return None
    if not gist.treated:
        tally.reasons.append("Men punktet blev trukket eller udsat")
    elif not gist.held:
        tally.reasons.append("Men der er kun en dagsorden endnu, intet referat")
    strong = tally.points >= STRONG and _is_enough(tally, wish, gist) and gist.treated and gist.held and wish.stands
    return Match(tally.points, strong, tuple(tally.reasons))


def _may_match(wish: Wish, first: dt.date | None, gist: Gist, day: dt.date) -> bool:
    """A quick look that lets nothing through unless the two share the edge of a word, a case, a pointer or the day."""
    return (
        not wish.edges.isdisjoint(gist.edges)
        or wish.made_in in gist.points
        or (wish.exact and day == first)
        or (wish.returns and wish.case == gist.case)
        or _same_words(wish, gist)
    )


def _is_enough(tally: _Tally, wish: Wish, gist: Gist) -> bool:
    """Whether what speaks for the match is of the right sort: enough points for the day and the body are not.

    A day that was promised is kept on that day, or by an item of that kind. A theme meeting is kept by one. Where the
    promise names no subject itself, words around it are too little without the kind, the case or a pointer back.
    """
    if wish.kind == PromiseKind.THEME_MEETING:
        return tally.in_time and wish.kind in {*gist.kinds_in_title, *gist.kinds_in_summary}
    if wish.exact and not tally.in_time and not tally.kind:
        return False
    if not tally.subject:
        return tally.continues
    return bool(wish.own) or tally.kind or tally.back or tally.same_case or tally.same_words


def _judge_day(tally: _Tally, wish: Wish, first: dt.date | None, last: dt.date | None, day: dt.date) -> None:
    if last is None:
        tally.in_time = first is None or day >= first
        tally.add(*((8, "Løftet har ingen frist") if first is None else (14, "Løftet gælder fra en dag og ud i tiden")))
    elif (first is None or first <= day) and day <= last:
        tally.in_time = True
        tally.add(*((30, "Mødet er på den lovede dag") if wish.exact else (20, "Mødet ligger i den lovede periode")))
    elif day > last:
        tally.add(8, f"Mødet er {_days(day - last)} efter fristen")
    elif first is not None:
        tally.add(6, f"Mødet er {_days(first - day)} før perioden")


def _days(length: dt.timedelta) -> str:
    return danish_count(length.days, "dag", "dage")


def _judge_case(tally: _Tally, wish: Wish, gist: Gist) -> None:
    if wish.made_in in gist.points:
        tally.add(22, "Henviser til punktet, hvor løftet blev givet")
        tally.back = True
    if wish.case and wish.case == gist.case and gist.title:
        tally.add(18, "Samme sagsnummer")
        tally.same_case = True
        tally.subject = wish.returns


def _judge_kind(tally: _Tally, wish: Wish, gist: Gist) -> None:
    """Whether the item is the kind of thing that was promised."""
    near = _NEAR[wish.kind]
    said = _WORDS.get(wish.kind, "")
    if wish.kind in gist.kinds_in_title:
        tally.add(14, f"Titlen siger {said}")
        tally.kind = True
    elif wish.kind in gist.kinds_in_attachments:
        tally.add(12, f"Et bilag siger {said}")
        tally.kind = True
    elif near & {*gist.kinds_in_title, *gist.kinds_in_attachments}:
        tally.add(8, f"Titel eller bilag siger noget, der svarer til {said}")
    elif wish.kind in gist.kinds_in_summary:
        tally.add(5, f"Sagen siger {said}")
    if wish.kind in {PromiseKind.DECISION, PromiseKind.PROPOSAL} and gist.decided:
        tally.add(10, "Udvalget tog stilling")


def _judge_subject(tally: _Tally, wish: Wish, gist: Gist) -> None:
    """What both are about. Of a promise that names no subject ("en ny status") the words around it tell it."""
    if _same_words(wish, gist):
        tally.add(24, "Titel eller bilag har næsten samme ord som løftet")
        tally.subject = tally.same_words = True
    own, around = wish.own_stems, wish.around_stems
    if own and (found := shared(around, gist.places[0])):
        tally.add(min(16, 8 * len(found)), f"Om samme emne som punktet med løftet: {_listed(wish, found)}")
    points, named, seen = 0, list[str](), set[str]()
    for stems, (name, one, more, most) in zip(gist.places, _PLACES, strict=True):
        found = (_kin(own or around, stems) if name != _SUMMARY else (own or around) & stems) - seen
        if found:
            points += min(most, one + more * (len(found) - 1))
            named.append(f"{name}: {_listed(wish, found)}")
            seen |= found
            tally.subject = tally.subject or name != _SUMMARY
    if points:
        tally.add(min(46 if own else 36, points), f"Samme ord i {' og '.join(named)}")


def _kin(own: frozenset[str], stems: frozenset[str]) -> frozenset[str]:
    """Those of `own` that are, begin, or are begun by one of `stems`: "navn" and "navngivning" are kin too."""
    begun = frozenset(
        a for a in own if any((b.startswith(a) or a.startswith(b)) and min(len(a), len(b)) >= HEAD for b in stems)
    )
    return shared(own, stems) | begun


def _same_words(wish: Wish, gist: Gist) -> bool:
    phrase = wish.phrase_stems
    return len(phrase) >= 2 and any(phrase <= line for line in gist.line_stems)


def _listed(wish: Wish, found: frozenset[str]) -> str:
    return ", ".join(wish.words.get(each, each) for each in sorted(found)[:4])
