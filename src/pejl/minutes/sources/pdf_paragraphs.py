"""Printed lines to paragraphs: which line ends are there only because the page is no wider.

A line goes on in the next one when all of this is so, on the same page:

* the next line's first word would not have fitted behind it within the text's right edge;
* the two stand in the same font size, the next one close below;
* neither is a table row or an entry of a table of contents, and the next one is no list entry; and
* the next one starts with a small letter, or, starting otherwise, it stands at the distance that lines of one paragraph
  have in this document, goes on like running text itself (it ends in a punctuation mark or reaches half across the
  page), and follows a line that does not end a sentence, unless this document parts its paragraphs by space.

A line that fails is left on its own. An empty line is put where a paragraph stands apart from the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pejl.minutes.sources.pdf_page import PrintedLine
from pejl.minutes.sources.wrapped_lines import join

_RUNNING_TEXT = 40
"""Characters: shorter lines (labels, page numbers) do not tell where the text's right edge is."""

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_LIST_ENTRY = re.compile(
    rf"\d{{1,3}}[.)](?!\d|\s(?:{_MONTHS})\b)|\(?[a-zA-Z][.)]\s|[•▪◦·*–-]\s|\d+(?:\.\d+)*\s+[A-ZÆØÅ]|Ad\s*\d"
)
_CONTENTS_ENTRY = re.compile(r"\.{3,}\s*\d*$")
_ENDS_SENTENCE = re.compile(r"[.:;!?][)»”\"']*$")
_ENDS_WITH_MARK = re.compile(r"[.:;!?,)»”\"']$")


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a document is set."""

    edge: float
    """How far to the right running text reaches; nought where there is none."""

    step: float = 0.0
    """The distance between the lines of one paragraph; nought where it is not known."""

    spaced: bool = False
    """Whether paragraphs stand farther apart than the lines of one."""


def paragraphs(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[list[str]]:
    """The lines of each page, one per paragraph where that is clear."""
    setting = _setting(pages)
    for page in pages:
        yield _page_paragraphs(page, setting)


def _page_paragraphs(page: Sequence[PrintedLine], setting: _Setting) -> list[str]:
    if not page:
        return []
    lines = [page[0].text]
    for line, following in pairwise(page):
        if _goes_on(line, following, setting):
            lines[-1] = join(lines[-1], following.text)
            continue
        if _stands_apart(line, following, setting.step):
            lines.append("")
        lines.append(following.text)
    return lines


def _goes_on(line: PrintedLine, following: PrintedLine, setting: _Setting) -> bool:
    if following.text[:1].islower():
        return _may_go_on(line, following, setting.edge)
    if not setting.step or abs(_step(line, following) - setting.step) > setting.step * 0.15:
        return False
    if not _may_go_on(line, following, setting.edge):
        return False
    if _ENDS_SENTENCE.search(line.text, _tail(line)) and not setting.spaced:
        return False
    return (
        line.text.endswith((",", "-"))
        or bool(_ENDS_WITH_MARK.search(following.text, _tail(following)))
        or following.right - following.left > (setting.edge - line.left) / 2
    )


def _may_go_on(line: PrintedLine, following: PrintedLine, edge: float) -> bool:
    """Whether the page's width alone can be why the line ends where it does."""
    return (
        _are_set_alike(line, following)
        and not _has_room(line, following, edge)
        and 0 < _step(line, following) < line.height * 1.75
        and not _LIST_ENTRY.match(following.text)
        and not _CONTENTS_ENTRY.search(line.text, _tail(line))
    )


def _are_set_alike(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether neither is a table row and both have the same font size."""
    if line.row or following.row or not line.height:
        return False
    return abs(line.height - following.height) < line.height * 0.1


def _has_room(line: PrintedLine, following: PrintedLine, edge: float) -> bool:
    """Whether the next line's first word would have fitted behind the line, as far as is known."""
    if not edge:
        return True
    space = line.height * 0.2
    return edge - line.right >= following.first_word_ends - following.left + space


def _tail(line: PrintedLine) -> int:
    """Where to begin looking for how a line ends: an end mark or a page number is short."""
    return max(len(line.text) - 20, 0)


def _step(line: PrintedLine, following: PrintedLine) -> float:
    """How far below a line the next one stands; negative where it stands above."""
    return line.bottom - following.bottom


def _setting(pages: Sequence[Sequence[PrintedLine]]) -> _Setting:
    """The document's setting, from those pairs of lines that are sure to belong together or apart."""
    # The farthest hundredth is left out, so that a stray line does not move the edge.
    rights = sorted(line.right for page in pages for line in page if _is_running_text(line))
    if not rights:
        return _Setting(edge=0.0)
    edge = rights[-1 - len(rights) // 100]
    together: list[float] = []
    apart: list[float] = []
    for page in pages:
        for line, following in pairwise(page):
            if following.text[:1].islower():
                if _may_go_on(line, following, edge):
                    together.append(_step(line, following))
            elif _ends_paragraph(line, following, edge):
                apart.append(_step(line, following))
    if not together:
        return _Setting(edge)
    step = median(together)
    near = sum(distance < step * 1.2 for distance in apart)
    return _Setting(edge, step, spaced=len(apart) >= 3 and near * 10 <= len(apart))


def _is_running_text(line: PrintedLine) -> bool:
    return not line.row and len(line.text) >= _RUNNING_TEXT


def _ends_paragraph(line: PrintedLine, following: PrintedLine, edge: float) -> bool:
    """Whether a paragraph of running text ends here and another begins, told by the room that was left."""
    return (
        _is_running_text(following)
        and _are_set_alike(line, following)
        and _has_room(line, following, edge)
        and bool(_ENDS_SENTENCE.search(line.text, _tail(line)))
        and not _LIST_ENTRY.match(following.text)
        and _step(line, following) > 0
    )


def _stands_apart(line: PrintedLine, following: PrintedLine, step: float) -> bool:
    if line.row != following.row:
        return True
    return bool(step) and not line.row and not -step / 2 < _step(line, following) < step * 1.4
