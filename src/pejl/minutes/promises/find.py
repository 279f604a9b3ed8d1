"""Every promise of a set of minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pejl.minutes.bodies import find_bodies, is_body
from pejl.minutes.document import Item, Minutes, Recommendation, Role
from pejl.minutes.passages import Passage, passages
from pejl.minutes.promises.announced import announced
from pejl.minutes.promises.clause import Clause, Found, Scene
from pejl.minutes.promises.decided import decided
from pejl.minutes.promises.promise import Promise, Standing
from pejl.minutes.promises.quoted import without_quotations
from pejl.minutes.promises.received import received
from pejl.minutes.promises.returning import returning
from pejl.minutes.promises.segments import segments
from pejl.minutes.promises.standing import clause_at, standing
from pejl.minutes.promises.told_once import told_once

LONGEST = 2_000
"""Characters of a sentence that are looked at: no sentence of minutes is longer."""

_READ = {Role.RECOMMENDATION, Role.DECISION, Role.ANNOUNCEMENT, Role.PRESENTATION, Role.TEXT}
_MAY_PROMISE = re.compile(
    r"forelæg|fremlæg|præsenter|afrapport|rapporter|forelagt|fremlagt|(?<!\w)(?:får|få|modtage|give|gøres|komme|sker|følger|lægge|være"
    r"|vender|vende|ønsker|ønskede|anmod|beder|bad|efterspør|efterspurgte|tages op igen|orienter|informere"
    r"|underrette|genoptag|stilling|beslut|vedtage|behandle|drøfte|udsæt|udsat)|evaluer|tema(?:møde|drøft|dag|debat)|dialogmøde",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(r"(?<![^\W_])enten(?![^\W_])", re.IGNORECASE)


def find_promises(minutes: Minutes) -> list[Promise]:
    """The promises of the minutes' open items, in the order of the text. What an item says twice is one promise."""
    return [promise for place in range(1, len(minutes.items) + 1) for promise in promises_of(minutes, place)]


def promises_of(minutes: Minutes, place: int) -> list[Promise]:
    """The promises of the item at `place`, from 1. A closed item has none."""
    item = minutes.items[place - 1]
    text = passages(item)
    committee = _committee(minutes.body or "", text)
    found = [
        promise
        for passage in text
        if passage.role in _READ
        for promise in _of_passage(minutes, item, place, passage, committee)
    ]
    return told_once(found)


def _committee(body: str, text: list[Passage]) -> str:
    """The committee that "udvalget" means in the minutes of a council: the one that the item names most often.

    An economy committee sees every case on its way and is meant only where no other is named.
    """
    if not body or "udvalg" in body.casefold():
        return ""
    named = Counter(
        name for passage in text for _, _, name in find_bodies(passage.text[:LONGEST]) if "udvalg" in name.casefold()
    )
    return max(named, key=lambda name: ("økonomi" not in name.casefold(), named[name], name), default="")


def _of_passage(minutes: Minutes, item: Item, place: int, passage: Passage, committee: str) -> Iterator[Promise]:
    scene = Scene(minutes.body or "", minutes.date, passage.role, _author(item.recommendation), committee)
    masked = without_quotations(passage.text, all_of_them=passage.role == Role.DECISION)
    for sentence in passage.sentences:
        text = masked[sentence.start : sentence.end][:LONGEST]
        if not _MAY_PROMISE.search(text) or _ALTERNATIVES.search(text):
            continue
        for found in _of_sentence(text, scene):
            clause = (
                clause_at(item, passage.lines.first, sentence.text) if passage.role == Role.RECOMMENDATION else None
            )
            yield Promise(
                by=found.by,
                by_name=found.by_name,
                to=found.to,
                kind=found.kind,
                what=sentence.text[found.start : found.end].strip(),
                sentence=sentence.text,
                window=found.window,
                standing=Standing.STANDS if found.returns else standing(item, passage.role, clause),
                item=item.number,
                place=place,
                clause=clause.number if clause else None,
                lines=passage.lines,
            )


def _of_sentence(text: str, scene: Scene) -> Iterator[Found]:
    parts = segments(text)
    taken: list[tuple[int, int, object]] = []
    for place in range(len(parts)):
        clause = Clause(text, parts, place, scene)
        for found in (*announced(clause), *received(clause), *returning(clause), *decided(clause)):
            where = (found.start, found.end, found.window)
            if not any(
                start < found.end and found.start < end and window == found.window for start, end, window in taken
            ):
                taken.append(where)
                yield found


def _author(recommendation: Recommendation | None) -> str:
    """Who writes the case: those who recommend, where that is a name and not a sentence."""
    by = recommendation.by if recommendation else None
    return by if by and len(by) <= 80 and not is_body(by) else "Forvaltningen"
