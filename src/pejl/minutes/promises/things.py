"""The things that are promised: nouns such as "status", "evaluering", "forslag", and the phrase around each.

A noun counts where it is the head of its phrase: "en status på handleplanen" promises a status, not a plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.minutes.promises.promise import PromiseKind

_START = r"(?<![^\W_])"
_STEM = r"(?:[^\W\d_][\w-]{0,40})?"
_NOUNS = {
    PromiseKind.THEME_MEETING: r"tema(?:møder?|mødet|drøftelser?|drøftelsen|drøftelserne|dage?|dagen|debat|debatten)",
    PromiseKind.DECISION: r"beslutnings(?:sag|sager|sagen|oplæg|oplægget)|godkendelsessag(?:en)?|bevillingssag(?:en)?",
    PromiseKind.INFORMATION: rf"{_STEM}orientering(?:en|er|ssag|ssagen)?|besked|{_STEM}information(?:en)?"
    rf"|{_STEM}notat(?:et)?|præsentation(?:en)?",
    PromiseKind.STATUS: rf"{_STEM}status(?:sag|sagen|notat|notatet|rapport|rapporten|orientering|opdatering|en)?"
    rf"|{_STEM}opfølgning(?:en|er|erne)?|nøgletal(?:lene)?|måltal(?:lene)?",
    PromiseKind.EVALUATION: rf"{_STEM}evaluering(?:en|er|erne|srapport|srapporten)?",
    PromiseKind.ACCOUNT: rf"{_STEM}redegørelser?|{_STEM}redegørelsen|{_STEM}afrapportering(?:en|er)?"
    rf"|tilbagemelding(?:en|er)?|{_STEM}opsamling(?:en)?|{_STEM}opgørelser?|{_STEM}opgørelsen|{_STEM}oversigt(?:en|er)?"
    r"|regnskab(?:et)?|svar(?:et)?|besvarelsen?|erfaringer(?:ne)?|resultat(?:et|er|erne)?",
    PromiseKind.REPORT: rf"{_STEM}rapport(?:en|er|erne)?|{_STEM}beretning(?:en|er)?|{_STEM}analyser?|{_STEM}analysen"
    rf"|{_STEM}undersøgelser?|{_STEM}undersøgelsen|kortlægning(?:en)?|{_STEM}statistik(?:ken)?|måling(?:en|er)?",
    PromiseKind.PROPOSAL: rf"{_STEM}forslag(?:et|ene)?|{_STEM}udkast(?:et)?|{_STEM}oplæg(?:get)?"
    rf"|{_STEM}plan(?:en|er|erne)?|{_STEM}strategi(?:en)?|{_STEM}politik(?:ken)?|{_STEM}model(?:len|ler)?|bud(?:det)?"
    r"|årshjul(?:et)?|budgetbidrag(?:et)?"
    r"|anbefaling(?:er|erne)?|kvalitetsstandard(?:en|er|erne)?|tillægsbevilling(?:en|er)?|indstilling(?:en)?",
    PromiseKind.OTHER: r"sag(?:en|er|erne)?",
}
_NOUN = re.compile(
    _START + "(?:" + "|".join(f"(?P<{kind.value}>{words})" for kind, words in _NOUNS.items()) + r")(?![\w-])",
    re.IGNORECASE,
)
_OF_EACH_NOUN = """
tema beslutning godkendelse bevilling orientering besked information notat præsentation status opfølgning nøgletal
måltal evaluering redegørelse afrapportering tilbagemelding opsamling opgørelse oversigt regnskab svar erfaring resultat
rapport beretning analyse undersøgelse kortlægning statistik måling forslag udkast oplæg plan strategi politik
model bud årshjul anbefaling kvalitetsstandard indstilling sag
"""
_PARTS = tuple(_OF_EACH_NOUN.split())
_ANY_WORD = re.compile(r"(?<![^\W_])[^\W\d_]")
_AFTER_HYPHEN = re.compile(r"(?<=[-_])[^\W\d_]")
_DEFINITE = re.compile(r"(?:en|et|ene|erne|lene|derne)\Z", re.IGNORECASE)
_INDEFINITE_ALL_THE_SAME = re.compile(
    r"(?:besked|information|orientering|evaluering|opfølgning|opsamling|beretning|kortlægning|afrapportering|tilbagemelding"
    r"|måling|anbefaling|tillægsbevilling|indstilling|statistik|præsentation)\Z",
    re.IGNORECASE,
)
_MODIFIERS = re.compile(
    r"(?:(?<![^\W_])(?:en|et|den|det|de|to|tre|fire|ny|nye|nyt|sin|sit|kort|eventuel|eventuelle|evt\.|særskilt|samlet|næste|første"
    r"|sidste|anden|andet|denne|dette|nogle|flere|[^\W\d_]{2,25}(?:e|t|ig|lig|sk|el|s)|[0-9]{1,2})\s+){0,5}\Z",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"([^\W_]+)\s+")
_OTHER_WORDS = """
gøres mens dels ellers også samt idet ligeledes hvilket forvaltningens igen først derefter herefter tages træffes
forelægges fremlægges præsenteres gives anbefales modtages indgår hvorefter får forelægger fremlægger vil skal
forelagt fremlagt derudover desuden endvidere ligesom
"""
_NO_ADJECTIVES = frozenset(_OTHER_WORDS.split())
_ARTICLE = re.compile(
    r"(?<![^\W_])(?:en|et|den|det|de|to|tre|fire|næste|første|nye|ny|nyt|samlet|årlig|årligt|sin|sit|revisionens"
    r"|udvalgets|kommunens)\s",
    re.IGNORECASE,
)
_ARTICLE_ANEW = re.compile(r"(?<=\s)(?:en|et)\s", re.IGNORECASE)
_PREPOSITION_BEFORE = re.compile(
    r"(?<![^\W_])(?:på|til|af|om|for|i|fra|ved|over|vedr\.?|vedrørende|under|mod|efter|inden|med|uden|som|hos|omkring"
    r"|gennem|via|angående)\s+\Z",
    re.IGNORECASE,
)
_AND_BEFORE = re.compile(r"(?:(?<![^\W_])(?:og|samt|eller)|,)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing at the characters from `start` (article and adjectives included) to `end` (the noun's own end).

    `noun` is where the noun begins. `after` is the preposition that its phrase follows, in small letters and empty
    where it follows none: behind most of them it belongs to another thing. `joined` tells that an "og" links it to
    something before. `definite`: "forslaget", "den samlede evaluering". `adjectives` are its article and adjectives.
    """

    kind: PromiseKind
    start: int
    noun: int
    end: int
    word: str
    after: str
    joined: bool
    definite: bool
    adjectives: str

    @property
    def head(self) -> bool:
        """Whether it is a thing by itself, not what another thing is about."""
        return not self.after


def find_things(text: str) -> list[Thing]:
    """All nouns in `text`, a part of a sentence, that name a thing somebody may promise, in their order."""
    found, reached = [], 0
    for start in _starts(text):
        if start >= reached and (match := _NOUN.match(text, start)):
            found.append(_thing(text, match))
            reached = match.end()
    return found


def _starts(text: str) -> list[int]:
    """Where words begin that may be such a noun: those with a part that every form of one has. Looking for parts first
    is far quicker than asking of each word whether it is one of so many.
    """
    folded = text.casefold()
    if len(folded) != len(text):
        return [match.start() for match in _ANY_WORD.finditer(text)]
    starts = set()
    for part in _PARTS:
        place = folded.find(part)
        while place >= 0:
            begun = place
            while begun and (folded[begun - 1].isalnum() or folded[begun - 1] in "-_"):
                begun -= 1
            starts.add(begun)
            starts.update(match.start() for match in _AFTER_HYPHEN.finditer(text, begun, place + 1))
            place = folded.find(part, place + len(part))
    return sorted(starts)


def _thing(text: str, match: re.Match[str]) -> Thing:
    offset = max(0, match.start() - 120)
    before = text[offset : match.start()]
    modifiers = _MODIFIERS.search(before)
    begun = modifiers.start() if modifiers else len(before)
    if article := _article(before[begun:]):
        begun += article
    while (first := _FIRST_WORD.match(before, begun)) and first[1].casefold() in _NO_ADJECTIVES:
        begun = first.end()
    preposition = _PREPOSITION_BEFORE.search(before[:begun])
    kind = PromiseKind(str(match.lastgroup))
    word = match.group()
    adjectives = before[begun:]
    return Thing(
        kind=kind,
        start=offset + begun,
        noun=match.start(),
        end=match.end(),
        word=word,
        after=preposition.group().strip().casefold() if preposition else "",
        joined=bool(_AND_BEFORE.search(before[:begun])),
        definite=_is_definite(word) or adjectives.casefold().startswith(("den ", "det ", "de ")),
        adjectives=adjectives.strip(),
    )


def _article(text: str) -> int:
    """Where the first article begins: what stands before it belongs to something else. 0 where there is none. An "en"
    or "et" further on begins the phrase anew: "(på) det kommende møde en status".
    """
    anew = [match.start() for match in _ARTICLE_ANEW.finditer(text)]
    match = _ARTICLE.search(text)
    return anew[-1] if anew else match.start() if match else 0


def _is_definite(word: str) -> bool:
    return bool(_DEFINITE.search(word)) and not _INDEFINITE_ALL_THE_SAME.search(word)
