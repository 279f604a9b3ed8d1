"""Which municipality a document speaks of, when its text leaves no doubt.

Heads of minutes do not say whose they are. The text does: a municipality writes its own name often. This is a derived
fact, never a stated one, so it is not part of the document, and a municipality named by a person goes before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pejl.minutes.document import Minutes

_NAMED = re.compile(r"\b([A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøåé]+)*(?:\s[A-ZÆØÅ][a-zæøåé]+)?)\sKommunes?\b")
_LEAST_MENTIONS = 3
_NO_NAME = re.compile(r"^(?:En|Den|Denne|Hver|Enhver|Alle|Andre|I|Som|For|Til|Fra|Både|At)$")


def municipality_named(minutes: Minutes) -> str | None:
    """The municipality that the text names at least three times and more often than all others together, or None."""
    counts = Counter(name for text in _texts(minutes) for name in names_in(text))
    if not counts:
        return None
    name, mentions = counts.most_common(1)[0]
    others = sum(counts.values()) - mentions
    return f"{name} Kommune" if mentions >= _LEAST_MENTIONS and mentions > others else None


def names_in(text: str) -> list[str]:
    """The municipalities that a text names, without the word "Kommune"; a small word at a sentence's
    start is no name.
    """
    names = []
    for found in _NAMED.findall(text):
        words = [word for word in found.split() if not _NO_NAME.match(word)]
        if words:
            names.append(" ".join(words))
    return names


def _texts(minutes: Minutes) -> Iterator[str]:
    for line in (*minutes.head, *minutes.unread):
        yield line.text
    for item in minutes.items:
        yield item.title or ""
        for section in item.sections:
            yield section.heading or ""
            for block in section.blocks:
                yield block.text
                yield from (entry.text for entry in block.entries)
