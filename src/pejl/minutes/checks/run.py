"""Running every check over a document, or over one item of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pejl.calendar.personal_numbers import masked
from pejl.minutes.checks import dates, form, numbering, people, share, sums, tables
from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.known import Known, KnownFiles
from pejl.minutes.checks.opened_since import Agenda, opened_since
from pejl.minutes.checks.references import references
from pejl.minutes.document import Minutes
from pejl.minutes.texts import with_texts

ITEM_CHECKS = (
    *share.ITEM_CHECKS,
    *sums.ITEM_CHECKS,
    *tables.ITEM_CHECKS,
    *dates.ITEM_CHECKS,
    *numbering.ITEM_CHECKS,
    *people.ITEM_CHECKS,
    *form.ITEM_CHECKS,
)
DOCUMENT_CHECKS = (
    *dates.DOCUMENT_CHECKS,
    *numbering.DOCUMENT_CHECKS,
    *people.DOCUMENT_CHECKS,
    *form.DOCUMENT_CHECKS,
)


def check(minutes: Minutes, known: Known | None = None, agenda: Agenda = ()) -> list[Flag]:
    """Everything in the document that somebody should look at: by item, the document's own flags last.

    `known` tells of other meetings; without it references are held against the document alone.
    `agenda` is what the agenda of the same meeting announced, where that is known.
    """
    others = known or KnownFiles([minutes])
    places = range(1, len(minutes.items) + 1)
    by_item = [flag for place in places for flag in check_item(minutes, place, others, agenda)]
    return by_item + check_document(minutes)


def check_item(minutes: Minutes, place: int, known: Known, agenda: Agenda = ()) -> list[Flag]:
    """The flags of the item at `place`, from 1, each told once, in the order of the text. A closed item has none."""
    item = minutes.items[place - 1]
    if item.closed:
        return []
    found = [flag for one in ITEM_CHECKS for flag in one(minutes, item)]
    found += [*references(minutes, item, known), *opened_since(minutes, item, agenda)]
    own = (flag.model_copy(update={"item": item.number, "place": place}) for flag in found)
    return sorted(_once(own), key=lambda flag: flag.lines[0].first if flag.lines else 0)


def check_document(minutes: Minutes) -> list[Flag]:
    """The flags of the document as a whole. A flag that is about one item names it."""
    return list(_once(flag for one in DOCUMENT_CHECKS for flag in one(minutes)))


def _once(flags: Iterable[Flag]) -> Iterator[Flag]:
    """Each flag once. A flag may quote the text, so what must be hidden there is hidden in it."""
    seen = set()
    for flag in (with_texts(each, masked) for each in flags):
        key = (flag.rule, flag.stated, flag.computed, tuple((each.first, each.last) for each in flag.lines))
        if key not in seen:
            seen.add(key)
            yield flag
