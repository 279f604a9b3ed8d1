"""From what was asked to a query of the index.

Where a word stands decides before how often: a whole word in the title above a whole word in the text above a part of a
word in the title above a part of a word in the text. Within whole words of the text, frequency decides (BM25).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

import tantivy
from tantivy import Occur, Schema, Searcher

from pejl.record.search.asked import Asked, Wanted
from pejl.record.search.compounds import NOT_PARTS, SHORTEST_WORD
from pejl.record.search.shapes import Query
from pejl.record.search.words import stems_meant

_WHOLE_IN_TITLE = 100.0
_WHOLE_IN_TEXT = 30.0
_PART_IN_TITLE = 5.0
_PART_IN_TEXT = 1.0
_PHRASES_AT_MOST = 64


@dataclass(frozen=True)
class Sought:
    """A word or phrase as the index may hold it: for each of its words the stems it may stand under."""

    wanted: Wanted
    stems: tuple[tuple[str, ...], ...]


class Matcher:
    """Builds the queries of one index for one search."""

    def __init__(self, searcher: Searcher, schema: Schema) -> None:
        self._searcher = searcher
        self._schema = schema

    def sought(self, wanted: Wanted) -> Sought:
        """The stems that the index knows for each word; the word's own stem is kept even where it does not."""
        return Sought(wanted, tuple(tuple(self._known_stems(word)) for word in wanted.words))

    def query(self, wanted: Sequence[Sought], unwanted: Sequence[Sought], filters: Query) -> tantivy.Query:
        """Items that hold everything wanted and nothing unwanted, under the filters."""
        clauses = [(Occur.Must, self.one(sought)) for sought in wanted]
        clauses += [(Occur.MustNot, self.one(sought)) for sought in unwanted]
        clauses += self.filters(filters)
        if not any(occur is Occur.Must for occur, _ in clauses):
            clauses.append((Occur.Must, _at_least(0.0, tantivy.Query.all_query())))
        return tantivy.Query.boolean_query(clauses)

    def of(self, asked: Asked, filters: Query) -> tantivy.Query:
        """The query for what was asked."""
        return self.query(
            [self.sought(one) for one in asked.wanted], [self.sought(one) for one in asked.unwanted], filters
        )

    def filters(self, filters: Query) -> list[tuple[Occur, tantivy.Query]]:
        """The clauses that narrow down without having a say in the order."""
        asked = {
            "municipality": filters.municipality,
            "body": filters.body,
            "year": filters.year,
            "outcome": filters.outcome,
            "subject": filters.subject,
        }
        return [
            (Occur.Must, _at_least(0.0, self._term(field, value)))
            for field, value in asked.items()
            if value is not None and value != ""
        ]

    def one(self, sought: Sought) -> tantivy.Query:
        """Items that hold one word or phrase, in the title, the text, the case number or inside a word."""
        if sought.wanted.is_phrase:
            return self._phrase(sought)
        (word,), (stems,) = sought.wanted.words, sought.stems
        clauses = [_at_least(_WHOLE_IN_TITLE, self._term("title", stem)) for stem in stems]
        for stem in stems:
            in_text = self._term("text", stem)
            clauses += [_at_least(_WHOLE_IN_TEXT, in_text), in_text]
        if _may_be_part(word):
            inside = [stem for stem in stems if self._searcher.doc_freq("text_parts", stem)]
            clauses += [_at_least(_PART_IN_TEXT, self._term("text_parts", stem)) for stem in inside]
            inside = [stem for stem in stems if self._searcher.doc_freq("title_parts", stem)]
            clauses += [_at_least(_PART_IN_TITLE, self._term("title_parts", stem)) for stem in inside]
        if _is_serial(word):
            clauses.append(_at_least(_WHOLE_IN_TITLE, self._term("case", word)))
        return _any_of(clauses)

    def count(self, query: tantivy.Query) -> int:
        """The number of items that a query has."""
        found: Any = self._searcher.search(query, 1)
        return int(found.count)

    def exactly(self, word: str) -> tantivy.Query:
        """Items that hold the word as written, in lower case."""
        return self._term("words", word)

    def _phrase(self, sought: Sought) -> tantivy.Query:
        clauses = [_at_least(_WHOLE_IN_TITLE, self._words_together("case", sought.wanted.words))]
        for stems in islice(product(*sought.stems), _PHRASES_AT_MOST):
            in_text = self._words_together("text", stems)
            clauses += [
                _at_least(_WHOLE_IN_TITLE, self._words_together("title", stems)),
                _at_least(_WHOLE_IN_TEXT, in_text),
                in_text,
            ]
        return _any_of(clauses)

    def _known_stems(self, word: str) -> Iterator[str]:
        own, *others = stems_meant(word)
        yield own
        for stem in others:
            if any(self._searcher.doc_freq(field, stem) for field in ("text", "title", "text_parts", "title_parts")):
                yield stem

    def _term(self, field: str, value: str | int) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)

    def _words_together(self, field: str, words: Iterable[str]) -> tantivy.Query:
        return tantivy.Query.phrase_query(self._schema, field, list(words))


def _at_least(score: float, query: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, score)


def _any_of(queries: list[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Should, query) for query in queries])


def _may_be_part(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and word.isalpha() and word not in NOT_PARTS


def _is_serial(word: str) -> bool:
    """Whether a word alone may be a piece of a case number: it has four signs and a digit, and is not a year."""
    is_year = len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
    return len(word) >= 4 and any(sign.isdigit() for sign in word) and not is_year
