"""What readers ask, with the items that answer: the labelled set that the tests hold and `make bench` prints.

The questions stand in `questions/`, one file for each record, and `junk.toml` with what nothing answers. The records
are read from their files here, without a database: an item's address is its body, day and number, as on the site.
"""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pejl.minutes.keys import body_key
from pejl.minutes.public import public_version
from pejl.minutes.reader import read
from pejl.record import fjordby
from pejl.record.names import item_addresses, slug
from pejl.record.paragraphs import paragraphs
from pejl.record.search import IndexedItem, Query, SearchIndex
from record.search.small_record import write

QUESTIONS = Path(__file__).parent / "questions"
REAL = Path(__file__).resolve().parents[4] / "shared" / "minutes" / "gladsaxe"
FIRST, AMONG_THE_FIRST = 1, 5

READ_BEFORE = Path(tempfile.gettempdir()) / "pejl-labelled-meanings"
"""Where what was read of the records for their meaning is kept between runs: reading them takes a minute or two."""

Search = Callable[[str], Sequence[str]]
"""The addresses that a text finds, best first."""


@dataclass(frozen=True)
class Question:
    """What a reader asks, of what kind it is, and the addresses that answer."""

    text: str
    kind: str
    answers: frozenset[str]


@dataclass(frozen=True)
class Score:
    """How many of the questions have an answer first, and among the first five."""

    first: int
    among: int
    asked: int

    def __str__(self) -> str:
        return f"{100 * self.first / self.asked:.0f} / {100 * self.among / self.asked:.0f}"


@dataclass(frozen=True)
class Labelled:
    """A record, and what is asked of it."""

    name: str
    items: tuple[IndexedItem, ...]
    questions: tuple[Question, ...]


def records() -> list[Labelled]:
    """The invented record, and the real one where it stands beside the repository."""
    held = [_labelled("fjordby", fjordby.FOLDER)]
    return [*held, _labelled("gladsaxe", REAL)] if REAL.is_dir() else held


def junk() -> list[str]:
    """What must find nothing."""
    return [text for texts in _told("junk").values() for text in texts]


def by_meaning(record: Labelled, folder: Path) -> SearchIndex:
    """The record's index in the folder, read for its meaning. What was read before for the same passages is used."""
    with SearchIndex.build_beside(folder) as new:
        write(new, record.items)
    kept, own = READ_BEFORE / record.name, folder / "meanings"
    if kept.is_dir():
        shutil.copytree(kept, own, dirs_exist_ok=True)
    index = SearchIndex.open(folder)
    read, _ = index.read_meanings()
    if read:
        with suppress(OSError):  # a folder of somebody else's, or another run that was first: then it is read again
            _keep(own, kept)
    return index


def _keep(own: Path, kept: Path) -> None:
    READ_BEFORE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=READ_BEFORE) as beside:
        shutil.copytree(own, Path(beside) / "new")
        shutil.rmtree(kept, ignore_errors=True)
        (Path(beside) / "new").rename(kept)


def addresses(index: SearchIndex) -> Search:
    """The way to search that an index is."""
    return lambda text: [hit.key for hit in index.search(Query(text, per_page=AMONG_THE_FIRST)).hits]


def score(questions: Iterable[Question], search: Search) -> dict[str, Score]:
    """The score of a way to search, by kind of question, and over "all"."""
    places: dict[str, list[int | None]] = defaultdict(list)
    for question in questions:
        place = place_of_answer(question, search(question.text))
        for name in (question.kind, "all"):
            places[name].append(place)
    return {
        name: Score(
            first=sum(place is not None and place <= FIRST for place in told),
            among=sum(place is not None and place <= AMONG_THE_FIRST for place in told),
            asked=len(told),
        )
        for name, told in places.items()
    }


def place_of_answer(question: Question, found: Sequence[str]) -> int | None:
    """The place, from 1, of the first found item that answers."""
    return next((place for place, key in enumerate(found, start=1) if key in question.answers), None)


def items_of(path: Path, municipality: str) -> list[IndexedItem]:
    """The open items of a file as the index takes them."""
    minutes = public_version(read(path))
    body = minutes.body or ""
    addresses = item_addresses([item.label or "" for item in minutes.items])
    return [
        IndexedItem(
            key=f"{municipality}/{slug(body_key(body))}/{minutes.date}/{address}",
            document=path.name,
            municipality=municipality,
            body=body,
            body_slug=slug(body_key(body)),
            title=item.title or "",
            date=minutes.date,
            outcome=item.decision.outcome if item.decision else "none",
            subject=item.case_number.subject if item.case_number else None,
            case_number=item.case_number.raw if item.case_number else None,
            paragraphs=paragraphs(item),
        )
        for item, address in zip(minutes.items, addresses, strict=True)
        if not item.closed
    ]


def _labelled(name: str, folder: Path) -> Labelled:
    told = _told(name)
    municipality = told.pop("municipality")
    files = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md", ".html"})
    return Labelled(
        name,
        tuple(item for path in files for item in items_of(path, municipality)),
        tuple(
            Question(text, kind, frozenset(f"{municipality}/{address}" for address in answers))
            for kind, asked in told.items()
            for text, answers in asked.items()
        ),
    )


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((QUESTIONS / f"{name}.toml").read_text(encoding="utf-8"))
