"""What a decision's words mean: "Tiltrådt", "Anbefales", "Sagen blev trukket" as one of the outcomes.

Words are judged where they stand first in a statement, the longer phrase before the shorter. "besluttede at ..." and
"vedtog at ..." are judged by the verb that follows. Words that only describe ("orienterede") count when nothing else
does.
"""

from __future__ import annotations

import re

from pejl.minutes.document import Outcome

_INFINITIVES = [
    (Outcome.POSTPONED, r"ud(?:sætte|skyde)"),
    (Outcome.SENT_ON, r"(?:over|frem|videre|til)?sende|henvise"),
    (Outcome.RECOMMENDED, r"anbefale|indstille"),
    (Outcome.APPROVED, r"godkende"),
    (Outcome.NOTED, r"tage\b.{0,80}?til efterretning"),
    (Outcome.REJECTED, r"forkaste|afvise|ikke at"),
    (Outcome.WITHDRAWN, r"trække|tage\b.{0,40}?af dagsordenen"),
    (Outcome.DISCUSSED, r"drøfte"),
]

_STRONG = [
    (
        Outcome.WITHDRAWN,
        r"(?:blev|er|bliver|blevet)\s+(?:trukket|taget)\s+(?:tilbage|af\s+dagsordenen|fra\s+dagsordenen)|(?:sagen|punktet)\s+"
        r"(?:er|blev|bliver)?\s*trukket|^trukket\b|(?:tages|taget|tog|trækkes|trukket)\s+(?:sagen\s+|punktet\s+)?(?:af|fra)\s+"
        r"dagsordenen|\bud(?:gik|går|gået)\b|trækkes\s+tilbage|trukket\s+tilbage",
    ),
    (
        Outcome.POSTPONED,
        r"\bud(?:sat|sættes|satte|sætter|skydes|skudt|skød)\b|\bgen(?:optages|behandles)\b|"
        r"(?:sagen|punktet)\s+(?:blev\s+)?genoptage[ts]|overgår til næste møde",
    ),
    (
        Outcome.REJECTED,
        r"\bforkast(?:et|er|ede|es|edes)\b|\bafvis(?:t|er|es|te|tes)\b|\bikke\s+(?:godkendt|vedtaget|tiltrådt|imødekommet|anbefalet)\b|"
        r"\b(?:kunne|kan)\s+ikke\s+(?:godkende|tiltræde|anbefale|imødekomme|støtte)\w*|\bned(?:stemt|stemtes)\b|\bstemt\s+ned\b|"
        r"\bbortfald(?:t|er|et)\b|\bforslaget\s+faldt\b|\bfaldt\b(?=\.|$)|\bfaldet\b|\bafslag\b|\bafslået\b|\banbefales\s+ikke\b|"
        r"\banbefaler\s+ikke\b",
    ),
    (
        Outcome.RECOMMENDED,
        r"\banbefal(?:es|er|et|ede|edes|ing)\b|\bindstill(?:es|ede)\b(?!\s+af\s+forvaltningen)|\bindstillet\s+(?:til|godkendt)|"
        r"(?:udvalget|udvalg|rådet|bestyrelsen)\s+indstiller\b",
    ),
    (Outcome.ADOPTED, r"\btilbagesendes\b.{0,200}?\bhar\s+(?:vedtaget|tiltrådt)\b"),
    (Outcome.APPROVED, r"\btilbagesendes\b.{0,200}?\bhar\s+godkendt\b"),
    (
        Outcome.SENT_ON,
        r"\bfremsend(?:es|t|te)\b|\boversend(?:es|t|te)\b|\bvideresend(?:es|t|te)\b|\bhenvis(?:es|t|te)\b|\bsend(?:es|t|te)\s+"
        r"(?:videre\s+|sagen\s+)?(?:til|i\s+høring)|\boverdrag(?:es|et)\s+til|\btilbagesendes\s+til",
    ),
    (Outcome.NOTED, r"\btil\s+(?:orientering\s+og\s+)?efterretning\b|\befterretning\b"),
    (
        Outcome.ADOPTED,
        r"\btil?trådte?\b|\btilrådte?\b|\btiltræde[rs]\b|\btilslutte(?:de|r|t)\b|\bvedtag(?:et|es|ne)\b|"
        r"\bvedtog(?!\s+at\b|es)|\bbifald(?:t|et|es)\b|\bimødekomme[ts]\b|\bindstilling(?:en|erne)?\s+(?:blev\s+)?(?:følges|fulgt)\b|\bvalgt(?:e|es)?\b",
    ),
    (Outcome.APPROVED, r"\bgodkend(?:t|te|tes|es|er)\b"),
    (
        Outcome.FOR_INFORMATION,
        r"\b(?:til|som)\s+orientering\b|\borientering(?:en|erne)?\s+(?:blev\s+|er\s+)?(?:givet|afgivet|forelagt|fremlagt)|"
        r"\bblev\s+orienteret\b|\btil\s+udvalgets\s+orientering\b",
    ),
    (Outcome.DISCUSSED, r"\bdrøft(?:et|ede|edes|es)\b|\bdrøftelse[nr]?\s+(?:fandt\s+sted|blev\s+gennemført|afholdt)"),
]
_WEAK = [
    (Outcome.FOR_INFORMATION, r"\borienterede\b|\borientering\b|\bgav\s+en\s+status\b"),
    (Outcome.ADOPTED, r"\bbeslutte(?:de|t|s)\b|\bvedtog(?:es)?\b|\bbeslutning\w*\s+blev\s+truffet"),
]


def _compiled(table: list[tuple[Outcome, str]]) -> list[tuple[Outcome, re.Pattern[str]]]:
    return [(outcome, re.compile(pattern, re.IGNORECASE)) for outcome, pattern in table]


_STRONG_WORDS, _WEAK_WORDS = _compiled(_STRONG), _compiled(_WEAK)
_DECIDED_TO = re.compile(
    r"\b(?:beslutte(?:de|t|r)|vedtog|vedtaget|enig(?:e|t)?\s+om)\b[^.]{0,40}?\bat\s+(?P<rest>.{0,200})", re.IGNORECASE
)
_INFINITIVE_WORDS = [
    (outcome, re.compile(rf"^(?:\w+\s+){{0,3}}?(?:{verb})", re.IGNORECASE)) for outcome, verb in _INFINITIVES
]
_NO_DECISION = re.compile(r"^\s*(?:ingen(?: bemærkninger)?|intet|-|–)\s*\.?\s*$", re.IGNORECASE)
_RECIPIENT = re.compile(
    r"(?:fremsend|oversend|videresend|henvis|send|overdrag)\w*\s+(?:sagen\s+|punktet\s+|forslaget\s+|videre\s+)*til\s+"
    r"(?P<to>[A-ZÆØÅ][^.,;]*?)(?=\s+(?:til|med|for|som|jf)\b|[.,;]|$)"
)


def outcome_of(statement: str) -> Outcome | None:
    """The outcome that one statement of a decision expresses, or None where it expresses none.

    >>> outcome_of("Indstilles godkendt.")
    <Outcome.RECOMMENDED: 'recommended'>
    """
    if _NO_DECISION.match(statement):
        return None
    if decided := _DECIDED_TO.search(statement):
        for outcome, verb in _INFINITIVE_WORDS:
            if verb.match(decided["rest"]):
                return outcome
    return _first(statement, _STRONG_WORDS) or _first(statement, _WEAK_WORDS)


def recipient_of(statement: str) -> str | None:
    """Whom a case is sent on to ("Fremsendes til Socialudvalget til behandling"), or None."""
    found = _RECIPIENT.search(statement)
    return found["to"].strip() if found else None


def _first(statement: str, words: list[tuple[Outcome, re.Pattern[str]]]) -> Outcome | None:
    """The outcome whose phrase begins first; of phrases that begin together, the one listed first."""
    best: tuple[int, int, Outcome] | None = None
    for rank, (outcome, pattern) in enumerate(words):
        if (found := pattern.search(statement)) and (best is None or (found.start(), rank) < best[:2]):
            best = (found.start(), rank, outcome)
    return best[2] if best else None
