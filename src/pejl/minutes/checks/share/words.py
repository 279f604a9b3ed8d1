"""The words between two figures that tell how they belong together.

Each function is asked about the words between two neighbouring figures and nothing else. Danish says a share in few
ways: a part is "af" its whole, or the whole is named first ("af de", "heraf"), and a percentage is tied to a part by
brackets, by "svarende til" and its like, or by a sentence that begins with "Det er".
"""

from __future__ import annotations

import re

from pejl.minutes.checks.share.reading import BREAK, END
from pejl.minutes.checks.share.topics import speaks_of_change

_WORD = r"[^\W\d_][^\W_]*(?:-[^\W_]+)*"
_STOPS = f"{END}{BREAK}"

_OF = re.compile(
    rf"(?P<before>(?:\s{_WORD}){{0,6}}?)\)?,?\s(?P<out>ud\s)?af\s(?P<after>(?:{_WORD}\s){{0,7}})", re.IGNORECASE
)
_PERCENT_OF = re.compile(rf"\)?\s(?:ud\s)?af\s(?P<after>(?:{_WORD}\s){{0,7}})", re.IGNORECASE)
_OPENING = re.compile(
    rf"(?:\A|[{_STOPS},;:–(]\s?|\b(?:og|men|mens|samt|hvor|at|således)\s)(?:(?:ud\s)?af|blandt)\s"
    rf"(?P<after>(?:{_WORD}\s){{0,6}})\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    rf"\A(?:\s{_WORD}){{0,2}}\s(?:ud\s)?af\s(?:dem|disse|de\s(?:adspurgte|unge|ledige|berørte|omfattede)|{_WORD}erne)\b",
    re.IGNORECASE,
)
_THEM = re.compile(r"\b(?:dem|disse)\b", re.IGNORECASE)
_HEREOF = re.compile(r"\b(?:heraf|hvoraf|deraf|ud\saf\s(?:disse|dem)|af\s(?:disse|dem))\b", re.IGNORECASE)

_NO_NUMBER_FOLLOWS = frozenset(
    (
        "i",
        "på",
        "fra",
        "for",
        "om",
        "til",
        "med",
        "ved",
        "over",
        "under",
        "inden",
        "efter",
        "mellem",
        "hos",
        "blandt",
        "pr",
        "og",
        "eller",
        "samt",
        "uden",
        "mod",
        "gennem",
    )
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
_IN_BRACKETS = re.compile(
    rf"(?P<words>[^()\[\]{_STOPS};:]{{0,90}})[(\[]\s?(?:{_IS}\s|eller\s|i\salt\s)?", re.IGNORECASE
)
_IN_LINE = re.compile(
    rf"(?P<words>[^{_STOPS};]{{0,160}}?)[,\s–-]{{0,3}}\s{_IS}(?P<lead>(?:\s{_WORD}){{0,6}})\s", re.IGNORECASE
)
_OR = re.compile(rf"(?P<words>(?:\s{_WORD}){{0,4}})(?:,|\s[–-])?\seller\s", re.IGNORECASE)
_SAYS = r"(?:Det|Dette|(?:Svar|Besvarelses|Deltagelses|Fejl|Beståelses|Gennemførelses)procenten)"
_NEXT_SENTENCE = re.compile(
    rf"(?P<words>[^{_STOPS}]{{0,240}}?)[{_STOPS}]{_SAYS}\s(?:svarer\stil|"
    rf"svarede\stil|er|var|giver|gav|udgør|udgjorde|blev|bliver)(?P<lead>(?:\s{_WORD}){{0,6}})\s",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"(?:\saf\s(?P<base>[^()\[\]{_STOPS},;:]{{1,70}}?)|(?:\s{_WORD}){{0,3}}?)\s?[,–-]?\s?"
    rf"(?:[(\[]\s?(?:{_IS}\s|i\salt\s)?|{_IS}\s|eller\s|i\salt\s)(?:{_WORD}\s){{0,3}}",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(rf",\s(?:idet|da|nemlig)\s(?:{_WORD}\s){{0,2}}", re.IGNORECASE)
_PUT_IN = re.compile(rf"(?:\s{_WORD}){{0,6}},\s(?:nemlig|i\salt|dvs\.|altså|svarende\stil)\s", re.IGNORECASE)
_BESIDE = re.compile(rf"(?:\s{_WORD}){{0,4}}\s[–-]\s", re.IGNORECASE)
_APPOSED = re.compile(rf"\saf\s(?:{_WORD}\s?){{1,3}},\s", re.IGNORECASE)

_OTHER_SUBJECT = re.compile(
    r"\b(?:mens|imens|medens|hvorimod|hovedparten|størstedelen|flertallet|resten|resterende|øvrige|andre|ingen|men)\b",
    re.IGNORECASE,
)
_LONGEST_JOINT = 60


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


def opens_whole(gap: str, *, money: bool = False) -> bool:
    """Whether the figure after `gap` is named as a whole whose parts follow: "Af de 71 elever ..."."""
    match = _OPENING.search(gap)
    if match is None or _VERBS.search(match["after"]) or _THEM.search(match["after"]):
        return False
    return (leads_to_amount if money else leads_to_number)(match["after"])


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
    """Whether the words before a number belong to it ("de i alt") and not to a place it stands in ("de i")."""
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
    return match is not None and not _OTHER_SUBJECT.search(match["words"]) and not speaks_of_change(match["lead"])


def restates_back(gap: str) -> bool:
    """Whether the figure after `gap` says a percentage before it as a number: "51 pct. af eleverne, dvs. 36"."""
    match = _BACK.fullmatch(gap)
    return match is not None and not speaks_of_change(gap)


def restates_between_dashes(gap: str, after: str) -> bool:
    """Whether the figure between `gap` and `after` is put in between dashes: "36 elever – 51 pct. – får kørsel"."""
    return bool(_BESIDE.fullmatch(gap)) and bool(re.match(r"\s[–-](?:\s|\Z)|[.,]", after))


def puts_in(gap: str, after: str) -> bool:
    """Whether the figure between `gap` and `after` is put in: "halvdelen af de 113 unge, i alt 54, er i job"."""
    return bool(_PUT_IN.fullmatch(gap)) and after.startswith(",")


def explains_back(gap: str, after: str) -> bool:
    """Whether a part and its whole follow as the reason, or as another name, of the percentage before `gap`."""
    return bool(_EXPLAINS.fullmatch(gap)) or (bool(_APPOSED.fullmatch(gap)) and after.startswith(","))


def lead_of(gap: str) -> str:
    """The words right before a figure that restates: "en svarprocent på"."""
    match = _IN_LINE.fullmatch(gap) or _NEXT_SENTENCE.fullmatch(gap)
    return match["lead"] if match else ""


def joins(gap: str) -> bool:
    """Whether two figures stand in one row: "144 stadfæstet, 12 ændret og 8"."""
    return len(gap) <= _LONGEST_JOINT and bool(re.search(r",\s|\s(?:og|samt)\s", gap))
