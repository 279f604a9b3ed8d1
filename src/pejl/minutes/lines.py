"""Source lines as a reader of minutes sees them: the text without markup, and what the markup told.

Plain text, Markdown, and the tags that PDF tools leave in cells all end here, so that no later step knows about them.
The raw line is kept beside, since text is never dropped silently.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(?=\S)(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^\s*([•◦▪‣·–—*+-])\s+(?=\S)")
_NUMBER_MARK = re.compile(
    r"^\s*(?:[•*-]\s+)?((?:[Aa]t\s+)?\d{1,2}[.)](?!\d)|\(\d{1,2}\)|[a-zæøåA-ZÆØÅ]\)|[a-zæøå]\.(?=\s))\s*(?=\S)"
)
_BREAKING_TAG = re.compile(r"<\s*/?\s*(?:p|br|li|ul|ol|div|td|th|tr|h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(
    r"<\s*/?\s*(?:a|b|i|u|em|strong|span|sup|sub|font|small|table|tbody|thead|tfoot|caption|col|colgroup)\b[^<>]*>",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
_SPACES = re.compile(r"[^\S\t\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One source line. `number` counts from 1; `text` is free of markup and bullets but keeps tabs and printed numbers.

    `level` is a Markdown heading's level (0: not marked as a heading); `indent` counts leading spaces of the raw line.
    """

    number: int
    raw: str
    text: str
    level: int
    bullet: str
    indent: int

    @property
    def blank(self) -> bool:
        """Nothing to read on the line (though it may hold empty markup, such as a lone "##")."""
        return not self.text


def without_markup(raw: str) -> str:
    """The text of a raw line without Markdown emphasis, tags and entities; inner tabs stay, runs of spaces become one.

    >>> without_markup("**Mødested** 2608 &amp; <b>sal</b>")
    'Mødested 2608 & sal'
    """
    text = raw
    if "<" in text:
        text = _TAG.sub("", _BREAKING_TAG.sub(" ", text))
    if "&" in text:
        text = html.unescape(text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("", _STRONG.sub("", text))
    if "  " in text or not text.isprintable():
        # All other lines, nearly every one, have single blanks only: no other space prints.
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def read_line(number: int, raw: str) -> Line:
    """The line `raw`, which stands as number `number` in its source."""
    level, body = 0, raw
    if heading := _HEADING.match(raw):
        level, body = len(heading[1]), heading[2]
    bullet = ""
    if mark := _BULLET.match(body):
        bullet, body = mark[1], body[mark.end() :]
    text = without_markup(body)
    if not text.strip():
        text = ""
    if not text and raw.strip() and not level:
        text = raw.strip() if _has_words(raw) else ""
    indent = len(raw) - len(raw.lstrip(" \t"))
    return Line(number, raw, text, level, bullet, indent)


def read_lines(raws: Iterable[str]) -> list[Line]:
    """All lines of a source, numbered from 1."""
    return [read_line(number, raw) for number, raw in enumerate(raws, start=1)]


def split_mark(line: Line) -> tuple[str, str]:
    """The list mark that a line begins with ("1.", "a)", "At 2)", "•", or "") and the text after it."""
    if mark := _NUMBER_MARK.match(line.text):
        return mark[1], line.text[mark.end() :]
    return line.bullet, line.text


def mark_number(mark: str) -> int | None:
    """The number that a list mark stands for: "2." and "At 2)" are 2, "b)" is 2; a bullet is None."""
    if digits := re.search(r"\d+", mark):
        return int(digits[0])
    letter = mark.strip(".)(").lower()
    return ord(letter) - ord("a") + 1 if len(letter) == 1 and "a" <= letter <= "z" else None


def is_blank_source(raw: str) -> bool:
    """Whether a raw line holds nothing that a person could miss: no letter and no digit."""
    return not _has_words(raw)


def _has_words(raw: str) -> bool:
    return any(character.isalnum() for character in raw)
