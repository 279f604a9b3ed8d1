"""An amount that a name bears, told twice: "puljen til frikort på 2,4 mio. kr." and "... på 2,6 mio. kr.".

Two mentions are one thing where they use the same noun of the same subject, or where both say "puljen" and say no more.
What is over or under a budget is many things in one case, so there the amounts must also be one slip of the hand apart.
Nothing is said where words set the mentions apart: years, what used to be, what was applied for, per head or per year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind, full_stop
from pejl.minutes.checks.sums.amounts import InText, Stated
from pejl.minutes.document import Lines
from pejl.minutes.stems import shared, subject_stems

RULE = "sum-named"

_FUND = "pulje|projektpulje|rammepulje|budgetpulje|statspulje"
_BALANCE = "merforbrug|mindreforbrug|merudgift|mindreudgift|besparelse|medfinansiering|udgiftsreduktion"
_BORN = re.compile(
    rf"\b(?P<noun>{_FUND}|{_BALANCE})(?P<ending>n|en|et)?(?P<of>(?:\s[^\W\d_]+){{0,7}}?)\s(?:på|er|udgør|blev|var)\s"
    r"(?:på\s)?(?:i\salt\s|samlet\s)?\Z",
    re.IGNORECASE,
)
_FUNDS = frozenset(_FUND.split("|"))
_OF = re.compile(r"\s(?:til|vedrørende|for|i\sforhold\stil)\s(?:[^\W\d_]+(?:\s|\b)){1,6}", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:tidligere|oprindelig\w*|sidste|forrige|ansøg\w*|søgt|søgte|allerede|resterende|øvrige|anden|andet|mod|pr\.|"
    r"årlig\w*|om\såret|hver|stigende|faldende|yderligere|ny|nye|ikke)\b",
    re.IGNORECASE,
)
_FUNDS_TOLD = re.compile(
    r"\b[^\W\d_]{0,40}puljer(?:ne|nes|s)?\b|\b(?:anden|andre|begge)\s[^\W\d_]{0,40}pulje", re.IGNORECASE
)
_PART = re.compile(r"\b(?:[^\W\d_]*del|rest\w*)\s(?:af|i)\s(?:den\s)?\Z", re.IGNORECASE)
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_REACH = 90
_MOST = 40
_NEAR = 0.3


@dataclass(frozen=True, slots=True)
class _Mention:
    """An amount with the noun that bears it and what the words beside it say it is for."""

    text: InText
    noun: str
    definite: bool
    stems: frozenset[str]
    years: frozenset[str]
    against: bool


def named(found: Stated) -> Iterator[Flag]:
    """Flags of named amounts that the item tells in two ways."""
    mentions = [mention for text in found.texts if (mention := _mention(text))][:_MOST]
    several = _speaks_of_several(found)
    for one, other in combinations(mentions, 2):
        if several and not (one.stems or other.stems):
            continue
        if one.noun == other.noun and _is_one(one, other) and not _agree(one, other):
            yield _flag(one, other)


def _speaks_of_several(found: Stated) -> bool:
    """Whether the item is about more than one fund: "puljen" is then the one last named, each time another."""
    told = [found.item.title or "", *(text for each in found.read for text in (each.passage.heading or "", each.text))]
    return any(_FUNDS_TOLD.search(text) for text in told)


def _mention(text: InText) -> _Mention | None:
    before, after = text.told.before(text.at)[-_REACH:], text.told.after(text.at)[:_REACH]
    born = _BORN.search(before)
    if (
        born is None
        or text.figure.blurred
        or _PART.search(before[: born.start()])
        or _APART.search(text.told.sentence_around(text.at))
    ):
        return None
    purpose = _OF.match(after)
    words = f"{born['of']} {purpose.group() if purpose else ''}"
    years = frozenset(_YEAR.findall(text.told.sentence_around(text.at)))
    noun = born["noun"].casefold()
    return _Mention(text, noun, bool(born["ending"]), subject_stems(words), years, "i forhold" in words)


def _is_one(one: _Mention, other: _Mention) -> bool:
    """Whether both mentions are of one thing."""
    if (one.years and other.years and one.years != other.years) or one.against != other.against:
        return False
    if one.text.told is other.text.told and one.text.told.sentence(one.text.at) == other.text.told.sentence(
        other.text.at
    ):
        return False  # what one sentence names twice, it sets side by side
    slip = _slip(one.text.figure.text, other.text.figure.text)
    if not one.stems and not other.stems:
        return one.noun in _FUNDS and one.definite and other.definite
    few, many = sorted((one.stems, other.stems), key=len)
    same = bool(few) and len(shared(few, many)) >= len(few)
    return same and (slip or (one.noun in _FUNDS and _near(one, other)))


def _near(one: _Mention, other: _Mention) -> bool:
    small, large = sorted((one.text.figure.value, other.text.figure.value))
    return float(large - small) <= _NEAR * float(large)


def _slip(one: str, other: str) -> bool:
    """Whether one digit differs, or two neighbours have changed places, in figures of one length."""
    first, second = ("".join(sign for sign in text if sign.isdigit() or sign in ",.") for text in (one, other))
    if len(first) != len(second):
        return False
    odd = [at for at, (mine, its) in enumerate(zip(first, second, strict=True)) if mine != its]
    if len(odd) == 1:
        return True
    if len(odd) != 2 or first[odd[0] + 1 : odd[1]] not in ("", ",", "."):
        return False
    return (first[odd[0]], first[odd[1]]) == (second[odd[1]], second[odd[0]])


def _agree(one: _Mention, other: _Mention) -> bool:
    first, second = one.text.figure, other.text.figure
    return abs(first.value - second.value) <= max(first.step, second.step) / 2


def _flag(one: _Mention, other: _Mention) -> Flag:
    first, second = one.text.figure.text, other.text.figure.text
    lines = {(each.text.lines.first, each.text.lines.last) for each in (one, other)}
    return Flag(
        kind=FlagKind.SUM,
        rule=RULE,
        sentence=full_stop(f"{LEAD_IN}Beløbet ser ud til at være det samme ({one.noun}), men er {first} og {second}"),
        stated=first,
        computed=second,
        certainty=Certainty.POSSIBLE,
        lines=[Lines(first=first_line, last=last_line) for first_line, last_line in sorted(lines)],
    )
