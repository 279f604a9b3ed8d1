"""The texts of an export as lines: HTML through the reader of web pages, plain text as it stands."""

from __future__ import annotations

import codecs
import html
import re

from pejl.minutes.sources.characters import split_lines
from pejl.minutes.sources.web_page import read_web_page

_TAG = re.compile(r"<(?:!|/?[a-zA-Z])")
_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_FILLERS = frozenset({"tomt indhold", "beslutning ikke frigivet", "ingen tekst", "-"})


def html_lines(source: str) -> tuple[str, ...]:
    """The lines of a piece of HTML, or of a text that only may be HTML; none where it holds nothing but a filler."""
    if not _TAG.search(source):
        return text_lines(html.unescape(source))
    begun = _BODY.search(source) or _HEAD_END.search(source)
    source = _without_islands(source[begun.end() :] if begun else source)
    return _filled(read_web_page(codecs.BOM_UTF8 + source.encode("utf-8", "replace")))


def text_lines(source: str) -> tuple[str, ...]:
    """The lines of a plain text; none where it holds nothing but a filler."""
    return _filled(split_lines(source))


def one_line(text: str) -> str:
    """A title or a name on one line, without tags and entities."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", text) if _TAG.search(text) else text).split())


def _without_islands(source: str) -> str:
    """The HTML without islands of XML: Word leaves its own settings there, the writer's name among them."""
    small = source.lower()
    kept: list[str] = []
    at = 0
    while (start := small.find("<xml", at)) >= 0 and (end := small.find("</xml>", start)) >= 0:
        kept.append(source[at:start])
        at = end + len("</xml>")
    return "".join([*kept, source[at:]]) if len(small) == len(source) else source


def _filled(lines: list[str]) -> tuple[str, ...]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if not filled:
        return ()
    kept = lines[filled[0] : filled[-1] + 1]
    return () if len(filled) == 1 and kept[0].strip(" .").casefold() in _FILLERS else tuple(kept)
