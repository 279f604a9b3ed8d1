"""What the words around a figure speak of: a change, another year or place, those asked, what a percentage is of."""

from __future__ import annotations

import re

from pejl.minutes.checks.share.reading import BREAK, END
from pejl.minutes.stems import stem

_CHANGE = re.compile(
    r"\b(?:stigning\w*|fald|faldet|vækst\w*|reduktion\w*|forøgelse\w*|nedgang\w*|fremgang\w*|tilbagegang\w*|øgning\w*|"
    r"besparelse\w*|forbedring\w*|forskel\w*|merforbrug|mindreforbrug|overskridelse\w*|nedbringelse\w*|ændring\w*|"
    r"steget|stiger|steg|falder|faldt|øges|øget|reduceret|reduceres|mere|mindre|flere|færre)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\A(?:\s(?:fra|til))?\s(?:point\s)?(?:flere|færre|mere|mindre|højere|lavere|større|over|under|bedre|dårligere|dyrere|"
    r"billigere|hurtigere|længere|kortere|point)\b",
    re.IGNORECASE,
)
_OTHER_CASE = re.compile(
    r"\b(?:mod|kontra|sammenlign\w*|året\sfør|sidste\sår|forrige|tidligere|landsplan|land\w*gennemsnit\w*|hele\slandet|"
    r"gennemsnit\w*|måltal\w*|målet|tilsvarende|ministermål\w*|året\sforinden|naboko\w+|øvrige\skommuner)\b",
    re.IGNORECASE,
)
_OWN_RATE = re.compile(
    r"\b\w*(?:refusion|medfinansiering|egenbetaling|fremskriv|indekser|deltid|normering|stilling|beskæftigelsesgrad|"
    r"arbejdstid|fravær)\w*|\b(?:sats\w*|rente\w*|moms\w*|skat\w*|takst\w*|p/l|nedsat\stid)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:hele\s(?:[^\W\d_]+\s)?kommune\w*|kommunen\s(?:samlet|som\shelhed)|alle\s\w*områder|øvrige|andre|uden|"
    r"fraregne\w*|fratrukket|ekskl\w*|bortset\sfra)\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:forvent\w*|venter|ventes|skønne\w*|anslå\w*|måltal\w*|målet|skal|planlagt|planlægge\w*|budgetter\w*|forudsat|forudsætte\w*)\b",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"\b(?:kvartal\w*|halvår\w*|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SAME_BASE = re.compile(
    r"(?:dem|disse|alle|samtlige|totalen|gruppen|målgruppen|stikprøven|helheden|"
    r"(?:de\s)?(?:adspurgte|inviterede|udsendte|udtrukne|indkomne|deltagende)(?:\s[^\W\d_]+)?|respondenterne)",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\b(?:i|på|fra|med|under|over|mellem|som|der|uden|blandt|inden|landets|kommunens|hele)\b", re.IGNORECASE
)
_NAMED = re.compile(r"[^\W\d_]{3,}")
_BASE = re.compile(rf"\A\s(?:ud\s)?af\s(?P<base>[^()\[\]{END}{BREAK},;:.]{{1,90}})", re.IGNORECASE)
_INVITED = re.compile(
    r"\b(?:inviter\w+|adspurgt\w*|udsend\w*|udsendt\w*|sendt|sendte|spurgt|tilsendt|stikprøve\w*|udtrukket|målgruppe\w*|"
    r"modtog\w*|modtaget|fordelt)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:svar|svarede|svaret|besvar\w+|besvarelse\w*|deltog|deltaget|respon\w+|returner\w+)\b", re.IGNORECASE
)


def compares(after: str) -> bool:
    """Whether a percentage is a distance to something else: "38 pct. flere"."""
    return bool(_COMPARES.match(after))


def speaks_of_change(words: str) -> bool:
    """Whether the words are about a rise or a fall."""
    return bool(_CHANGE.search(words))


def speaks_of_other_case(words: str) -> bool:
    """Whether the words lead over to another year, place or aim than the one spoken of."""
    return bool(_OTHER_CASE.search(words))


def speaks_of_own_rate(words: str) -> bool:
    """Whether the words are about something that has a rate of its own: refunds, tax, part-time work, absence."""
    return bool(_OWN_RATE.search(words))


def speaks_of_all(words: str) -> bool:
    """Whether the words are about the whole municipality or other fields, where a list or table may be of one field."""
    return bool(_ALL.search(words))


def speaks_of_expectation(words: str) -> bool:
    """Whether the words are about what is planned or hoped for, where counts are reckoned from percentages."""
    return bool(_EXPECTED.search(words))


def speaks_of_part_of_year(words: str) -> bool:
    """Whether the words are about a quarter, a month or the like, where a list may be of the whole year."""
    return bool(_PART_OF_YEAR.search(words))


def years(words: str) -> frozenset[str]:
    """The years that the words name."""
    return frozenset(_YEAR.findall(words))


def base_of(after: str) -> str:
    """What a percentage says it is of, in words: "af alle unge i kommunen"; empty where it says nothing."""
    match = _BASE.match(after)
    return match["base"] if match else ""


def is_same_base(base: str, whole: str) -> bool:
    """Whether "af eleverne" may be the whole that was named in the words `whole` ("elever på STU").

    A base that says more of itself ("af alle unge i kommunen") is taken for another whole.
    """
    if not base or _SAME_BASE.fullmatch(base.strip()):
        return True
    if _WIDER.search(base):
        return False
    named = {stem(word.casefold()) for word in _NAMED.findall(whole)[:6]}
    return any(stem(word.casefold()) in named for word in _NAMED.findall(base)[-2:])


def noun_after(after: str) -> str:
    """The word that a count counts, where it stands right after it."""
    match = re.match(
        r"\s(?:[a-zæøå]{3,20}(?:ede|te)\s(?=[a-zæøå]{2,}er[e]?\b))?([a-zæøåé]{3,30})(?=[\s.,;:()]|\Z|[\ue000-\ue01f])",
        after,
    )
    return match[1] if match else ""


def speaks_of_asking(words: str) -> bool:
    """Whether the words tell that people were asked."""
    return bool(_INVITED.search(words))


def speaks_of_answering(words: str) -> bool:
    """Whether the words tell that people answered."""
    return bool(_ANSWERED.search(words))
