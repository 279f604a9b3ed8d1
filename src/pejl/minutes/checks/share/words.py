"""The words between two figures that tell how they belong together.

Each function is asked about the words between two neighbouring figures and nothing else. Danish says a share in few
ways: a part is "af" its whole, or the whole is named first ("af de", "heraf"), and a percentage is tied to a part by
brackets, by "svarende til" and its like, or by a sentence that begins with "Det er".
"""

from __future__ import annotations

import re

from pejl.minutes.checks.share.reading import BREAK, END
from pejl.minutes.stems import stem

_WORD = r"[^\W\d_][^\W_]*(?:-[^\W_]+)*"
_STOPS = f"{END}{BREAK}"

_OF = re.compile(rf"(?P<before>(?:\s{_WORD}){{0,6}})\)?,?\s(?P<out>ud\s)?af\s(?P<after>(?:{_WORD}\s){{0,7}})", re.IGNORECASE)
_PERCENT_OF = re.compile(rf"\s(?:ud\s)?af\s(?P<after>(?:{_WORD}\s){{0,7}})", re.IGNORECASE)
_OPENING = re.compile(
    rf"(?:\A|[{_STOPS},;:–(]\s?|\b(?:og|men|mens|samt|hvor|at|således)\s)(?:(?:ud\s)?af|blandt)\s"
    rf"(?P<after>(?:{_WORD}\s){{0,6}})\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    rf"\A(?:\s{_WORD}){{0,2}}\s(?:ud\s)?af\s(?:dem|disse|de\s(?:adspurgte|unge|ledige|berørte|omfattede)|{_WORD}erne)\b",
    re.IGNORECASE,
)
_HEREOF = re.compile(r"\b(?:heraf|hvoraf|deraf|ud\saf\s(?:disse|dem)|af\s(?:disse|dem))\b", re.IGNORECASE)

_NO_NUMBER_FOLLOWS = frozenset(
    "i på fra for om til med ved over under inden efter mellem hos blandt pr og eller samt uden mod gennem".split()
)
_COUNTS_SOMETHING = re.compile(r"(?:antal|gruppe|population|total|sum|mængde|stikprøve|målgruppe|masse)\w*\spå\s\Z")
_VERBS = re.compile(
    r"\b(?:er|var|bliver|blev|blevet|har|havde|får|fik|kan|skal|vil|kunne|skulle|består|bestod|som|der|at|"
    r"[^\W\d_]{3,}(?:edes|eres|tes|ndes|tages|ldes|lles|rdes|des|ges|kes|ses|ves))\b",
    re.IGNORECASE,
)

_IS = (
    r"(?:svarende\stil|(?:som|der)\s(?:svarer\stil|udgør|udgjorde)|hvilket\s(?:svarer\stil|svarede\stil|er|var|giver|gav|"
    r"udgør|udgjorde)|(?:og\s)?det\s(?:svarer\stil|er|giver|udgør)|svare[rd]e?\stil|dvs\.|d\.v\.s\.|det\svil\ssige|altså|=|"
    r"udgør(?:ende)?|udgjorde|er\slig\smed)"
)
_IN_BRACKETS = re.compile(rf"(?P<words>[^()\[\]{_STOPS};:]{{0,90}})[(\[]\s?(?:{_IS}\s|eller\s|i\salt\s)?", re.IGNORECASE)
_IN_LINE = re.compile(
    rf"(?P<words>[^{_STOPS};]{{0,160}}?)[,\s–-]{{0,3}}\s{_IS}(?P<lead>(?:\s{_WORD}){{0,6}})\s", re.IGNORECASE
)
_OR = re.compile(rf"(?P<words>(?:\s{_WORD}){{0,4}}),?\seller\s", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(
    rf"(?P<words>[^{_STOPS}]{{0,240}}?)[{_STOPS}](?:Det|Dette|Svarprocenten|Deltagelsesprocenten)\s(?:svarer\stil|"
    rf"svarede\stil|er|var|giver|gav|udgør|udgjorde|blev|bliver)(?P<lead>(?:\s{_WORD}){{0,6}})\s",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"(?:\saf\s(?P<base>[^()\[\]{_STOPS},;:]{{1,70}}?))?\s?[,–-]?\s?(?:[(\[]\s?(?:{_IS}\s|i\salt\s)?|{_IS}\s|eller\s|i\salt\s)"
    rf"(?:{_WORD}\s){{0,3}}",
    re.IGNORECASE,
)

_OTHER_SUBJECT = re.compile(
    r"\b(?:mens|imens|medens|hvorimod|hovedparten|størstedelen|flertallet|resten|resterende|øvrige|andre|ingen|men)\b",
    re.IGNORECASE,
)
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
    r"\b(?:mod|kontra|sammenlign\w*|året\sfør|sidste\sår|forrige|tidligere|landsplan|landsgennemsnit\w*|hele\slandet|"
    r"gennemsnit\w*|måltal\w*|målet|tilsvarende|ministermål\w*|året\sforinden|naboko\w+|øvrige\skommuner)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SAME_BASE = re.compile(
    r"(?:dem|disse|alle|samtlige|totalen|gruppen|målgruppen|stikprøven|helheden|"
    r"(?:de\s)?(?:adspurgte|inviterede|udsendte|udtrukne|indkomne|deltagende)(?:\s[^\W\d_]+)?|respondenterne)",
    re.IGNORECASE,
)
_WIDER = re.compile(r"\b(?:i|på|fra|med|under|over|mellem|som|der|uden|blandt|inden|landets|kommunens|hele)\b", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]{3,}")
_BASE = re.compile(rf"\A\s(?:ud\s)?af\s(?P<base>[^()\[\]{_STOPS},;:.]{{1,90}})", re.IGNORECASE)
_LONGEST_JOINT = 60
_INVITED = re.compile(
    r"\b(?:inviter\w+|adspurgt\w*|udsend\w*|udsendt\w*|sendt|sendte|spurgt|tilsendt|stikprøve\w*|udtrukket|målgruppe\w*|"
    r"modtog\w*|modtaget|fordelt)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"\b(?:svar|svarede|svaret|besvar\w+|besvarelse\w*|deltog|deltaget|respon\w+|returner\w+)\b", re.IGNORECASE)


def is_part_of(gap: str) -> bool:
    """Whether the figure before `gap` is a part of the one after it: "36 af de 71", "20 borgere ud af i alt 164"."""
    match = _OF.fullmatch(gap)
    if match is None or not leads_to_number(match["after"]):
        return False
    if match["out"]:
        return True
    return not _VERBS.search(match["before"]) and (bool(match["after"]) or match["before"].count(" ") <= 2)


def is_closely_part_of(gap: str) -> bool:
    """Whether the words leave no other reading than part and whole: nothing but "(ud) af de" between the figures."""
    return bool(re.fullmatch(r"\s(?:ud\saf|af\sde)\s(?:(?:de|i\salt|samlet)\s){0,3}", gap, re.IGNORECASE))


def is_hundredths_of(gap: str) -> bool:
    """Whether the percentage before `gap` is of the figure after it: "51 pct. af de 71"."""
    match = _PERCENT_OF.fullmatch(gap)
    return match is not None and leads_to_number(match["after"])


def opens_whole(gap: str) -> bool:
    """Whether the figure after `gap` is named as a whole whose parts follow: "Af de 71 elever ..."."""
    match = _OPENING.search(gap)
    return match is not None and leads_to_number(match["after"])


def is_of_them(gap: str) -> bool:
    """Whether the figure before `gap` is a part of something named before: "36 af dem"."""
    return bool(_OF_THEM.match(gap))


def names_parts(gap: str) -> bool:
    """Whether parts of what was named before follow: "heraf", "hvoraf", "af disse"."""
    return bool(_HEREOF.search(gap))


def lists_parts(gap: str) -> bool:
    """Whether parts of the count before `gap` are listed after it: "164 afgørelser:", "fordelt på"."""
    sentence = re.split(f"[{_STOPS}]", gap, maxsplit=1)[0]
    return bool(re.search(r":(?:\s|\Z)", sentence)) or "fordel" in sentence.casefold()


def leads_to_number(words: str) -> bool:
    """Whether the words before a number belong to it ("de i alt") and not to something it only says more of ("de i")."""
    last = words.split()[-1:]
    if not last or words.casefold().endswith("i alt "):
        return True
    return last[0].casefold() not in _NO_NUMBER_FOLLOWS or bool(_COUNTS_SOMETHING.search(words.casefold()))


def leads_to_amount(words: str) -> bool:
    """The same for money, whose whole stands after "på": "budgettet på 63 mio. kr."."""
    last = words.split()[-1:]
    return not last or last[0].casefold() == "på" or leads_to_number(words)


def is_amount_of(gap: str) -> bool:
    """Whether an amount or a percentage is of the amount after `gap`: "af servicerammen på"."""
    match = _OF.fullmatch(gap)
    if match is None or not leads_to_amount(match["after"]):
        return False
    return bool(match["out"]) or not _VERBS.search(match["before"])


def restates_in_brackets(gap: str) -> bool:
    """Whether the figure after `gap` stands in brackets after what it says in another way: "36 elever (51 pct.)"."""
    return _IN_BRACKETS.fullmatch(gap) is not None or _OR.fullmatch(gap) is not None


def restates(gap: str) -> bool:
    """Whether the figure after `gap` says the one before it in another way: "36 fik kørsel, svarende til 51 pct."."""
    match = _IN_LINE.fullmatch(gap) or _NEXT_SENTENCE.fullmatch(gap)
    return match is not None and not _OTHER_SUBJECT.search(match["words"]) and not _CHANGE.search(match["lead"])


def restates_back(gap: str) -> bool:
    """Whether the figure after `gap` says a percentage before it as a number: "51 pct. af eleverne, svarende til 36"."""
    match = _BACK.fullmatch(gap)
    return match is not None and not _CHANGE.search(gap)


def lead_of(gap: str) -> str:
    """The words right before a figure that restates: "en svarprocent på"."""
    match = _IN_LINE.fullmatch(gap) or _NEXT_SENTENCE.fullmatch(gap)
    return match["lead"] if match else ""


def compares(after: str) -> bool:
    """Whether a percentage is a distance to something else: "38 pct. flere"."""
    return bool(_COMPARES.match(after))


def speaks_of_change(words: str) -> bool:
    """Whether the words are about a rise or a fall."""
    return bool(_CHANGE.search(words))


def speaks_of_other_case(words: str) -> bool:
    """Whether the words lead over to another year, place or aim than the one spoken of."""
    return bool(_OTHER_CASE.search(words))


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


def joins(gap: str) -> bool:
    """Whether two figures stand in one row: "144 stadfæstet, 12 ændret og 8"."""
    return len(gap) <= _LONGEST_JOINT and bool(re.search(r",\s|\s(?:og|samt)\s", gap))


def noun_after(after: str) -> str:
    """The word that a count counts, where it stands right after it."""
    match = re.match(r"\s([a-zæøåé]{3,30})(?=[\s.,;:()]|\Z|[\ue000-\ue01f])", after)
    return match[1] if match else ""


def speaks_of_asking(words: str) -> bool:
    """Whether the words tell that people were asked."""
    return bool(_INVITED.search(words))


def speaks_of_answering(words: str) -> bool:
    """Whether the words tell that people answered."""
    return bool(_ANSWERED.search(words))
