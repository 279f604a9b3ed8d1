"""Numbers that pass as a Danish personal number (*CPR-nummer*), found so that they can be hidden and told of.

Ten digits, with or without a hyphen or a space, whose first six are a day, and which are no piece of a longer number
and not announced as one of another kind. Nothing is looked up: whether a number is somebody's nobody here can know.
So what is found is hidden, and who receives a set of minutes is asked to look. Numbers issued since 2007 need not
satisfy the modulus 11 of the older ones: that it holds makes a number surer, that it fails tells nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pejl.calendar.cpr import modulus_holds

MASK = "[CPR-nummer skjult]"
"""What stands where a number was hidden, in every text that is derived from a received file."""

_HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212"
_SPACES = " \u00a0\u2007\u2009\u200b\u202f\u2060\ufeff"
_GAP = rf"(?P<gap>[\t\n\r{_SPACES}]{{0,2}}[{_HYPHENS}][\t\n\r{_SPACES}]{{0,2}}|[{_SPACES}]?)"
_SERIAL = r"(?P<serial>[0-9]{4})(?![0-9])"
_NUMBER = re.compile(
    rf"(?<![0-9])(?P<day>[0-3][0-9])(?P<dot>[.]?)(?P<month>[01][0-9])(?P=dot)(?P<year>[0-9]{{2}}){_GAP}{_SERIAL}"
)
_ANNOUNCED = re.compile(
    rf"(?:cpr|person(?:nummer|nr)|pers\.?[ ]?nr)[^0-9\n]{{0,14}}?"
    rf"(?P<number>[0-9]{{2}}[. /-]?[0-9]{{2}}[. /-]?[0-9]{{2}}[{_HYPHENS}\s{_SPACES}_/.]{{0,4}}{_SERIAL})",
    re.IGNORECASE,
)
_TEN_DIGITS = re.compile(r"[0-9]{2}[^0-9]?[0-9]{2}[^0-9]?[0-9]{2}[^0-9]{0,5}[0-9]{4}")
"""What is in every text with a number, and in few others: quicker to look for than the number itself."""

_OF_ANOTHER_KIND = re.compile(
    r"(?<![^\W_])(?:p-?(?:nr|nummer)|p-?enhed\w*|produktionsenhed\w*|cvr|se-?nr|ean|gln|\w*konto\w*|reg|iban|tlf|telefon|"
    r"mobil\w*|fax|isbn|faktura\w*|ordre\w*|matr\w*|kr|dkk|[+]45)[\s.:#-]{0,3}(?:nr|nummer)?[\s.:#-]{0,3}\Z",
    re.IGNORECASE,
)
_OF_A_CASE = re.compile(
    r"(?<![^\W_])(?:sags?|journal|j|dok(?:ument)?|lb|løbe|esdh|acadre)[\s.-]{0,2}(?:nr|nummer|id)[\s.:#]{0,3}\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<![^\W_])(?:nr|nummer|id)[\s.:#-]{0,3}\Z", re.IGNORECASE)
_BESIDE_DIGITS = re.compile(r"[^0-9-]")
_REACH = 30
_UNIT_AFTER = re.compile(
    r"\s{0,2}(?:kr|kroner|mio|mia|t\.?\s?kr|dkk|pct|procent|%|,-|m2|m²|stk)(?![^\W_])", re.IGNORECASE
)
_JOINED_BEFORE = re.compile(r"(?:[0-9]|(?<![^\W_])[A-ZÆØÅ][0-9]{1,3})-\Z")
_JOINED_AFTER = re.compile(r"-[0-9]")
_PART_BEFORE = re.compile(r"(?:[0-9][.,:/]|[^\W_]|[/=&?#%@])\Z")
_PART_AFTER = re.compile(r"[.,:/][0-9]|[^\W_]|[/=&@]")
_ROW_BEFORE = re.compile(r"[0-9]\s?\Z")
_ROW_AFTER = re.compile(r"\s?[0-9]")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """Where a number stands in a text. `sure` tells that the text calls it a CPR number, or that modulus 11 holds."""

    start: int
    end: int
    sure: bool


def find_personal_numbers(text: str) -> list[FoundNumber]:
    """The numbers in `text` that pass as personal numbers, in their order."""
    if not _TEN_DIGITS.search(text):
        return []
    found = [FoundNumber(*match.span("number"), sure=True) for match in _ANNOUNCED.finditer(text)]
    taken = {each.start for each in found}
    found += [
        number for match in _NUMBER.finditer(text) if match.start() not in taken and (number := _judged(text, match))
    ]
    return sorted(found, key=lambda each: each.start)


def masked(text: str) -> str:
    """The text with the mask for every number; the same text where there is none.

    >>> masked("Borgeren (010170-1234) har klaget.")
    'Borgeren ([CPR-nummer skjult]) har klaget.'
    """
    while found := find_personal_numbers(text):
        text = "".join(_pieces(text, found))
    return text


def masked_name(name: str) -> str:
    """A file's name with the mask for every number: the words beside the digits, which in a text tell of other kinds of
    numbers, count for nothing in a name, and anything may stand between them.

    >>> masked_name("klage_010170_1234.pdf")
    'klage_[CPR-nummer skjult].pdf'
    """
    shown, reached = "", 0
    for number in find_personal_numbers(_BESIDE_DIGITS.sub(" ", name)):
        shown += name[reached : number.start] + MASK
        reached = number.end
    return shown + name[reached:]


def masked_lines(lines: Sequence[str]) -> list[str]:
    """Lines that stand under each other, masked together: a number that a line break cuts is hidden in both lines."""
    whole = masked("\n".join(lines)).split("\n")
    return whole if len(whole) == len(lines) else [masked(line) for line in lines]


def has_mask(text: str) -> bool:
    """Whether a number has been hidden in the text."""
    return MASK in text


def _pieces(text: str, found: Sequence[FoundNumber]) -> Iterator[str]:
    """The text with masks, its line breaks kept so that lines stay as many as they were."""
    reached = 0
    for each in found:
        yield text[reached : each.start]
        yield MASK + "\n" * text.count("\n", each.start, each.end)
        reached = each.end
    yield text[reached:]


def _judged(text: str, match: re.Match[str]) -> FoundNumber | None:
    """The number that the match is; None where it is no day, a piece of something longer, or of another kind."""
    holds = _modulus_holds(match)
    before, after = text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH]
    hyphened = any(sign in _HYPHENS for sign in match["gap"])
    if not _is_day(match) or _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after):
        return None
    if not hyphened and (_is_other_figure(before, after) or _OF_ANOTHER_KIND.search(before)):
        return None
    doubtful = match["dot"] or _OF_A_CASE.search(before) or _OF_ANOTHER_KIND.search(before)
    if not hyphened:
        doubtful = doubtful or _NUMBERED.search(before) or (match["gap"] and _is_in_row(before, after))
    return None if doubtful and not holds else FoundNumber(match.start(), match.end(), sure=holds)


def _is_other_figure(before: str, after: str) -> bool:
    """Whether digits without a hyphen are a piece of a longer figure, an amount, or an address on the net."""
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after) or _UNIT_AFTER.match(after))


def _is_in_row(before: str, after: str) -> bool:
    """Whether digits with a space between them stand in a row of figures."""
    return bool(_ROW_BEFORE.search(before) or _ROW_AFTER.match(after))


def _is_day(match: re.Match[str]) -> bool:
    """Whether the first six digits are a day of the last century or this one."""
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    for century in (1900, 2000):
        try:
            dt.date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _modulus_holds(match: re.Match[str]) -> bool:
    return modulus_holds(match["day"] + match["month"] + match["year"] + match["serial"])
