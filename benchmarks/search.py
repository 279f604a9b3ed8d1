"""How long a search takes over 200,000 items, against the bare index query that it rests on.

The items are invented: a vocabulary of 400,000 distinct words (Danish syllables, their inflections, compounds of two
and three joined by nothing, -s- or -e-) used with Zipf frequencies. The index is built once for each version of the
code that decides what lies in it, under the system's folder for temporary files.

Every query has words that no earlier query of the run had. A reader asks mostly for words that the record uses (at
least one item in a thousand holds them), and sometimes for words that hardly any item has; both are measured, each by
itself. Bare queries and whole searches take turns, each with words of its own. A bare query is
`searcher.search(query, 20)` of the query that the search would put to the index; a whole search is what a page waits
for: reading the text, matching, order, facets over all hits, and the snippets of 20 hits.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import inspect
import itertools
import json
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from pejl.record.search import IndexBroken, IndexedItem, Query, SearchIndex, compounds, schema, words, writing
from pejl.record.search.asked import read_asked
from pejl.record.search.matching import Matcher

ITEMS = 200_000
ITEMS_A_DOCUMENT = 20
BASES = 20_000
INFLECTED = 60_000
COMPOUNDS = 320_000
QUERIES = 400
COMMON = 6_000
EVERYWHERE = 20
SEED = 20_260_401

_ONSETS = "b bl br d dr f fl fr g gl gr h j k kl kr kv l m n p pl pr r s sk sl sm sn sp st str t tr v"
_NUCLEI = "aeiouyæøå"
_CODAS = " b d f g k l ld lm ls m n nd ng nk p r rd rk rm rn s sk st t v"
_ENDINGS = ("en", "er", "erne", "et", "e", "ene", "s", "ens")
_OUTCOMES = ("adopted", "approved", "recommended", "for_information", "postponed", "none")
_BODIES = ("Beskæftigelsesudvalget", "Økonomiudvalget", "Byrådet", "Socialudvalget", "Teknikudvalget", "Børneudvalget")


@dataclass(frozen=True)
class Built:
    """What building the index took."""

    items: int
    distinct_words: int
    seconds: float
    megabytes: float


def vocabulary(rng: random.Random) -> list[str]:
    """400,000 distinct words, the most frequent first."""
    onsets, codas = _ONSETS.split(" "), _CODAS.split(" ")
    bases: dict[str, None] = {}
    while len(bases) < BASES:
        syllables = rng.choice((1, 2, 2, 2, 3))
        word = "".join(rng.choice(onsets) + rng.choice(_NUCLEI) for _ in range(syllables)) + rng.choice(codas)
        if len(word) >= 4:
            bases[word] = None
    stems = list(bases)
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(BASES)))
    rare = dict.fromkeys(stems[BASES // 5 :])
    while len(rare) < BASES - BASES // 5 + INFLECTED:
        rare[rng.choice(stems) + rng.choice(_ENDINGS)] = None
    while len(rare) < BASES - BASES // 5 + INFLECTED + COMPOUNDS:
        parts = rng.choices(stems, cum_weights=weights, k=2 if rng.random() < 0.8 else 3)
        rare[rng.choice(("", "s", "e")).join(parts) + rng.choice(("", "", "en", "er", "erne", "et"))] = None
    mixed = list(rare)
    rng.shuffle(mixed)
    return stems[: BASES // 5] + mixed


def documents(rng: random.Random) -> Iterator[tuple[str, list[IndexedItem]]]:
    """Documents of twenty items with a title and three paragraphs."""
    known = vocabulary(rng)
    weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(known))))
    for document in range(ITEMS // ITEMS_A_DOCUMENT):
        sha256 = hashlib.sha256(str(document).encode()).hexdigest()
        day = dt.date(2006, 1, 1) + dt.timedelta(days=rng.randrange(7300))
        body = rng.choice(_BODIES)
        slug = body.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
        items = []
        for number in range(1, ITEMS_A_DOCUMENT + 1):
            text = rng.choices(known, cum_weights=weights, k=6 + 3 * 25)
            items.append(
                IndexedItem(
                    key=f"by/{slug}/{day.isoformat()}-{document}/punkt-{number}",
                    document=sha256,
                    municipality="by",
                    body=body,
                    body_slug=slug,
                    title=" ".join(text[:6]).capitalize(),
                    date=day,
                    outcome=rng.choice(_OUTCOMES),
                    subject=f"15.{rng.randrange(8):02}.{rng.randrange(5):02}",
                    case_number=f"{document:06}-{number}",
                    paragraphs=tuple(
                        (f"l{at}", " ".join(text[at : at + 25]).capitalize() + ".") for at in range(6, len(text), 25)
                    ),
                )
            )
        yield sha256, items


def built_index() -> tuple[SearchIndex, Built]:
    """The index, built if it has not been built by this version of the code."""
    code = "".join(inspect.getsource(module) for module in (compounds, schema, words, writing))
    made_by = hashlib.sha256(f"{code}{inspect.getsource(vocabulary)}{inspect.getsource(documents)}{ITEMS}".encode())
    folder = Path(tempfile.gettempdir()) / f"pejl-benchmark-search-{made_by.hexdigest()[:16]}"
    facts = folder / "built.json"
    if facts.exists():
        try:
            return SearchIndex.open(folder / "index"), Built(**json.loads(facts.read_text()))
        except IndexBroken:
            shutil.rmtree(folder)
    with SearchIndex.build_beside(folder / "index") as index:
        generating = 0.0
        began = asked = time.perf_counter()
        with index.writing() as write:
            for sha256, items in documents(random.Random(SEED)):
                generating += time.perf_counter() - asked
                write.replace_document(sha256, items)
                asked = time.perf_counter()
        spent = time.perf_counter() - began - generating
    index = SearchIndex.open(folder / "index")
    size = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file())
    built = Built(len(index), BASES + INFLECTED + COMPOUNDS, round(spent, 1), round(size / 1e6, 1))
    facts.write_text(json.dumps(asdict(built)))
    return index, built


def texts_and_common_words() -> tuple[list[list[str]], set[str]]:
    """Paragraphs as words, and the words that at least one item in a thousand holds but not nearly every item.

    They are generated again rather than read from the index, so that nothing of it is in memory that a search would not
    have brought there.
    """
    texts = [
        text.lower().rstrip(".").split()
        for _, items in itertools.islice(documents(random.Random(SEED)), 200)
        for item in items
        for _, text in item.paragraphs
    ]
    return texts, set(vocabulary(random.Random(SEED))[EVERYWHERE:COMMON])


def fresh_queries(texts: list[list[str]], among: set[str] | None, seed: int) -> Iterator[str]:
    """Query texts of words that stand together in a random paragraph, no word of which was in an earlier query.

    One word, two or three; one query in ten is a phrase, one in ten leaves a word out.
    """
    rng = random.Random(seed)
    used: set[str] = set()
    while True:
        text = rng.choice(texts)
        size, kind = rng.choice((1, 1, 1, 2, 2, 2, 3)), rng.random()
        at = rng.randrange(len(text) - size)
        choice = [word for word in text if among is None or word in among]
        chosen = text[at : at + size] if kind < 0.1 else rng.sample(choice, min(size, len(choice)))
        if not chosen or not used.isdisjoint(chosen):
            continue
        used.update(chosen)
        if kind < 0.1:
            yield f'"{" ".join(chosen)}"'
        else:
            yield " -".join((" ".join(chosen), rng.choice(text))) if kind > 0.9 else " ".join(chosen)


def measure() -> list[tuple[str, str, str, str]]:
    """Rows of what was measured, the median, the 95th percentile (or what else says most), and the aim."""
    index, built = built_index()
    texts, common = texts_and_common_words()
    size = f"{built.items:,} items, {built.distinct_words:,} distinct words"
    rows = [(f"search index of {size}: time to build, size", f"{built.seconds:.0f} s", f"{built.megabytes:.0f} MB", "")]
    for name, among in (("words in use", common), ("any words", None)):
        bare, whole, found = timings(index, fresh_queries(texts, among, seed=SEED + len(rows)))
        ratio50, ratio95 = median(whole) / median(bare), percentile95(whole) / percentile95(bare)
        rows += [
            (f"{name} (median {found:,.0f} hits), bare index query: p50, p95", *in_ms(bare), ""),
            (f"{name}, whole search with facets and snippets: p50, p95", *in_ms(whole), "p95 under 20 ms"),
            (
                f"{name}, whole search as times the bare query: p50, p95",
                f"{ratio50:.1f}",
                f"{ratio95:.1f}",
                "at most 3",
            ),
        ]
    return rows


def timings(index: SearchIndex, queries: Iterator[str]) -> tuple[list[float], list[float], float]:
    """Milliseconds of bare queries and of whole searches, taken in turns, and the median number of hits."""
    for text in itertools.islice(queries, 20):
        index.search(Query(text))
    bare, whole, hits = [], [], []
    schema_ = schema.build_schema()
    for _ in range(QUERIES):
        searcher = index.searcher()
        prepared = Matcher(searcher, schema_).of(read_asked(next(queries)), Query(""))
        bare.append(milliseconds(partial(searcher.search, prepared, 20)))
        asked = Query(next(queries))
        whole.append(milliseconds(partial(index.search, asked)))
        hits.append(index.search(asked).total)
    return bare, whole, median(hits)


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def percentile95(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return quantiles(values, n=20)[-1]


def in_ms(values: list[float]) -> tuple[str, str]:
    """The median and the 95th percentile."""
    return f"{median(values):.2f} ms", f"{percentile95(values):.2f} ms"
