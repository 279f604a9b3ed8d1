"""A stretch of an item as a skeleton: every figure one character, so that what stands between figures can be read.

"36 af de 71 elever (51 pct.)" becomes "# af de # elever (%)", with other signs. How figures belong together is told by
the words between them alone, and words between two figures are few: reading them takes time with the length of the
text and no more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pejl.minutes.abbreviations import ABBREVIATED, LONGEST_ABBREVIATION
from pejl.minutes.checks.share.figures import Figure, Kind, as_percent, find_figures, is_mark
from pejl.minutes.document import Lines
from pejl.minutes.passages import Passage

_SIGNS = {
    Kind.COUNT: "\ue000",
    Kind.AMOUNT: "\ue001",
    Kind.PERCENT: "\ue002",
    Kind.POINTS: "\ue003",
    Kind.FRACTION: "\ue004",
}
END, BREAK = "\ue010", "\ue011"
"""The end of a sentence, and of a paragraph or list entry."""

ANY_SIGN = "\ue000-\ue01f"
_RESERVED = re.compile(f"[{ANY_SIGN}]")

_STOP = re.compile(r"[.!?][”\"'»)]{0,2}(\s)(?=[A-ZÆØÅ0-9”\"«»(\ue000-\ue004])")
_AFTER_UNIT = re.compile(r"[\ue001-\ue003](\s)(?=[A-ZÆØÅ\ue000-\ue004])")
_ABBREVIATED = re.compile(rf"(?:^|[\s(])(?:{ABBREVIATED}|[A-ZÆØÅ])\.\Z", re.IGNORECASE)

_IN_A_ROW = re.compile(r",\s")
_LAST_IN_A_ROW = re.compile(r",?\s(?:og|samt|eller|henholdsvis|hhv\.)\s|\s?/\s?")
_RATE_IS = re.compile(
    r"procent(?:en|er|erne)?(?:\s(?:for|i|på|hos|blandt)\s[^.;:()]{1,40})?\s(?:er|var|blev|bliver|udgør|udgjorde|ligger|"
    r"lå|på)(?:\s(?:dermed|således|nu|derfor|altså|så|hermed|herefter|samlet|igen|på|steget\stil|faldet\stil)){0,3}\s\Z|"
    r"procent(?:en|er|erne)?:?(?:\s(?:i|på|for|hos)\s[^.;:(),]{1,40}?\b[^\W\d_]{5,})?"
    r"(?:\s(?:dermed|således|derfor|altså|så|hermed|samlet|på|fra|mellem|henholdsvis|hhv\.)){0,3}\s\Z",
    re.IGNORECASE,
)
_ENDS_RATE = re.compile(
    rf"\Z|\s?[.,;)–]|\s(?:mod|i|for|og|på|hvilket|hvor|mens|samt|ud|målt|ligesom|efter|året|sidste)\s|[{END}{BREAK}]"
)
_GOES_ON = re.compile(
    r"\smod(?:\s[^\W\d_]+){0,3}\s|"
    r"(?:\s(?:i|for|på|hos)\s[^;:(),]{1,40}?)?,?\s(?:(?:og|samt|mens|til)\s)?(?:i\s(?:19|20)[0-9]{2}\s)?(?:(?:var|er)\sden\s)?"
)
_RATE_REACH = 120
_LOOKED_BACK = 12


@dataclass(frozen=True)
class Reading:
    """The passages of a stretch, one after the other, with their figures in order."""

    skeleton: str
    figures: list[Figure]
    places: list[int]
    starts: list[int]
    passages: list[Passage]

    @cached_property
    def gaps(self) -> list[str]:
        """What stands before the first figure, between each two, and after the last."""
        edges = [-1, *self.places, len(self.skeleton)]
        return [self.skeleton[edges[at] + 1 : edges[at + 1]] for at in range(len(edges) - 1)]

    def before(self, at: int) -> str:
        """What stands between figure `at` and the one before it."""
        return self.gaps[at]

    def after(self, at: int) -> str:
        """What stands between figure `at` and the next."""
        return self.gaps[at + 1]

    def sentence_before(self, at: int) -> str:
        """What stands before figure `at` in its own sentence, back to the figure before it."""
        return self.before(at).replace(BREAK, END).rpartition(END)[2]

    def clause_before(self, at: int) -> str:
        """The words of its sentence before figure `at`, back over two figures at the most."""
        words = self.sentence_before(at)
        for earlier in range(at, max(0, at - 2), -1):
            if END in self.before(earlier) or BREAK in self.before(earlier):
                break
            words = f"{self.sentence_before(earlier - 1)} {words}"
        return words

    def counts_before(self, at: int) -> Iterator[Figure]:
        """The counts that stand before figure `at` in its own sentence, and in the one before it in the paragraph."""
        ended = 0
        for place in range(at, max(0, at - _LOOKED_BACK), -1):
            ended += self.before(place).count(END)
            if ended > 1 or BREAK in self.before(place):
                return
            if self.figures[place - 1].kind is Kind.COUNT:
                yield self.figures[place - 1]

    def stops_between(self, first: int, last: int) -> int:
        """How many sentences and paragraphs end between two figures."""
        return sum(gap.count(END) + gap.count(BREAK) for gap in self.gaps[first + 1 : last + 1])

    def lines(self, figures: Iterable[int]) -> list[Lines]:
        """The lines of the passages that these figures stand in, each once, in order."""
        held = sorted({self.passage_of(at) for at in figures})
        return [self.passages[one].lines for one in held]

    def passage_of(self, at: int) -> int:
        """Which of the passages figure `at` stands in."""
        return bisect_right(self.starts, self.places[at]) - 1


def read_passages(passages: list[Passage]) -> Reading:
    """The passages as one reading. A passage never runs into the next."""
    parts: list[str] = []
    figures: list[Figure] = []
    places: list[int] = []
    starts: list[int] = []
    reached = 0
    for passage in passages:
        text = _RESERVED.sub(" ", passage.text)
        found = find_figures(text)
        starts.append(reached)
        last = 0
        for figure in found:
            parts += (text[last : figure.start], _SIGNS[figure.kind])
            reached += figure.start - last
            places.append(reached)
            reached += 1
            last = figure.end
        parts += (text[last:], BREAK)
        reached += len(text) - last + 1
        figures += found
    skeleton = _with_ends("".join(parts), figures, places)
    reading = Reading(skeleton, figures, places, starts, passages)
    return _without_marks(_with_percents_in_a_row(_with_bare_rates(reading)))


def _with_ends(skeleton: str, figures: list[Figure], places: list[int]) -> str:
    """The skeleton with a sign in place of the blank after each sentence."""
    ends = [
        stop.start(1)
        for stop in _STOP.finditer(skeleton)
        if not _ABBREVIATED.search(skeleton[max(0, stop.start(1) - LONGEST_ABBREVIATION) : stop.start() + 1])
    ]
    stopped = {place for place, figure in zip(places, figures, strict=True) if figure.text.endswith(".")}
    ends += [match.start(1) for match in _AFTER_UNIT.finditer(skeleton) if match.start() in stopped]
    characters = list(skeleton)
    for end in ends:
        characters[end] = END
    return "".join(characters)


def _with_bare_rates(reading: Reading) -> Reading:
    """Numbers that a word ending in -procent makes hundredths: "svarprocenten er 35 mod 33", "var svarprocenten 35"."""
    turned: list[int] = []
    for at, figure in enumerate(reading.figures):
        if figure.kind is not Kind.COUNT or figure.value > 100 or not _ENDS_RATE.match(reading.after(at)):
            continue
        goes_on = bool(turned) and turned[-1] == at - 1 and _GOES_ON.fullmatch(reading.before(at)[:_RATE_REACH])
        if goes_on or _RATE_IS.search(reading.before(at)[-_RATE_REACH:]):
            turned.append(at)
    return _turned(reading, turned)


def _with_percents_in_a_row(reading: Reading) -> Reading:
    """Numbers before a percentage in the same row: "88, 7 og 5 pct."."""
    turned: list[int] = []
    percents = False
    for at in range(len(reading.figures) - 1, -1, -1):
        kind, gap = reading.figures[at].kind, reading.after(at)
        joined = _LAST_IN_A_ROW.fullmatch(gap) or (bool(turned) and turned[-1] == at + 1 and _IN_A_ROW.fullmatch(gap))
        if kind is Kind.COUNT and percents and joined:
            turned.append(at)
        percents = kind is Kind.PERCENT or (bool(turned) and turned[-1] == at)
    return _turned(reading, turned)


def _without_marks(reading: Reading) -> Reading:
    """The reading without numbers that count nothing; a digit stands in their place."""
    marks = {at for at, figure in enumerate(reading.figures) if is_mark(reading.after(at), figure)}
    if not marks:
        return reading
    characters = list(reading.skeleton)
    for at in marks:
        characters[reading.places[at]] = "0"
    kept = [at for at in range(len(reading.figures)) if at not in marks]
    figures, places = [reading.figures[at] for at in kept], [reading.places[at] for at in kept]
    return Reading("".join(characters), figures, places, reading.starts, reading.passages)


def _turned(reading: Reading, turned: list[int]) -> Reading:
    if not turned:
        return reading
    figures, characters = list(reading.figures), list(reading.skeleton)
    for at in turned:
        figures[at] = as_percent(figures[at])
        characters[reading.places[at]] = _SIGNS[Kind.PERCENT]
    return Reading("".join(characters), figures, reading.places, reading.starts, reading.passages)
