"""From what was asked to a query of the index.

Where a word stands decides the order of the hits: a whole word in the title above one in the text, above a part of a
word in the title, above a part of a word in the text; a text that says the word often is above one that says it once.
The scores are whole numbers, and nothing in them depends on what else is in the index or how it came there, as the
usual weighing of words by their rarity (BM25) would; since all words asked for must be there, rarity says little.
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
from pejl.record.search.words import printed, stems_meant

_WHOLE_IN_TITLE = 8.0
_WHOLE_IN_TEXT = 4.0
_PART_IN_TITLE = 2.0
_PART_IN_TEXT = 1.0
_OFTEN_IN_TEXT = 1.0
_AS_TYPED = 1.0
_FIELDS_OF_WHOLE_WORDS = (("title", _WHOLE_IN_TITLE), ("text", _WHOLE_IN_TEXT), ("often", _OFTEN_IN_TEXT))
_FIELDS_OF_WORDS = (*_FIELDS_OF_WHOLE_WORDS, ("title_parts", _PART_IN_TITLE), ("text_parts", _PART_IN_TEXT))
_YEARS = range(1, 10_000)
_PHRASES_AT_MOST = 64


_Term = tuple[str, str, float]  # a field, a term in it, and what it scores


@dataclass(frozen=True)
class Sought:
    """A word or phrase as the index may hold it.

    `stems` are, for each of its words, the stems it may stand under that the index knows. `terms` are where a single
    word is to be found; a phrase has none.
    """

    wanted: Wanted
    stems: tuple[tuple[str, ...], ...]
    terms: tuple[_Term, ...] = ()


class Matcher:
    """Builds the queries of one index for one search."""

    def __init__(self, searcher: Searcher, schema: Schema) -> None:
        self._searcher = searcher
        self._schema = schema

    def sought(self, wanted: Wanted) -> Sought:
        """Where the index knows a word or phrase: looked up once, for the query and for the marks alike."""
        if wanted.is_phrase:
            return Sought(wanted, tuple(tuple(self._known_stems(word)) for word in wanted.words))
        (word,) = wanted.words
        fields = _FIELDS_OF_WORDS if _may_be_part(word) else _FIELDS_OF_WHOLE_WORDS
        terms = [(field, each, score) for each in stems_meant(word) for field, score in fields]
        terms.append(("words", word, _AS_TYPED))
        if _is_serial(word):
            terms.append(("case", word, _WHOLE_IN_TITLE))
        known = tuple(term for term in terms if self._searcher.doc_freq(*term[:2]))
        return Sought(wanted, (tuple(dict.fromkeys(each for field, each, _ in known if field != "words")),), known)

    def query(self, wanted: Sequence[Sought], unwanted: Sequence[Sought], filters: Query) -> tantivy.Query:
        """Items that hold everything wanted and nothing unwanted, under the filters."""
        clauses = [(Occur.Must, self.one(sought)) for sought in wanted]
        clauses += [(Occur.MustNot, self.one(sought)) for sought in unwanted]
        clauses += self.filters(filters)
        if not any(occur is Occur.Must for occur, _ in clauses):
            clauses.append((Occur.Must, scored(0.0, tantivy.Query.all_query())))
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
            "outcome": filters.outcome,
            "subject": filters.subject,
        }
        clauses = [self._term(field, printed(value)) for field, value in asked.items() if value]
        if filters.year is not None:
            clauses.append(self._term("year", filters.year) if filters.year in _YEARS else tantivy.Query.empty_query())
        return [(Occur.Must, scored(0.0, clause)) for clause in clauses]

    def one(self, sought: Sought) -> tantivy.Query:
        """Items that hold one word or phrase, in the title, the text, the case number or inside a word."""
        if sought.wanted.is_phrase:
            return self._phrase(sought)
        return any_of([scored(score, self._term(field, term)) for field, term, score in sought.terms])

    def holds(self, sought: Sought) -> bool:
        """Whether any item holds a word or phrase, whatever the filters."""
        return bool(sought.wanted.is_phrase or sought.terms) and self.count(self.one(sought)) > 0

    def count(self, query: tantivy.Query) -> int:
        """The number of items that a query has."""
        found: Any = self._searcher.search(query, 1)
        return int(found.count)

    def exactly(self, word: str) -> tantivy.Query:
        """Items that hold the word as written, in lower case."""
        return self._term("words", word)

    def stemmed(self, stem: str) -> tantivy.Query:
        """Items that hold a word with this stem."""
        return any_of([self._term(field, stem) for field in ("title", "text")])

    def writes(self, word: str) -> bool:
        """Whether any item holds the word as written. The dictionary remembers removed words, so it is counted."""
        return bool(self._searcher.doc_freq("words", word)) and self.count(self.exactly(word)) > 0

    def together(self, sought: Sequence[Sought]) -> tantivy.Query:
        """Items that hold all of these, as the pieces of a word that was put together."""
        return all_of([self.one(one) for one in sought])

    def items(self) -> int:
        """The number of items in the index."""
        return int(self._searcher.num_docs)

    def filtered(self, query: tantivy.Query, filters: Query) -> tantivy.Query:
        """The items of a query that are under the filters, with the scores that they have."""
        clauses = self.filters(filters)
        return tantivy.Query.boolean_query([(Occur.Must, query), *clauses]) if clauses else query

    def _phrase(self, sought: Sought) -> tantivy.Query:
        clauses = [scored(_WHOLE_IN_TITLE, self._words_together("case", sought.wanted.words))]
        for stems in islice(product(*sought.stems), _PHRASES_AT_MOST):
            clauses.append(scored(_WHOLE_IN_TITLE, self._words_together("title", stems)))
            clauses.append(scored(_WHOLE_IN_TEXT, self._words_together("text", stems)))
        return any_of(clauses)

    def _known_stems(self, word: str) -> Iterator[str]:
        own, *others = stems_meant(word)
        yield own
        for stem in others:
            if any(self._searcher.doc_freq(field, stem) for field in ("text", "title")):
                yield stem

    def _term(self, field: str, value: str | int) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)

    def _words_together(self, field: str, words: Iterable[str]) -> tantivy.Query:
        return tantivy.Query.phrase_query(self._schema, field, list(words))


def scored(score: float, query: tantivy.Query) -> tantivy.Query:
    """The items of a query, each with this score."""
    return tantivy.Query.const_score_query(query, score)


def all_of(queries: list[tantivy.Query]) -> tantivy.Query:
    """Items of all the queries, their scores added up."""
    return queries[0] if len(queries) == 1 else tantivy.Query.boolean_query([(Occur.Must, one) for one in queries])


def any_of(queries: list[tantivy.Query]) -> tantivy.Query:
    """Items of any of the queries, their scores added up."""
    if not queries:
        return tantivy.Query.empty_query()
    return tantivy.Query.boolean_query([(Occur.Should, query) for query in queries])


def _may_be_part(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and word.isalpha() and word not in NOT_PARTS


def _is_serial(word: str) -> bool:
    """Whether a word alone may be a piece of a case number: it has four signs and a digit, and is not a year."""
    is_year = len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
    return len(word) >= 4 and any(sign.isdigit() for sign in word) and not is_year
