"""Text layers that lost their line breaks: a page on one line is cut before the labels that begin its parts.

The parts keep the number of the line they came from, so that provenance still holds.
"""

from __future__ import annotations

import re

from pejl.minutes.lines import Line

_HEAD_LABELS = (
    r"(?:Mødedato|Mødested|Starttidspunkt|Sluttidspunkt|Afbud|Fraværende|Deltagere|Bemærkninger):|"
    r"(?:Mødetid|Mødedeltagere):?(?=\s)"
)
_ITEM_LABELS = r"Sagsfremstilling|Resum[eé]|Indstilling|Beslutning|Bilag:|Økonomi(?=\s[A-ZÆØÅ])|Lovgrundlag|Baggrund"
_HEAD_CUT = re.compile(rf"(?<=\S)\s+(?=(?:{_HEAD_LABELS}))")
_SIGNS = ("Mødedato", "Mødested", "Starttidspunkt", "Afbud:", "Sagsfremstilling", "Indstilling", "Beslutning")
_LEAST_LENGTH = 120


def unfold(lines: list[Line]) -> list[Line]:
    """The lines, with such as hold several labelled parts cut into these. Most texts come back unchanged."""
    unfolded: list[Line] = []
    for line in lines:
        unfolded += [_part(line, part) for part in _parts(line)] if len(line.text) >= _LEAST_LENGTH else [line]
    return unfolded


def _parts(line: Line) -> list[str]:
    if sum(word in line.text for word in _SIGNS) < 2:
        return [line.text]
    if len(re.findall(rf"(?:{_HEAD_LABELS})", line.text)) >= 3:
        return _HEAD_CUT.split(line.text)
    labels = re.findall(r"(?<![\w-])(Sagsfremstilling|Indstilling|Beslutning)(?=\s+[A-ZÆØÅ])", line.text)
    if len(set(labels)) >= 2:
        return [part for part in _cut(line.text) if part]
    return [line.text]


def _cut(text: str) -> list[str]:
    marked = re.sub(rf"(?<=\S)\s+(?=(?:{_ITEM_LABELS})\s+[A-ZÆØÅ])", "\n", text)
    marked = re.sub(
        r"(?m)^(Sagsfremstilling|Resum[eé]|Indstilling|Beslutning|Baggrund)\s+(?=[A-ZÆØÅ])", r"\1\n", marked
    )
    return [part.strip() for part in marked.split("\n")]


def _part(line: Line, text: str) -> Line:
    return Line(line.number, line.raw, text, 0, "", line.indent)
