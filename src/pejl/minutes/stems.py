"""The words of a text that carry its subject, as Danish stems: what two texts on one matter share.

Words of the administration's own trade that stand in every case ("udvalg", "forvaltning", "sag", "punkt", "godkende")
tell nothing of the subject and are left out, as are function words, names of bodies and numbers.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from pejl.minutes.bodies import find_bodies

DANISH: TextAnalyzer = (
    TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.stemmer("Danish")).build()
)
"""Words in lower case, reduced to their Danish stem. The search index cuts and stems with it too."""

_WORD = re.compile(r"[^\W\d_]{4,60}")
_NO_SUBJECT = """
alle allerede alene andet andre begge bliver blandt både derfor dermed derudover dette disse efter eller endnu
ellers endelig enkelte enten første fortsat fremover færre gennem gerne hele heraf hertil herunder hver hvert hvilke
hvilken hvilket hvis hvor hvorfor hvordan hvornår igen ikke imod inden ingen jævnfør kommer kunne ligeledes ligger
mange meget mellem mere mindre mens måtte når nogen nogle også omkring oven over overfor samlet samme samt sidste
siden sine skal skulle således sådan særlig særligt tidligere under uden vedrørende ville være været vores øvrige år
året årlig årligt måned måneder kvartal halvår januar februar marts april juni juli august september oktober
november december mandag tirsdag onsdag torsdag fredag adgang afsnit ansvar arbejde arbejder baggrund behandle
behandles behandling behandlet beskrevet beskrives beslutte beslutning beslutningen besluttede besluttet bilag
bilaget blev blevet borger borgere borgerne byråd dagsorden danmark drøfte drøftede drøftelse drøftet efterretning
enig følgende følger forbindelse forelagt forelægge forelægger forelægges foreslår forslag forslaget forvaltning
forvaltningen forvaltningens fremgår fremlægges fremsendes giver givet godkende godkendelse godkender godkendes
godkendt gælder hensyn indeholder indsats indstiller indstilles indstilling indstillingen indstillinger jobcenter
kommune kommunen kommunens kommuner kommunerne kommunal kommunale kommende mulighed muligheder møde møder mødet
mundtlig mundtligt mundtlige meddelelse meddelelser nedenfor nærværende område området områder oplæg orientere
orienteres orientering orienteringen orienteret ovenfor overordnet pkt præsenteres præsenteret punkt punkter punktet
rette resultat resultater sag sagen sagens sager sagsfremstilling skete social status stillet svarer taget
temadrøftelse temadrøftelser tiltrådt tilrådt udvalg udvalget udvalgets vedlagt vedtaget vedtog vise viser årlige
"""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Danish stem of one word. It is the beginning of the word in lower case."""
    stems = DANISH.analyze(word)
    return stems[0] if len(stems) == 1 else word.lower()


_NO_SUBJECT_STEMS = frozenset(stem(word) for word in _NO_SUBJECT.split())


def subject_stems(text: str) -> frozenset[str]:
    """The stems of the words in `text` that tell what it is about.

    >>> sorted(subject_stems("Udvalget godkendte befordringsanalysen 03.12.2025, punkt 5."))
    ['befordringsanalys']
    """
    kept, reached = [], 0
    for start, end, _name in find_bodies(text):
        kept.append(text[reached : max(start, reached)])
        reached = max(end, reached)
    kept.append(text[reached:])
    stems = (stem(word) for part in kept for word in _WORD.findall(part))
    return frozenset(one for one in stems if one not in _NO_SUBJECT_STEMS)


def akin(one: str, other: str) -> bool:
    """Whether two stems are of one word or of a word and a compound that begins or ends with it.

    >>> akin("befordr", "befordringsanalys"), akin("analys", "befordringsanalys"), akin("sag", "sagsbehandl")
    (True, True, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 6 and (long.startswith(short) or long.endswith(short))


def shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Those of `one` that are akin to a stem of `other`."""
    return frozenset(a for a in one if any(akin(a, b) for b in other))
