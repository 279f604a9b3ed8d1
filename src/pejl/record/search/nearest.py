"""What to try when nothing was found: words put right, and what each word alone would give."""

from __future__ import annotations

from collections.abc import Iterator

from tantivy import Searcher

from pejl.record.search.asked import Asked, Wanted, read_asked
from pejl.record.search.compounds import SHORTEST_STEM_ALONE, is_word
from pejl.record.search.matching import Matcher
from pejl.record.search.shapes import Query, Suggestion, WordCount

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøåéöü"
_LONGEST_PUT_RIGHT = 40
_SHORTEST_PUT_RIGHT = 4
_SHORTEST_TWO_WRONG = 7
_SHARED_BEGINNING = 3
_COUNTED_AT_MOST = 12


def suggest(searcher: Searcher, matcher: Matcher, asked: Asked, query: Query) -> Suggestion:
    """Advice on a query that has no hits. Nothing is searched in its place; the reader chooses."""
    alone = []
    replaced: dict[Wanted, str] = {}
    for wanted in asked.wanted[:_COUNTED_AT_MOST]:
        count = _count(matcher, Asked((wanted,)), query)
        nearest = None
        if not count and not _count(matcher, Asked((wanted,)), Query("")):
            nearest = None if wanted.is_phrase else nearest_word(searcher, matcher, wanted.words[0])
            replaced[wanted] = nearest or ""
        alone.append(WordCount(wanted.text, count, nearest))
    return Suggestion(_put_right(matcher, asked, query, replaced), tuple(alone))


def _put_right(matcher: Matcher, asked: Asked, query: Query, replaced: dict[Wanted, str]) -> str | None:
    """The query with its unknown words replaced, if all of them can be and the new query has hits."""
    if not replaced or not all(replaced.values()):
        return None
    wanted = [replaced.get(one) or _typed(one) for one in asked.wanted]
    text = " ".join((*wanted, *("-" + _typed(one) for one in asked.unwanted)))
    return text if _count(matcher, read_asked(text), query) else None


def _typed(wanted: Wanted) -> str:
    return f'"{wanted.text}"' if " " in wanted.text else wanted.text


def _count(matcher: Matcher, asked: Asked, query: Query) -> int:
    return matcher.count(matcher.of(asked, query))


def nearest_word(searcher: Searcher, matcher: Matcher, word: str) -> str | None:
    """The record's word that differs least from this one, by at most two letters; the most frequent of equals."""
    if not is_word(word) or not _SHORTEST_PUT_RIGHT <= len(word) <= _LONGEST_PUT_RIGHT:
        return None
    counted = {near: _items_with(searcher, matcher, near) for near in set(_one_edit_away(word))}
    if not any(counted.values()) and len(word) >= _SHORTEST_TWO_WRONG:
        alike = searcher.terms_with_prefix("words", word[:_SHARED_BEGINNING])
        counted = {near: _items_with(searcher, matcher, near) for near, _ in alike if _within(word, near, 2)}
    found = sorted((-count, near) for near, count in counted.items() if count)
    return found[0][1] if found else None


def _items_with(searcher: Searcher, matcher: Matcher, word: str) -> int:
    """The number of items that hold the word, or a form of it where it is a stem.

    The dictionary remembers removed words, so a known one is counted.
    """
    if searcher.doc_freq("words", word):
        return matcher.count(matcher.exactly(word))
    if len(word) >= SHORTEST_STEM_ALONE and any(searcher.doc_freq(field, word) for field in ("text", "title")):
        return matcher.count(matcher.stemmed(word))
    return 0


def _one_edit_away(word: str) -> Iterator[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for head, tail in cuts:
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _within(one: str, other: str, limit: int) -> bool:
    """Whether two words differ by at most `limit` inserted, deleted or replaced letters."""
    if abs(len(one) - len(other)) > limit:
        return False
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        last, row[0] = row[0], at
        for to, against in enumerate(other, start=1):
            last, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, last + (letter != against))
        if min(row) > limit:
            return False
    return row[-1] <= limit
