"""Whether an item is closed to the public: by its title, by the group it stands in, or by a mark on a line of its own.

When in doubt a line that says "closed" is believed: text that is hidden can be shown later, text that leaked cannot be
taken back.
"""

from __future__ import annotations

import re

from pejl.minutes.case_number import is_case_line
from pejl.minutes.closing_words import BUSINESS, CLOSED, FILE, ITEM, ITEMS, MANY, ONE, STATED, WHOLE
from pejl.minutes.groups import closes_group

__all__ = [
    "closed_title",
    "closes_case",
    "closes_field",
    "closes_file",
    "closes_group",
    "is_closing_line",
    "is_closing_mark",
    "numbered_title",
    "title_and_openness",
]

_NUMBER = r"(?: (?:nr\.? ?)?\d{1,4}(?![\d.]\d))?"
_BEFORE = re.compile(
    rf"(?:[(\[*] ?(?:{CLOSED}|{STATED}) ?[)\]*](?: ?[:.–—-])?"
    rf"|(?:{CLOSED}){_NUMBER} ?[:.–—-]"
    rf"|{ONE} (?:{ITEM}|{WHOLE}|{BUSINESS})(?![^\W_]){_NUMBER}(?: ?[:.)–—-])?"
    rf"|{MANY} {ITEMS}(?! ?[^\W\d_])(?: ?[:.–—-])?) ?(?=\S)",
    re.IGNORECASE,
)
_BEFORE_ON_A_LINE = re.compile(
    rf"[(\[] ?(?:{CLOSED}|{STATED}) ?[)\]]|(?:{CLOSED}){_NUMBER} ?[:–—-]|{ONE} {ITEM}{_NUMBER}\. ?\S"
    rf"|{ONE} {ITEM} (?:nr\.? ?)?\d|(?:{ONE} (?:{ITEM}|{BUSINESS})|{MANY} {ITEMS}) (?-i:[A-ZÆØÅ])",
    re.IGNORECASE,
)
"""Where no number stands before them, fewer words are a title: running text begins lines with any word."""
_IN_SMALL_LETTERS = re.compile(r"\(?lukket(?:\)| ?(?:punkt|sag|dagsordenspunkt)? ?[:–-])")
_ITS_NUMBER = re.compile(rf"{ONE} {ITEM} (?:nr\.? ?)?(?P<number>\d{{1,4}})(?![\d.]\d)", re.IGNORECASE)
_CAPITAL_AFTER = re.compile(r"(?:LUKKET|Lukket|FORTROLIGT?|Fortroligt?|Ikke[ -]?offentligt?) (?=[A-ZÆØÅ][a-zæøå])")
_AFTER = re.compile(
    rf"(?: ?[-–—])? ?\(?(?:for )?lukkede døre\)?\.?$"
    rf"|(?: ?[-–—])? ?[(\[*] ?(?:{CLOSED}|{STATED}) ?[)\]*]\.?$"
    rf"|(?: [-–—]|[,.:;|]) ?(?:{CLOSED})\.?$"
    rf"| {ONE} (?:dagsordens)?punkt\.?$",
    re.IGNORECASE,
)
_CAPITAL_LAST = re.compile(r"[ \t](?:LUKKET|Lukket|FORTROLIGT?|Fortroligt?)(?: (?:punkt|sag|PUNKT|SAG))?$")
_NOTHING_ELSE = re.compile(rf"[\W_]*(?:{CLOSED}|{STATED}){_NUMBER}[\W_]*", re.IGNORECASE)
_LINE = re.compile(r"^(?:Lukket|Fortrolig)\b|\sLukket(?:\s{1,9}punkt)?$")
_ANSWERED = re.compile(
    rf"(?:(?:åbent?|offentlig\w*)(?: (?:{ITEM}|{WHOLE}))? ?: ?nej"
    rf"|(?:{ONE})(?: (?:{ITEM}|{WHOLE}))? ?: ?ja"
    r"|(?:åbent?|offentlig\w*|adgang\w*|publicering\w*|status|\w*type|tilgængelighed|fortrolighed)"
    rf"(?: ?/ ?(?:{ONE}|{MANY}))?(?: (?:{ITEM}|{WHOLE}))? ?: ?(?:{CLOSED}))\.?",
    re.IGNORECASE,
)
_DENIED = re.compile(rf"(?:{ONE})(?: (?:{ITEM}|{WHOLE}))? ?: ?nej\.?", re.IGNORECASE)
_CASE_CLOSED = re.compile(rf"^[(\[]?{ONE}(?![^\W_])|[\s(\[]{ONE}(?: {ITEM})?[)\]]?$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:(?:(?:dagsordens)?punkt|pkt\.?|sag(?:\s+nr\.?)?|nr\.?)\s*)?(?P<number>\d{1,4})\s*[.:)–-]*\s+(?P<title>\S.*)$",
    re.IGNORECASE,
)
_CLOSED_FILE = re.compile(
    rf"^(?:bilag )?(?:\d{{1,3}}[a-z]?[.:)]? )?[(\[]?(?:{ONE}|{MANY})(?: {FILE})?"
    r"(?:[)\]]| ?[:–—-]|\.?$| (?-i:[A-ZÆØÅ0-9]))"
    rf"|[ (\[–—-](?:{ONE}|{MANY})(?: {FILE})?[)\]]?\.?$",
    re.IGNORECASE,
)
_CLOSED_FIELD = re.compile(rf"^[(\[]?(?:{ONE}|{MANY})(?![^\W_])|[(\[](?:{ONE}|{MANY})[)\]] ?:?$", re.IGNORECASE)
_FILE_MARKS = re.compile(r"[|_]|\.[a-z]{3,4}(?=[\s|]*$)", re.IGNORECASE)
_LONGEST_TITLE = 250
_REACH = 120
"""So many letters at either end of a title can say that it is closed: a title of an export may be any text."""


def title_and_openness(printed: str) -> tuple[str, bool]:
    """A title as published, without the words that close it, and whether they were there. A title that is nothing but
    such words is left as it is.

    >>> title_and_openness("Lukket: Køb af areal")
    ('Køb af areal', True)
    """
    title = _spaced(printed)
    if _says_nothing_else(title):
        return printed.strip(), True
    if _denies(title):
        return printed.strip(), False
    bare = _without_first_words(_without_last_words(title))
    return (printed.strip(), False) if bare == title else (bare or title, True)


def _says_nothing_else(title: str) -> bool:
    return len(title) <= _REACH and bool(_NOTHING_ELSE.fullmatch(title))


def _denies(line: str) -> bool:
    return len(line) <= _REACH and bool(_DENIED.fullmatch(line))


def _without_first_words(title: str) -> str:
    head = title[:_REACH]
    found = _BEFORE.match(head) or _CAPITAL_AFTER.match(head)
    return title[found.end() :] if found else title


def _without_last_words(title: str) -> str:
    rest, tail = title[:-_REACH], title[-_REACH:]
    found = _AFTER.search(tail)
    if found is None and any(letter.islower() for letter in title[: -len("lukket")]):
        found = _CAPITAL_LAST.search(tail)
    return (rest + tail[: found.start()]).strip() if found else title


def _spaced(text: str) -> str:
    """The text with single blanks, as the words here are written; a tab is a blank too."""
    return " ".join(text.split())


def is_closing_mark(text: str) -> bool:
    """Whether a line says that an item is closed, and nothing else ("Lukket punkt", "Offentlig: Nej")."""
    line = _spaced(text) if len(text) <= _REACH else ""
    return bool(_NOTHING_ELSE.fullmatch(line) or _ANSWERED.fullmatch(line))


def is_closing_line(text: str) -> bool:
    """Whether a line under a title says that the item is closed ("Sagsnr.: 12/34567   Lukket")."""
    if _denies(_spaced(text)):
        return False
    return bool(_LINE.search(text) or is_closing_mark(text) or closes_case(text))


def closes_case(text: str) -> bool:
    """Whether a line gives an item's case number and says that the item is closed."""
    return len(text) <= _LONGEST_TITLE and bool(_CASE_CLOSED.search(text)) and is_case_line(text)


def closes_field(label: str) -> bool:
    """Whether the name of a field says that what stands in it is closed ("Fortrolig sagsfremstilling")."""
    line = _spaced(label)[:_REACH]
    return bool(_CLOSED_FIELD.search(line))


def closes_file(text: str) -> bool:
    """Whether a line that names an attachment, or heads a list of them, says that it is closed ("2 Lukket Liste")."""
    line = _spaced(_FILE_MARKS.sub(" ", text))
    return bool(_CLOSED_FILE.search(line[:_REACH]) or _CLOSED_FILE.search(f" {line[-_REACH:]}"))


def numbered_title(text: str) -> tuple[int, str] | None:
    """Number and title of a line that looks like an item's first, whatever the layout; None for any other line."""
    found = _NUMBERED.match(text) if len(text) <= _LONGEST_TITLE else None
    return (int(found["number"]), found["title"].strip()) if found else None


def closed_title(text: str) -> tuple[int | None, str] | None:
    """Number and title of a line that begins a closed item by its own words; None for any other line."""
    numbered = numbered_title(text)
    if numbered and title_and_openness(numbered[1])[1]:
        return numbered
    line = _spaced(text) if len(text) <= _LONGEST_TITLE else ""
    begins = (_IN_SMALL_LETTERS if line[:2].islower() else _BEFORE_ON_A_LINE).match(line)
    if not begins or is_case_line(text) or _denies(line) or _ANSWERED.fullmatch(line):
        return None  # "Lukket - 15.00.00-P20-1-25" stands under a title
    own = _ITS_NUMBER.match(line)
    return (int(own["number"]) if own else None), text
