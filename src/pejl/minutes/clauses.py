"""Which clauses of the recommendation a statement speaks of: "Ad 1-5", "første og andet at-
punkt", "Indstillingens punkt 2".
"""

from __future__ import annotations

import re

from pejl.calendar.numbers import parse_ordinal_word

_LIST = r"\d{1,2}(?!\d|\.\d)(?:\.?\s*(?:-|–|,|og|samt|til|,\s*og)\s*\d{1,2}(?!\d|\.\d))*"
_DECIDED = "tiltråd|tiltræd|tilråd|anbefal|godkend|vedtag|til efter|udsat|udsæt|forkast|drøft|indstilles"
_AD = re.compile(
    r"^(?:Ad\.?\s*(?:punkt|pkt\.?|indstilling(?:ens?)?(?:\s+(?:punkt|pkt\.?))?)?|"
    r"(?:Indstillingens?|Indstilling)\s+(?:punkt|pkt\.?|nr\.?)?|At-punkt(?:erne)?|At-pkt\.?|"
    rf"(?:Pkt\.?|Punkt(?:erne)?)(?=\s*{_LIST}\s*[:.]?\s*(?:blev\s+)?(?:{_DECIDED})))"
    rf"\s*(?P<list>{_LIST})\.?\s*(?:at-punkt(?:et|er(?:ne)?)?)?\s*[:.)–-]?\s*",
    re.IGNORECASE,
)
_POINT = re.compile(r"(?:(?:at|dot|indstillings)-?\s?)?punkt(?:et|er(?:ne)?)?\b(?!\s+på\s+dagsordenen)", re.IGNORECASE)
_ORDINALS = re.compile(
    r"(?:(?:\d{1,2}\.|[a-zæøå]+)(?:,\s*|\s+og\s+|\s+samt\s+))*(?:\d{1,2}\.|[a-zæøå]+)\s+$", re.IGNORECASE
)
_ORDINALS_REACH = 90
"""So many letters before the word "punkt" the ordinals to it may stand."""
_MARKED = re.compile(
    rf"^(?:(?P<letter>[A-H])\)|(?P<number>\d{{1,2}})[.)])\s+(?=(?:blev\s+)?(?:{_DECIDED}|taget\s+til))", re.IGNORECASE
)
_REFERRED = re.compile(
    rf"\b(?:til|for|imod|om|stemte\s+(?:for|imod))\s+(?:Ad\.?|indstillingens?\s+(?:punkt|pkt\.?)?|(?:at-)?punkt|pkt\.?|at-punkt)\s*(?P<list>{_LIST})",
    re.IGNORECASE,
)


def leading_clauses(statement: str) -> tuple[list[int], str]:
    """The clause numbers that a statement begins with, and what it says of them. No numbers: ([], statement)."""
    ad = _AD.match(statement)
    first = _POINT.search(statement, 0, 80)
    if first and ad and first.end() > ad.end() and (numbers := mentioned_clauses(statement)):
        return numbers, statement
    if ad:
        return numbers_in(ad["list"]), statement[ad.end() :]
    if marked := _MARKED.match(statement):
        number = int(marked["number"]) if marked["number"] else ord(marked["letter"].upper()) - ord("A") + 1
        return [number], statement[marked.end() :]
    return [], statement


def mentioned_clauses(statement: str) -> list[int]:
    """The clauses that a statement names in words ("første, andet og tredje at-punkt", "2. at-punkt")."""
    numbers: list[int] = []
    for point in _POINT.finditer(statement):
        before = _ORDINALS.search(statement[max(0, point.start() - _ORDINALS_REACH) : point.start()])
        for word in re.split(r",\s*|\s+(?:og|samt)\s+|\s+", before[0].strip()) if before else []:
            number = int(word[:-1]) if word[:-1].isdigit() else parse_ordinal_word(word)
            if number:
                numbers.append(number)
    return numbers


def referred_clause(statement: str) -> int | None:
    """The clause that a motion or a vote is aimed at ("ændringsforslag til Ad 1"), or None."""
    if found := _REFERRED.search(statement):
        return numbers_in(found["list"])[0]
    mentioned = mentioned_clauses(statement)
    return mentioned[0] if len(mentioned) == 1 else None


def numbers_in(printed: str) -> list[int]:
    """The numbers of a printed list: "1-3 og 5" is 1, 2, 3, 5."""
    numbers: list[int] = []
    for link, digits in re.findall(r"(-|–|til|,|og|samt|^)?\s*(\d{1,2})", printed):
        number = int(digits)
        if link in {"-", "–", "til"} and numbers and numbers[-1] < number:
            numbers += range(numbers[-1] + 1, number + 1)
        else:
            numbers.append(number)
    return numbers
