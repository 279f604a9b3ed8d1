"""An item's own words with their lines, sentence by sentence: its title, its headings, its passages."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.document import Item, Lines
from pejl.minutes.passages import passages


def running_text(item: Item) -> Iterator[tuple[str, Lines]]:
    """Title, headings and sentences, each a text of its own. What another body decided is among them."""
    first = Lines(first=item.lines.first, last=item.lines.first)
    if item.title:
        yield item.title, first
    for section in item.sections:
        if section.heading:
            yield section.heading, Lines(first=section.lines.first, last=section.lines.first)
    for passage in passages(item):
        for sentence in passage.sentences:
            yield sentence.text, passage.lines
