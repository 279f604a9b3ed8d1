"""What an item is about, as stems: enough to hold promises against it without reading it again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from pejl.minutes.document import Item, Kind, Outcome, Role
from pejl.minutes.keys import body_key, case_key
from pejl.minutes.promises.things import find_things
from pejl.minutes.stems import stem, subject_stems

SUMMARY = 1_500
"""Characters of the case's own text, from its beginning, that tell what it is about."""
LONGEST_LINE = 400
HEAD, TAIL = 4, 6
"""Letters at the beginning, or at the end, that kin stems share at least."""
LINES = 60

_DECIDED = {Outcome.ADOPTED, Outcome.APPROVED, Outcome.RECOMMENDED, Outcome.REJECTED}
_NOT_TREATED = {Outcome.WITHDRAWN, Outcome.POSTPONED}
_WORD = re.compile(r"[^\W\d_]{4,60}")


class Gist(BaseModel):
    """An item in short. Stems stand sorted, so that the same item gives the same gist.

    `lines` are title and attachments, one set of all their stems each, trade words included; `title`, `attachments`,
    `clauses` and `summary` hold the stems that carry the subject. `kinds` are the promise kinds that title and
    attachments name as things. `points` are the treatments that it points at ("body|day|item"). `treated` is false
    where the item was withdrawn or postponed, `held` where an agenda alone tells of it.
    """

    model_config = ConfigDict(frozen=True)

    lines: list[list[str]] = []
    title: list[str] = []
    attachments: list[str] = []
    clauses: list[str] = []
    summary: list[str] = []
    kinds_in_title: list[str] = []
    kinds_in_attachments: list[str] = []
    kinds_in_summary: list[str] = []
    points: list[str] = []
    case: str = ""
    number: int | None = None
    decided: bool = False
    treated: bool = True
    held: bool = True

    @cached_property
    def places(self) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
        """The subject's stems in title, attachments, clauses and summary."""
        return frozenset(self.title), frozenset(self.attachments), frozenset(self.clauses), frozenset(self.summary)

    @cached_property
    def line_stems(self) -> tuple[frozenset[str], ...]:
        """Title and attachments, a set of stems each."""
        return tuple(frozenset(line) for line in self.lines)

    @cached_property
    def edges(self) -> frozenset[str]:
        """How the stems that may show the subject begin and end."""
        return edges((*self.title, *self.attachments, *self.clauses))


def gist_of(item: Item, own_body: str, kind: Kind = Kind.MINUTES) -> Gist:
    """The gist of an open item of `own_body`, which is named by its key, from minutes or from an agenda."""
    title = item.title or ""
    attachments = [each.title[:LONGEST_LINE] for each in item.attachments[:LINES]]
    clauses = " ".join(clause.text for clause in item.recommendation.clauses) if item.recommendation else ""
    summary = _summary(item)
    return Gist(
        lines=[sorted(all_stems(line)) for line in (title[:LONGEST_LINE], *attachments)],
        title=sorted(subject_stems(title[:LONGEST_LINE])),
        attachments=sorted(subject_stems("\n".join(attachments))),
        clauses=sorted(subject_stems(clauses[:SUMMARY])),
        summary=sorted(subject_stems(summary)),
        kinds_in_title=_kinds(title[:LONGEST_LINE]),
        kinds_in_attachments=_kinds(" . ".join(attachments)),
        kinds_in_summary=_kinds(summary),
        points=sorted(_points(item, own_body)),
        case=case_key(item.case_number.raw) if item.case_number else "",
        number=item.number,
        decided=item.outcome in _DECIDED,
        treated=item.outcome not in _NOT_TREATED,
        held=kind == Kind.MINUTES,
    )


def all_stems(text: str) -> frozenset[str]:
    """The stems of all words of four letters or more, trade words included."""
    return frozenset(stem(word.lower()) for word in _WORD.findall(text))


def edges(stems: Iterable[str]) -> frozenset[str]:
    """How stems begin and end: two stems are kin only where they share one of these. Far quicker to ask than whether
    they are.
    """
    found = set()
    for each in stems:
        found.add(each[:HEAD])
        if len(each) >= TAIL:
            found.add(f"-{each[-TAIL:]}")
    return frozenset(found)


def words_by_stem(text: str) -> dict[str, str]:
    """The first word of the text for each of its stems, as printed in small letters."""
    return {stem(word): word for word in reversed([word.lower() for word in _WORD.findall(text)])}


def _summary(item: Item) -> str:
    parts: list[str] = []
    for section in item.sections:
        if section.role in {Role.PRESENTATION, Role.TEXT, Role.ANNOUNCEMENT}:
            parts += [block.text for block in section.blocks]
        if sum(map(len, parts)) > SUMMARY:
            break
    return " ".join(parts)[:SUMMARY]


def _kinds(text: str) -> list[str]:
    return sorted({thing.kind.value for thing in find_things(text)})


def _points(item: Item, own_body: str) -> set[str]:
    return {
        pointed(body_key(each.body or "") or own_body, str(each.date), each.item)
        for each in (*item.related, *item.references)
        if each.date
    }


def pointed(body: str, day: str, item: int | None) -> str:
    """A treatment as gists write it: key of the body, ISO day, number of the item or nothing."""
    return f"{body}|{day}|{'' if item is None else item}"
