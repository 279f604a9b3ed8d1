"""What an item promises twice, in its summary and in its text, is one promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pejl.minutes.promises.promise import Promise, PromiseKind
from pejl.minutes.stems import shared, stem, subject_stems


@dataclass(frozen=True)
class _Told:
    """A promise with the stems of what it promises and of its whole sentence."""

    promise: Promise
    what: frozenset[str]
    sentence: frozenset[str]
    words: tuple[str, ...]


def told_once(promises: Iterable[Promise]) -> list[Promise]:
    """The promises with each told once: a clause of the recommendation before the text, the first before the later."""
    found = [_told(promise) for promise in promises]
    kept: dict[tuple[object, ...], list[_Told]] = {}
    chosen = set()
    for told in sorted(found, key=lambda one: one.promise.clause is None):
        alike = kept.setdefault(_days_and_kind(told.promise), [])
        if not any(_same(told, other) for other in alike):
            alike.append(told)
            chosen.add(id(told))
    return [told.promise for told in found if id(told) in chosen]


def _told(promise: Promise) -> _Told:
    words = tuple(stem(word) for word in promise.what.casefold().split())
    return _Told(promise, subject_stems(promise.what), subject_stems(promise.sentence), words)


def _days_and_kind(promise: Promise) -> tuple[object, ...]:
    window = promise.window
    return promise.kind, window.first, window.last, window.recurring, promise.to


def _same(one: _Told, other: _Told) -> bool:
    """Whether two promises of one kind for the same days are of one subject, where both name theirs."""
    if one.promise.sentence == other.promise.sentence and one.promise.what != other.promise.what:
        return False
    if not one.what or not other.what:
        timed = one.promise.window.first is not None
        return one.promise.kind != PromiseKind.OTHER and (timed or one.words == other.words)
    if shared(one.what, other.what):
        return True
    return (len(one.what) == 1 and bool(shared(other.what, one.sentence))) or (
        len(other.what) == 1 and bool(shared(one.what, other.sentence))
    )
