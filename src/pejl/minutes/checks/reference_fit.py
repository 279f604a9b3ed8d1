"""What the text says of a reference's target, and whether another item of the same meeting fits it better.

Compared by the stems that carry the subject (`minutes.stems`). Another item is pointed out only where the named one
shares nothing with the sentence and the other plainly does: a sentence in general words points at nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pejl.minutes.checks.known import KnownItem
from pejl.minutes.document import Item, Reference
from pejl.minutes.passages import passages
from pejl.minutes.stems import shared, subject_stems

_LONG = 9
"""A stem this long is a word of its own ("befordringsanalys"): sharing it alone says enough."""


@dataclass(frozen=True)
class Said:
    """The sentence that a reference stands in. `own` are the stems of the item's title and case, `others` the numbers
    of other items named in the same sentence. An entry of a list of related treatments says nothing of its own.
    """

    sentence: str = ""
    own: frozenset[str] = frozenset()
    others: frozenset[int] = field(default_factory=frozenset)

    @property
    def stems(self) -> frozenset[str]:
        """What the sentence is about."""
        return subject_stems(self.sentence)

    def fits(self, item: KnownItem) -> bool:
        """Whether the sentence, or without one the title of the item it is in, plainly speaks of the item."""
        return _enough(shared(self.stems or self.own, _title_stems(item.title or "")))


def said_of(item: Item, reference: Reference) -> Said:
    """What `item` says where it makes the reference."""
    own = subject_stems(item.title or "")
    for passage in passages(item):
        if not passage.lines.first <= reference.line <= passage.lines.last or reference.text not in passage.text:
            continue
        sentence = next((each.text for each in passage.sentences if reference.text in each.text), passage.text)
        others = {
            each.item
            for each in item.references
            if each.item is not None and each.item != reference.item and each.text in sentence
        }
        return Said(sentence, own, frozenset(others))
    return Said(own=own)


def better_target(said: Said, named: KnownItem, items: Sequence[KnownItem]) -> KnownItem | None:
    """The one other open item of the meeting that the sentence plainly speaks of while it does not speak of `named`.

    A word that stands in several titles of the meeting tells none of them apart.
    """
    stems = said.stems - _common(items)
    if not stems or shared(stems, _title_stems(named.title or "") | _text_stems(named.text)):
        return None
    fitting = [
        item
        for item in items
        if item is not named
        and not item.closed
        and item.number is not None
        and item.number not in said.others
        and _enough(shared(stems, _title_stems(item.title or "")))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _enough(common: frozenset[str]) -> bool:
    return len(common) >= 2 or any(len(stem) >= _LONG for stem in common)


def _common(items: Sequence[KnownItem]) -> frozenset[str]:
    """The stems that stand in more than one title."""
    seen: set[str] = set()
    twice: set[str] = set()
    for item in items:
        stems = _title_stems(item.title or "")
        twice |= seen & stems
        seen |= stems
    return frozenset(twice)


@lru_cache(maxsize=4096)
def _title_stems(title: str) -> frozenset[str]:
    return subject_stems(title)


@lru_cache(maxsize=512)
def _text_stems(text: str) -> frozenset[str]:
    return subject_stems(text)
