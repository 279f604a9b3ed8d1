"""Printed lines to paragraphs: which line ends are there only because the page is no wider.

A line goes on in the next one when all of this is so, on the same page:

* the next line's first word would not have fitted behind it within the text's right edge;
* the two stand in the same font size, the next one close below;
* neither is a table row or an entry of a table of contents, and the next one is no list entry; and
* the next one starts with a small letter, or, starting otherwise, it stands at the distance that lines of one paragraph
  have in this document, follows a line that does not end a sentence, and goes on like running text itself: it ends in a
  punctuation mark or reaches half across the page.

A line that fails is left on its own. An empty line is put where a paragraph stands apart from the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


def paragraphs(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[list[str]]:
    """The lines of each page, one per paragraph where that is clear."""
    edge = _right_edge(pages)
    step = _usual_step(pages, edge)
    for page in pages:
        yield _page_paragraphs(page, edge, step)


def _page_paragraphs(page: Sequence[PrintedLine], edge: float, step: float) -> list[str]:
    if not page:
        return []
    lines = [page[0].text]
    for line, following in pairwise(page):
        if _goes_on(line, following, edge, step):
            lines[-1] = join(lines[-1], following.text)
            continue
        if _stands_apart(line, following, step):
            lines.append("")
        lines.append(following.text)
    return lines


def _goes_on(line: PrintedLine, following: PrintedLine, edge: float, step: float) -> bool:
    if not _may_go_on(line, following, edge):
        return False
    if following.text[0].islower():
        return True
    return (
        step > 0
        and abs(_step(line, following) - step) < step * 0.15
        and not _ENDS_SENTENCE.search(line.text)
        and (
            line.text.endswith((",", "-"))
            or bool(_ENDS_WITH_MARK.search(following.text))
            or following.right - following.left > (edge - line.left) / 2
        )
    )


def _may_go_on(line: PrintedLine, following: PrintedLine, edge: float) -> bool:
    """Whether the page's width alone can be why the line ends where it does."""
    if line.row or following.row or not line.height:
        return False
    space = line.height * 0.2
    first_word = following.first_word_ends - following.left
    return (
        edge - line.right < first_word + space
        and abs(line.height - following.height) < line.height * 0.1
        and 0 < _step(line, following) < line.height * 1.75
        and not _LIST_ENTRY.match(following.text)
        and not _CONTENTS_ENTRY.search(line.text)
    )


def _step(line: PrintedLine, following: PrintedLine) -> float:
    """How far below a line the next one stands; negative where it stands above."""
    return line.bottom - following.bottom


def _right_edge(pages: Sequence[Sequence[PrintedLine]]) -> float:
    """How far to the right running text reaches in this document; nought where there is none.

    The farthest lines of all are left out (a hundredth), so that a stray one does not move the edge.
    """
    rights = sorted(line.right for page in pages for line in page if len(line.text) >= _RUNNING_TEXT and not line.row)
    return rights[-1 - len(rights) // 100] if rights else 0.0


def _usual_step(pages: Sequence[Sequence[PrintedLine]], edge: float) -> float:
    """The distance between the lines of one paragraph, from the pairs that are sure; nought where none is."""
    steps = [
        _step(line, following)
        for page in pages
        for line, following in pairwise(page)
        if following.text[:1].islower() and _may_go_on(line, following, edge)
    ]
    return median(steps) if steps else 0.0


def _stands_apart(line: PrintedLine, following: PrintedLine, step: float) -> bool:
    if line.row != following.row:
        return True
    return bool(step) and not line.row and not -step / 2 < _step(line, following) < step * 1.4
