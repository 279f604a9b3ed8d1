"""The ways a day is written, one pattern each, and the signs that something is a number of another kind.

Every pattern has the groups `day`, `month` (a number or a name) and `year`. The patterns say what a day looks like; the
functions below them say when the characters around it show a piece of a case number, an amount, a telephone number or
a version. Between the words of a day there may be a line break, as in a wrapped sentence.

Patterns are matched where a run of digits starts, which is far quicker than letting each of them search the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pejl.calendar.names import ANY_MONTH, DANISH_MONTH, FULL_WEEKDAY, SHORT_MONTH, SHORT_WEEKDAY

_GAP = r"\s{0,3}"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_MONTH_NAME = rf"(?P<month>{ANY_MONTH})(?![^\W\d_])\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_SHORT_YEAR = r"(?P<year>[0-9]{2})"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{pattern}(?![0-9])", re.IGNORECASE)


IN_WORDS = (
    # 3. december 2025 · 06. maj 2026 · 11 januar, 2021 · 3. dec. 2025
    _form(rf"{_DAY}\.?{_GAP}{_MONTH_NAME},?{_GAP}{_YEAR}"),
    # 3. december '25
    _form(rf"{_DAY}\.?{_GAP}{_MONTH_NAME},?{_GAP}['’]{_SHORT_YEAR}"),
)
MONTH_FIRST = _form(rf"{_MONTH_NAME}\s{{1,3}}{_DAY}(?:st|nd|rd|th)?,{_GAP}{_YEAR}")
"""September 10, 2020: the one form that does not start with a digit."""

IN_NUMBERS = (
    # 03.12.2025 · 3. 12. 2025
    _form(rf"{_DAY}\.[ ]?{_MONTH}\.[ ]?{_YEAR}"),
    # 03-12-2025 · 03/12/2025
    _form(rf"{_DAY}(?P<mark>[-/]){_MONTH}(?P=mark){_YEAR}"),
    # 31/12-2025 · 3/12 2025
    _form(rf"{_DAY}/{_MONTH}(?:[ ]?[-–][ ]?|[ ]){_YEAR}"),
    # 2025-12-03
    _form(rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})"),
)
IN_NUMBERS_WITH_SHORT_YEAR = (
    # 13.05.25 · 13-05-25 · 13/05/25
    _form(rf"{_DAY}(?P<mark>[./-]){_MONTH}(?P=mark){_SHORT_YEAR}"),
    # 13/5-25
    _form(rf"{_DAY}/{_MONTH}-{_SHORT_YEAR}"),
)
ONLY_ALONE = (
    # 3. dec. 25 (in running text "3. maj 25 personer" would be read as a day)
    _form(rf"{_DAY}\.?{_GAP}{_MONTH_NAME},?{_GAP}{_SHORT_YEAR}"),
)
WITHOUT_YEAR = (
    # 2. april · 4 juni · 24. dec.
    _form(rf"{_DAY}\.?[ \u00a0]?(?P<month>{DANISH_MONTH}|(?:{SHORT_MONTH})\.?)(?![^\W\d_])(?!,?{_GAP}['’]?[0-9]{{4}})"),
    # d. 17/6 · den 17/6 (bare "17/6" is as often a fraction or a case number)
    _form(rf"(?<=\bd\. ){_DAY}/{_MONTH}(?![./-])"),
    _form(rf"(?<=\bden ){_DAY}/{_MONTH}(?![./-])"),
)

INTRODUCTION = re.compile(
    rf"""(?:(?P<weekday>
              (?:(?<![^\W_])|(?-i:(?<=[a-zæøå])(?=[A-ZÆØÅ])))(?:{FULL_WEEKDAY})[,.]?   # a glued label may stand before
            | (?<![^\W_])(?:{SHORT_WEEKDAY})\.,?
          )\s{{0,3}}(?:dag\s)?)?
        (?:(?<![^\W_])(?:den|d\.?)(?![^\W\d_]))?\s{{0,3}}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
"""What may lead up to a day: a weekday, "den" or "d.". Search it in the characters that end where the day starts."""

MAY_NAME_WEEKDAY = re.compile(r"[dD][aA][gGyY]|[.]")
"""What is in every introduction with a weekday, and in few others: quicker to look for than the weekday itself."""

INTRODUCTION_REACH = 30
"""How many characters before a day can belong to its introduction."""

_DIGITS = re.compile(r"[0-9]+")
_DIGITS_OF_A_DAY = re.compile(rf"[0-9](?<![0-9]{{2}})[0-9]*+(?=[./-][ ]?[0-9]|\.?{_GAP}(?i:{ANY_MONTH}))")
"""A run of digits with what follows it in every form that begins with digits. It begins with one digit, of which case
is not asked, so that the search can skip to it, and never inside a run, of which there is one end."""

_YEAR_AFTER_COMMA = re.compile(rf",{_GAP}[0-9]{{4}}")
_DAY_AFTER_MONTH = re.compile(rf"[0-9]{{1,2}}(?:st|nd|rd|th)?,{_GAP}[0-9]{{4}}(?![0-9])", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,9}\.?\s{1,3}\Z")
_WORD_REACH = 14

_RUNS_ON_BEFORE = re.compile(r"[0-9][./]\Z")
_RUNS_ON_AFTER = re.compile(r"[./][0-9]")
_LISTED_BEFORE = re.compile(r"[0-9][,:]\Z")
_LISTED_AFTER = re.compile(r"[,:][0-9]")
_LETTER_BEFORE = re.compile(r"[^\W_]\Z")
_LETTER_AFTER = re.compile(r"(?!T[0-9]{2}:[0-9]{2})[^\W_]")
"""A letter other than the T of "2025-12-03T19:00": the T of "28.10.01T19-0001 10" begins a case number's facet."""

_GLUED_LABEL_BEFORE = re.compile(r"[a-zæøå]{3}\Z")
_HYPHEN_BEFORE = re.compile(r"[^\W_]-\Z")
_HYPHEN_AFTER = re.compile(r"-[0-9]")
_FACET_AFTER = re.compile(r"\s?-\s?[A-ZÆØÅ][0-9]{2}(?![0-9])")
_RANGE_BEFORE = re.compile(r"(?<![0-9])[0-9]{4}-\Z")
_RANGE_AFTER = re.compile(r"-[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{4}(?![0-9])")
_OTHER_NUMBER_ANNOUNCED = re.compile(
    r"""(?:\b(?:KLE|emne|sag|journal|j|dokument|dok|telefon|tlf|version|vers|ver|bilag|afsnit|kapitel|kap|punkt|pkt
              |tabel|figur|side|nummer|nr|stk|kl|klokken)
           (?:s?(?:nummer|nr|id))?\.?(?:\s?nr\.?)?
        |§+|[+]45)\s?[:#]?\s{0,3}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_ANNOUNCEMENT_REACH = 24


def starts_of_days(text: str) -> list[int]:
    """Where any form that begins with digits may begin."""
    return [digits.start() for digits in _DIGITS_OF_A_DAY.finditer(text)]


def matches(patterns: Iterable[re.Pattern[str]], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """What the patterns match at `starts` (see `starts_of_days`). Matches of several patterns may overlap."""
    for pattern in patterns:
        yield from (match for start in starts if (match := pattern.match(text, start)))


def month_first_matches(text: str) -> Iterator[re.Match[str]]:
    """What the English form matches: looked for from its day, since days are rarer than words."""
    if not _YEAR_AFTER_COMMA.search(text):
        return
    for digits in _DIGITS.finditer(text):
        start = digits.start()
        if not _DAY_AFTER_MONTH.match(text, start):
            continue
        offset = max(0, start - _WORD_REACH)
        word = _WORD_BEFORE.search(text[offset:start])
        if word and (match := MONTH_FIRST.match(text, offset + word.start())):
            yield match


def part_of_longer_number(text: str, start: int, end: int) -> bool:
    """Whether the numeric day from `start` to `end` is a piece of a longer one: a case number, an amount, a version.

    A label glued to its value ("Mødedato03-12-2025", as PDF tools leave it) and the days of a range written without
    spaces ("01.07.2025-31.12.2025") are days all the same.
    """
    before, after = text[max(0, start - 6) : start], text[end : end + 12]
    if _RUNS_ON_BEFORE.search(before) or _RUNS_ON_AFTER.match(after) or _FACET_AFTER.match(after):
        return True
    if _LETTER_AFTER.match(after) or (_LETTER_BEFORE.search(before) and not _GLUED_LABEL_BEFORE.search(before)):
        return True
    if _HYPHEN_BEFORE.search(before) and not _RANGE_BEFORE.search(before):
        return True
    return bool(_HYPHEN_AFTER.match(after)) and not _RANGE_AFTER.match(after)


def doubtful_with_short_year(text: str, start: int, end: int) -> bool:
    """Whether three pairs of digits are better left alone: "Sagsnr. 27.03.10", "tlf. 12.10.20", "afsnit 1.2.10"."""
    return (
        bool(_LETTER_BEFORE.search(text[max(0, start - 1) : start]))
        or bool(_HYPHEN_AFTER.match(text[end : end + 2]))
        or bool(_LISTED_AFTER.match(text[end : end + 2]))
        or bool(_LISTED_BEFORE.search(text[max(0, start - 2) : start]))
        or bool(_OTHER_NUMBER_ANNOUNCED.search(text[max(0, start - _ANNOUNCEMENT_REACH) : start]))
        or part_of_longer_number(text, start, end)
    )


def runs_on_from_number(text: str, start: int) -> bool:
    """Whether a number and its mark stand right before `start`, as in "1.3. maj 2025"."""
    return bool(_RUNS_ON_BEFORE.search(text[max(0, start - 2) : start]))
