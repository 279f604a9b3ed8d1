"""How an item lies in the index: what is matched, what is counted, and what is kept to show.

title, text              stems with their places, for words and phrases
title_parts, text_parts  stems of the parts of compounds, for hits inside words
words                    distinct words as written: the record's vocabulary is this field's own term dictionary
case                     the case number's pieces with their places
key, document            to replace and remove
digest                   what tells its texts from others: the meanings are kept under it
municipality, body, year, outcome, subject   to filter; the fields named *_facet to count
order                    newest first, then by meeting and item; the index is sorted by it
kept                     the item itself, to make snippets from
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tantivy import Document, Index, Order, Schema, SchemaBuilder

from pejl.minutes.stems import DANISH
from pejl.record.search.compounds import is_word
from pejl.record.search.kept import digest_of, keep, texts_of
from pejl.record.search.shapes import IndexedItem
from pejl.record.search.words import PLAIN, SPACED, printed, words

FORMAT = 7
"""The number of this layout. An index of another number is made anew."""

OFTEN = 3
LABEL = "\t"
_FIRST_DAY = dt.date(1970, 1, 1)
_DAYS = 36_525
_RAISED_BY = 0.02
_ITEM_NUMBER = re.compile(r"^(.*?)(\d+)$", re.DOTALL)


def build_schema() -> Schema:
    """The fields described above."""
    builder = SchemaBuilder()
    for name in ("title", "text"):
        builder.add_text_field(name, tokenizer_name="danish")
    builder.add_text_field("case", tokenizer_name="plain")
    for name in ("title_parts", "text_parts", "often", "words"):
        builder.add_text_field(name, tokenizer_name="spaced", index_option="basic")
    for name in ("key", "document", "digest", "municipality", "body", "outcome", "subject"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("municipality_facet", "body_facet", "outcome_facet", "subject_facet"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_float_field("recency", fast=True)
    builder.add_integer_field("order", fast=True)
    builder.add_bytes_field("kept", stored=True)
    return builder.build()


def make_index(folder: Path) -> Index:
    """A new, empty index in an empty folder, sorted newest first."""
    return _prepared(Index(build_schema(), str(folder), sort_by_field="order", sort_order=Order.Desc))


def open_index(folder: Path) -> Index:
    """The index in a folder. What tantivy says when it cannot is the caller's to put into words."""
    return _prepared(Index.open(str(folder)))


def _prepared(index: Index) -> Index:
    index.register_tokenizer("danish", DANISH)
    index.register_tokenizer("plain", PLAIN)
    index.register_tokenizer("spaced", SPACED)
    index.config_reader(reload_policy="manual")
    return index


def vocabulary_of(item: IndexedItem) -> set[str]:
    """The distinct words of an item that may be words of the record's vocabulary."""
    return {
        word for text in (item.title, *(text for _, text in item.paragraphs)) for word in words(text) if is_word(word)
    }


def cleaned(item: IndexedItem) -> IndexedItem:
    """The item with its texts in one Unicode writing and without control characters, as the index keeps it."""
    return IndexedItem(
        key=printed(item.key),
        document=printed(item.document),
        municipality=printed(item.municipality),
        body=printed(item.body),
        body_slug=printed(item.body_slug),
        title=printed(item.title),
        date=item.date,
        year=item.year if item.year is not None or item.date is None else item.date.year,
        outcome=printed(item.outcome),
        subject=printed(item.subject) if item.subject else None,
        case_number=printed(item.case_number) if item.case_number else None,
        paragraphs=tuple((printed(anchor), printed(text)) for anchor, text in item.paragraphs),
    )


def to_document(item: IndexedItem, parts_of: Callable[[str], frozenset[str]]) -> Document:
    """The cleaned item as the index takes it, its compounds split by `parts_of`."""
    document = Document()
    document.add_text("title", item.title)
    for _, text in item.paragraphs:
        document.add_text("text", text)
    in_title = set(words(item.title))
    in_text = {word for _, text in item.paragraphs for word in words(text)}
    split = {word: parts for word in in_title | in_text if (parts := parts_of(word))}
    document.add_text("title_parts", " ".join({part for word in in_title for part in split.get(word, ())}))
    document.add_text("text_parts", " ".join({part for word in in_text for part in split.get(word, ())}))
    counted = Counter(DANISH.analyze(" ".join(text for _, text in item.paragraphs)))
    document.add_text("often", " ".join(part for part, times in counted.items() if times >= OFTEN))
    document.add_text("words", " ".join(filter(is_word, in_title | in_text)))
    if item.case_number:
        document.add_text("case", item.case_number)
    document.add_text("key", item.key)
    document.add_text("document", item.document)
    document.add_text("digest", digest_of(texts_of(item)))
    document.add_text("municipality", item.municipality)
    document.add_text("municipality_facet", item.municipality)
    document.add_text("body", item.body_slug)
    document.add_text("body_facet", f"{item.body_slug}{LABEL}{item.body}")
    document.add_text("outcome", item.outcome)
    document.add_text("outcome_facet", item.outcome)
    if item.subject:
        groups = item.subject.split(".")
        for last in range(1, len(groups) + 1):
            document.add_text("subject", ".".join(groups[:last]))
        document.add_text("subject_facet", item.subject)
    if item.year is not None:
        document.add_integer("year", item.year)
    document.add_float("recency", recency_of(item.date))
    document.add_integer("order", order_of(item))
    document.add_bytes("kept", keep(item, split))
    return document


def recency_of(day: dt.date | None) -> float:
    """A number by which the index raises a score by at most two in a hundred, more the newer the item is.

    The index multiplies a score by log2(2 + number). A day is just enough for two scores that are otherwise equal to
    differ in single precision, over a hundred years; days outside these count as the nearest within.
    """
    days = min(max((day - _FIRST_DAY).days, 0), _DAYS) if day else 0
    return float(2 ** (1 + _RAISED_BY * days / _DAYS)) - 2


def order_of(item: IndexedItem) -> int:
    """A number that is higher the earlier the item comes in a list: newest meeting first, then the agenda's order."""
    numbered = _ITEM_NUMBER.match(item.key)
    meeting, number = (numbered[1], int(numbered[2])) if numbered else (item.key, 0)
    place = int.from_bytes(hashlib.sha256(meeting.encode()).digest()[:3], "big")
    day = item.date.toordinal() if item.date else 0
    return day << 40 | place << 16 | (0xFFFF - min(number, 0xFFFF))
