"""How well search answers what readers ask, by words alone and by words and meaning, and how long that takes.

The questions and the records are those of the tests (`tests/record/search/questions/`): the invented record, and the
real one where it stands beside the repository. Reading a record for its meaning takes a minute; what was read is kept
for the next run, and how long a passage takes is measured by itself. The aim is what the tests hold.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles

from pejl.record.search import IndexedItem, Query, SearchIndex, meaning
from record.search.labelled import Labelled, addresses, by_meaning, junk, records, score
from record.search.small_record import build

POINTS = 200_000
AN_ITEM = 10
READ = 64
AGAIN = 3
PARTS = ("reading", "store", "passages")  # of the extra: they are there only where its packages are

Row = tuple[str, str, str, str]


def measure() -> list[Row]:
    """Rows of what was measured: by words alone, by words and meaning, and the aim."""
    if why_not := meaning.why_not():
        print(f"By words alone: {why_not}")
    with tempfile.TemporaryDirectory() as folder:
        rows = [row for record in records() for row in answered(record, Path(folder) / record.name)]
    return rows if why_not else [*rows, *of_meaning(records()[0])]


def answered(record: Labelled, folder: Path) -> Iterator[Row]:
    """What share of the questions has an answer first, and among the first five, by kind; what junk finds; how long."""
    if meaning.why_not():
        indexes = [build(folder, record.items)]
    else:
        both = by_meaning(record, folder)
        indexes = [SearchIndex.open(folder, by_meaning=False), both]
    scores = [score(record.questions, addresses(index)) for index in indexes]
    for kind, counted in scores[0].items():
        what = f"{record.name}, {kind} ({counted.asked}): answer first / among five, per cent"
        yield what, *_told((str(scored[kind]) for scored in scores), ("words", "both")), ""
    finding = (str(sum(index.search(Query(text)).total > 0 for text in junk())) for index in indexes)
    yield f"{record.name}, junk ({len(junk())}): finds something", *_told(finding, ("words", "both")), "0"
    for name, index in zip(("words", "words and meaning"), indexes, strict=False):
        asked = [Query(question.text) for _ in range(AGAIN) for question in record.questions]
        spent = [_milliseconds(partial(index.search, query)) for query in asked]
        yield f"{record.name}, whole search of these questions by {name}: p50, p95", *_in_ms(spent), ""


def of_meaning(record: Labelled) -> Iterator[Row]:
    """How long a passage takes to be read, and a question to be held against a large record, on one core."""
    reading, store, cutting = (import_module(f"pejl.record.search.meaning.{name}") for name in PARTS)
    reader = reading.reader()
    texts = [passage.text for item in record.items for passage in cutting.passages(item.title, _texts(item))][:READ]
    spent = [_milliseconds(partial(reader.passages, [text])) for text in texts]
    length = sum(map(len, texts)) / len(texts)
    yield f"reading a passage of {length:.0f} signs for its meaning: p50, p95", *_in_ms(spent), ""
    spent = [_milliseconds(partial(reader.question, question.text)) for question in record.questions]
    yield "reading a question for its meaning: p50, p95", *_in_ms(spent), ""
    rows = import_module("numpy").random.default_rng(1).integers(-127, 128, (AN_ITEM, reading.DIMENSIONS), "int8")
    many = store.Store.of(store.ItemPoints("00" * 16, (b"0" * 16,) * AN_ITEM, rows) for _ in range(POINTS // AN_ITEM))
    question = reader.question("hvor mange klager fik medhold")
    spent = [_milliseconds(partial(many.nearness, question)) for _ in range(READ)]
    yield f"holding a question against {POINTS:,} passages: p50, p95", *_in_ms(spent), ""


def _texts(item: IndexedItem) -> list[str]:
    return [text for _, text in item.paragraphs]


def _told(figures: Iterable[str], names: Iterable[str]) -> tuple[str, str]:
    told = [f"{name} {figure}" for name, figure in zip(names, figures, strict=False)]
    return told[0], told[1] if len(told) > 1 else ""


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _in_ms(values: list[float]) -> tuple[str, str]:
    return f"{median(values):.1f} ms", f"{quantiles(values, n=20)[-1]:.1f} ms"
