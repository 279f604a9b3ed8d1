"""What a count or a percentage counts, in the words beside it: "21 er kommet i job", "144 stadfæstet", "Ændret: 12".

What becomes of a complaint is said in many words and reckoned in one way: what is changed, repealed or sent back is
reversed ("omgjort"), and the rate of reversal is their share of all that was decided. That is how the appeals board
itself reckons it; cases it dismissed are no part of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pejl.minutes.checks.share import words
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.reading import BREAK, END, Reading
from pejl.minutes.stems import stem

KEPT, CHANGED, RETURNED, REVERSED, DISMISSED = "kept", "changed", "returned", "reversed", "dismissed"
REVERSALS = frozenset({CHANGED, RETURNED, REVERSED})

_OUTCOMES = (
    (KEPT, re.compile(r"\b(?:stadfæst\w*|kommunen\sfik\smedhold|fik\skommunen\smedhold|medhold\stil\skommunen)", re.I)),
    (REVERSED, re.compile(r"\b(?:omgjort\w*|omgør\w*)|\b(?:borgeren|klageren)\s(?:fik|har\sfået)\smedhold", re.I)),
    (CHANGED, re.compile(r"\b(?:ændre(?:t|de|r|s)?|ændring(?:er)?|ophæv\w*)\b", re.I)),
    (RETURNED, re.compile(r"\b(?:hjemvis\w*|hjemsend\w*|sendt\stilbage|sendt\sretur|tilbagesendt\w*)", re.I)),
    (DISMISSED, re.compile(r"\b(?:afvis(?:t|te|ning|ninger)|henvist|bortfald\w*|trukket\stilbage|henlagt\w*)\b", re.I)),
)
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_LONGEST = 90
_NO_SUBJECT = """
alle andre anden blandt blev blevet bliver både dem der deres det disse efter eller end endnu enten fik for fortsat
fra får fået gennem ganske godt har havde henholdsvis heraf hvor hver hvilket hvoraf ikke inden kan kom kommer
kommet kunne lige med mens mere mest mindre mod nu når også om over pct procent samlet samt selv siden skal
skulle som samtidig svarende svarer svarede sådan således til udgør udgjorde uden under var ved vil ville være været
andel andelen andele antal antallet borger borgere borgerne deltager deltagere deltagerne personer sag sager sagerne
afgørelse afgørelser afgørelserne elev elever eleverne unge ledige ialt alt dermed derfor dvs altså
"""
_EMPTY = frozenset(stem(word) for word in _NO_SUBJECT.split())

Labels = frozenset[str]


def outcomes(text: str) -> Labels:
    """What became of complaints, as far as the words tell."""
    return frozenset(name for name, pattern in _OUTCOMES if pattern.search(text))


def subjects(text: str) -> Labels:
    """The stems of the words that tell one group from another."""
    return frozenset(stem(word.casefold()) for word in _CONTENT.findall(text)) - _EMPTY


def labels(reading: Reading, kind: Kind, read: Callable[[str], Labels]) -> dict[int, Labels]:
    """The labels of each figure of a kind, read from the words after it or before it, whichever its sentence does.

    "144 stadfæstet, 12 ændret" has its words after the figures, "stadfæstede 144, ændrede 12" before them.
    """
    told: dict[int, Labels] = {}
    for all_of_kind in _sentences(reading, kind):
        sentence = [at for at in all_of_kind if not _is_whole(reading, at) and not is_reckoned(reading, at)]
        after = {at: read(words_after(reading, at, kind)) for at in sentence}
        before = {at: read(_words_before(reading, at, kind)) for at in sentence}
        told |= before if _count(before) > _count(after) else after
    return {at: found for at, found in told.items() if found}


def _count(found: dict[int, Labels]) -> int:
    return sum(1 for each in found.values() if each)


def _is_whole(reading: Reading, at: int) -> bool:
    """Whether the figure is the whole that the one before it is a part of: the 164 of "20 af 164"."""
    same = at > 0 and reading.figures[at - 1].kind is reading.figures[at].kind
    return same and words.is_part_of(reading.before(at))


def another_count_between(reading: Reading, first: int, last: int) -> bool:
    """Whether a count stands between two figures that what follows may be of."""
    between = range(first + 1, last)
    counts = (at for at in between if reading.figures[at].kind is Kind.COUNT)
    return any(not is_reckoned(reading, at) and not _is_whole(reading, at) for at in counts)


def is_reckoned(reading: Reading, at: int) -> bool:
    """Whether the figure stands in a piece of arithmetic: "(19 + 5)/129"."""
    return bool(re.match(r"\s?\+|\s?\)?\s?[/:]", reading.after(at)) or re.search(r"\+\s?\Z", reading.before(at)))


def _sentences(reading: Reading, kind: Kind) -> list[list[int]]:
    """The figures of a kind, sentence by sentence and entry by entry."""
    sentences: list[list[int]] = [[]]
    for at, figure in enumerate(reading.figures):
        if END in reading.before(at) or BREAK in reading.before(at):
            sentences.append([])
        if figure.kind is kind:
            sentences[-1].append(at)
    return [sentence for sentence in sentences if sentence]


def words_after(reading: Reading, at: int, kind: Kind) -> str:
    """The words up to the next figure of the kind or the end of the sentence; figures of other kinds left out."""
    parts = []
    for following in range(at, min(at + 3, len(reading.figures))):
        if following > at and reading.figures[following].kind is kind and not _is_whole(reading, following):
            break
        gap = reading.after(following)
        parts.append(_until_stop(gap))
        if len(parts[-1]) < len(gap):
            break
    return " ".join(parts)[:_LONGEST]


def _words_before(reading: Reading, at: int, kind: Kind) -> str:
    parts: list[str] = []
    for earlier in range(at, max(-1, at - 4), -1):
        gap = reading.before(earlier)
        parts.insert(0, re.split(f"[{END}{BREAK}]", gap)[-1])
        if len(parts[0]) < len(gap) or (earlier and reading.figures[earlier - 1].kind is kind):
            break
    return " ".join(parts)[-_LONGEST:]


def _until_stop(gap: str) -> str:
    return re.split(f"[{END}{BREAK}]", gap, maxsplit=1)[0]
