"""The words that say what happens on a day, where a sentence turns to something else, what tells events apart."""

from __future__ import annotations

import re
from enum import Enum

from pejl.minutes.stems import stem


class Happening(Enum):
    """What a clause says of its day. The value is the pattern of the words that say it."""

    PUT = (
        r"forelæg(?:ges|ger|ge)|forelagt|fremlæg(?:ges|ger|ge)|fremlagt|behandle(?:s|r)?|behandlet|præsentere(?:s|r|t)?"
        r"|drøfte(?:s|r|t)?|beslutte(?:s|r|t)?|beslutning|tager?\sstilling|godkende(?:s|r)?|vedtage(?:s|r)?"
    )
    FORCE = r"(?:træder?|trådt?e?)\si\skraft|ikrafttræd\w*|gælder|gældende|virkning|effekt|implementere\w*|fra|pr\."
    HELD = (
        r"afholde(?:s|r)?|afholdt|holdes|holder|holdt|finder\ssted|fandt\ssted|gennemføre(?:s|r)?|gennemført\w*|indvies"
        r"|åbner"
    )
    DUE = r"\w*frist(?:en|er)?|senest|inden|afleveres?|indsendes?|deadline"
    BEGUN = r"starter|opstart\w*|begynder|begynd\w*|igangsætte\w*|påbegynde\w*|tiltræder"
    ENDED = r"slutter|ophører|ophør\w*|udløber|udløb\w*|afslutte\w*|nedlægge\w*|lukker"
    MOVED = r"flytter|flytte(?:s|t)?|flytning\w*|overtage\w*|overgår|indflytning\w*|ibrugtage\w*"
    PAID = r"udbetale(?:s|r|t)?|udbetaling\w*|opkræve(?:s|r)?"
    TOLD = r"offentliggør(?:es)?|udsende(?:s|r)?|sende(?:s|r)?\si\shøring|melder\ssvar|svar\sforventes|udkommer"


HAPPENINGS = {
    happening: re.compile(rf"(?<![^\W_])(?:{happening.value})(?![^\W_])", re.IGNORECASE) for happening in Happening
}

DUE_NOUN = re.compile(r"(?<![^\W_])[^\W\d_]{3,40}frist(?:en|er)?(?![^\W_])", re.IGNORECASE)
"""A deadline's own name makes it one, whatever verb stands beside."""

CUT = re.compile(
    r";|\s[–-]\s|,\s+(?:mens|men|hvorimod|hvorefter|hvilket|hvorom|ligesom|dog)\b"
    r"|\s(?:mens|men|hvorimod|hvorefter)\s|,?\s+(?:og|samt)\s+(?=\w{1,40}(?:es|er)\s)"
)
"""Where a sentence goes over to another happening."""

NAMED = re.compile(
    r"(?<![^\W_])(?!udvalgs|byråds|bestyrelses|råds)[^\W\d_]{3,30}(?:mødet|drøftelsen|seminaret|konferencen|messen|workshoppen|dagen)"
    r"\s(?:den\s|d\.\s?)?\Z",
    re.IGNORECASE,
)
"""The name of a meeting right before its day says that it is held then: "på temamødet 17.06. gennemgås ..."."""

RELATIVE = re.compile(r",\s+(?:som|der)\s", re.IGNORECASE)

TELLS_APART = re.compile(
    r"\b(?:første|andet|anden|tredje|fjerde|næste|sidste|igen|endnu|nye?|nyt|nuværende|eksisterende|kommende|øvrige|andre"
    r"|resterende|ekstra|endelig\w*|foreløbig\w*|oprindelig\w*|tidligere|senere|årlig\w*|halvårlig\w*|kvartalsvis\w*"
    r"|opfølgende|ekstraordinær\w*|ikke|tidligst|hver\w*|delvis\w*|fuldt?|begge|[1-9]\.)(?!\w)",
    re.IGNORECASE,
)
"""Words that make two events of what is otherwise said alike."""

PURPOSE = re.compile(
    r"\btil\s(?:endelig\s)?(drøft|orienter|godkend|beslut|vedtag|høring|efterretning|udtal)", re.IGNORECASE
)
UNTIL = re.compile(r"\b(?:til|indtil|inden|senest|før|t\.o\.m\.)\s(?:og med\s)?(?:den\s|d\.\s?)?\Z", re.IGNORECASE)
AFTER = re.compile(r"\b(?:efter|tidligst)\s(?:den\s|d\.\s?)?\Z", re.IGNORECASE)

_TELL_NO_SUBJECT = """
forvente forventer forventes forventeligt vente ventes planlægge planlægges planlagt ske sker finde sted kraft træde
træder trådte trådt virkning gælde gælder dato datoer dag derpå herefter derefter tidspunkt tidspunktet medio primo
ultimo afholde afholdes afholdt holde holder holdes gennemføre gennemføres gennemført indvies åbner inviteres starter
begynder begynde igangsætte igangsættes påbegyndes tiltræder slutter ophører ophøre udløber udløbe afsluttes nedlægges
lukker flytter flyttes overtager overgår udbetales opkræves offentliggøres offentliggør udsendes sendes afleveres
indsendes senest frist fristen deadline datoen mødedato beslutter fremsendes implementeres implementeret
"""
OF_NO_EVENT = frozenset(stem(word) for word in _TELL_NO_SUBJECT.split())
"""Stems of the words that say that something happens: they are in every such clause, and tell no event from another."""
