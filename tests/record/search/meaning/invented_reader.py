"""A reader that knows a few words, in place of the model: quick, the same everywhere, and it counts what it reads.

Two texts are near by the matters that their words are of; a text of no known matter is of its own. As with the
model, its points are all near to each other, and those of one matter nearer.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np

from pejl.record.search.meaning.reading import DIMENSIONS, Points, Reader

MATTERS = (
    {"cykelsti", "cykelstien", "cyklister", "belysning", "lygter", "lys"},
    {"skolebus", "bussen", "transport", "elever", "kørsel"},
    {"klager", "klage", "ankestyrelsen", "medhold", "afgørelser"},
    {"salat", "frokost", "kantine", "mad"},
)


class InventedReader(Reader):
    """Reads by the list of matters above."""

    def __init__(self, name: str = "invented") -> None:
        self.name = name
        self.read: list[str] = []

    def passages(self, texts: Sequence[str]) -> Points:
        self.read += texts
        return np.stack([_point(text) for text in texts])

    def question(self, text: str) -> Points:
        return _point(text)


def _point(text: str) -> Points:
    words = set(re.findall(r"\w+", text.lower()))
    point = np.zeros(DIMENSIONS, np.float32)
    point[0] = 1.9
    for place, matter in enumerate(MATTERS, start=1):
        point[place] = bool(words & matter)
    if not point[1:].any():
        point[len(MATTERS) + 1 + zlib.crc32(text.encode("utf-8", "replace")) % 300] = 1
    found: Points = (point / np.linalg.norm(point)).astype(np.float32)
    return found
