"""What goes into the search index, what is asked of it, and what comes back. Plain values: no index, no HTML."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple


class ClosedItemRefused(ValueError):
    """A closed item was offered for indexing. What is closed is not searchable, not even by its title."""


class IndexBroken(Exception):
    """There is no usable index in the folder: it is missing, damaged, or made by another version. Make it anew."""


class IndexBusy(Exception):
    """Another process (or thread) is writing the index. Wait until it is done; reading goes on meanwhile."""


@dataclass(frozen=True)
class IndexedItem:
    """An open item of a meeting as the index takes it.

    `key` is the item's address within the record, e.g. "fjordby/beskaeftigelsesudvalget/2025-09-08/punkt-3"; it is
    unique, and the item indexed last under a key is the one kept. `document` is the SHA-256 of the file it was read
    from. `municipality` and `body_slug` are slugs, `body` the name as printed. `subject` is a KLE subject ("15.00.30").
    `paragraphs` are (anchor, text) in the order of the source. `year` is the date's where none is given.
    """

    key: str
    document: str
    municipality: str
    body: str
    body_slug: str
    title: str
    date: dt.date | None = None
    year: int | None = None
    outcome: str = "none"
    subject: str | None = None
    case_number: str | None = None
    paragraphs: tuple[tuple[str, str], ...] = ()
    closed: bool = False

    def __post_init__(self) -> None:
        if self.closed:
            raise ClosedItemRefused(f"{self.key} is closed and cannot be indexed.")


@dataclass(frozen=True)
class Query:
    """A search. `text` is what the reader typed; the rest narrows it down.

    All words of the text must be there, in any inflection; "words in quotes" must stand together; -word and -"words"
    leave items out. Words alone are read as a reader means them: a question finds the items that hold most of its
    words, and for a word that the record does not hold its nearest word is searched; see `ways`. `strictly` asks for
    what was typed and nothing else. `newest_first` puts the latest meetings first instead of the best hits, for those
    who follow a search; then nothing is found by its meaning alone.

    Blank text asks for all items under the filters, newest first. `municipality`, `body` are slugs; `subject` is a KLE
    subject or a group of them ("15", "15.00", "15.00.30"). Pages count from 1; a page below 1 is the first one, and a
    page holds from 1 to 100 hits.
    """

    text: str
    municipality: str | None = None
    body: str | None = None
    year: int | None = None
    outcome: str | None = None
    subject: str | None = None
    page: int = 1
    per_page: int = 20
    strictly: bool = False
    newest_first: bool = False


class Segment(NamedTuple):
    """A stretch of a snippet. `marked` is true for what the search hit."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Hit:
    """An item that answers the query, with the paragraph that answers it best.

    `anchor` is that paragraph's, or None where only the title or the case number was hit and there is no text.
    `title_segments` is the title cut at its marks. `by_meaning` is true where the words did not find it, but what it
    means is near to what was asked.
    """

    key: str
    document: str
    municipality: str
    title: str
    body: str
    body_slug: str
    date: dt.date | None
    outcome: str
    case_number: str | None
    score: float
    anchor: str | None
    snippet: tuple[Segment, ...]
    title_segments: tuple[Segment, ...]
    by_meaning: bool = False


@dataclass(frozen=True)
class FacetCount:
    """How many of the hits have this value. `label` is what a reader is shown where it differs from `value`."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facets:
    """Counts under the current query: most frequent first, years newest first."""

    municipality: tuple[FacetCount, ...] = ()
    body: tuple[FacetCount, ...] = ()
    year: tuple[FacetCount, ...] = ()
    outcome: tuple[FacetCount, ...] = ()
    subject: tuple[FacetCount, ...] = ()


@dataclass(frozen=True)
class WordCount:
    """What one asked word or phrase alone would give. `nearest` is the record's nearest word where it gives nothing."""

    text: str
    count: int
    nearest: str | None = None


@dataclass(frozen=True)
class Suggestion:
    """What to try when nothing was found.

    `text` is the query with each word that the record does not know put right, or None where nothing is near enough.
    `alone` tells what each asked word would give by itself under the same filters.
    """

    text: str | None
    alone: tuple[WordCount, ...]


@dataclass(frozen=True)
class Result:
    """The answer to a `Query`. `total` counts all hits, `hits` are those of the page. `suggestion` only where none.

    `put_right` is what was searched where nothing holds what was typed. `holding_all` counts the hits that hold all of
    the words, and come first; the others hold most of them. `by_meaning` counts those that only their meaning found.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Facets = field(default_factory=Facets)
    page: int = 1
    per_page: int = 20
    elapsed_ms: float = 0.0
    suggestion: Suggestion | None = None
    put_right: str | None = None
    holding_all: int = 0
    by_meaning: int = 0

    @property
    def holding_most(self) -> int:
        """The number of hits that hold most of the words and not all."""
        return self.total - self.holding_all - self.by_meaning

    @property
    def pages(self) -> int:
        """The number of pages that the hits fill, 0 where there are none."""
        return -(-self.total // self.per_page)
