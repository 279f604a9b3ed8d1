"""Short ways to ask what invented minutes promise. The minutes are of a committee's meeting on 3 December 2025."""

from __future__ import annotations

from minutes.reading import item, minutes_of
from pejl.minutes.document import Minutes
from pejl.minutes.promises.find import find_promises
from pejl.minutes.promises.promise import Promise

Fact = tuple[str, str | None, str | None]


def promises(text: str, *, decision: str = "Tiltrådt.") -> list[Promise]:
    """What an item with this text in its case promises."""
    return find_promises(minutes_of(item(1, body=text, decision=decision)))


def decided(decision: str) -> list[Promise]:
    """What an item with this decision promises."""
    return find_promises(minutes_of(item(1, decision=decision)))


def recommended(*clauses: str, decision: str = "Tiltrådt.") -> list[Promise]:
    """What an item with these clauses in its recommendation promises."""
    numbered = "\n".join(f"{number}. {clause}" for number, clause in enumerate(clauses, start=1))
    text = (
        f"Punkt 1: Sag\n\n25-1-15.00.00-P20\n\nIndstilling\n\nForvaltningen indstiller,\n\n{numbered}\n\n"
        f"Beslutning\n\n{decision}\n\nGennemgang af sagen\n\nTeksten."
    )
    return find_promises(minutes_of(text))


def fact(promise: Promise) -> Fact:
    """A promise's kind and days."""
    return promise.kind.value, *days(promise)


def days(promise: Promise) -> tuple[str | None, str | None]:
    """The first and last day of a promise."""
    window = promise.window
    return (str(window.first) if window.first else None, str(window.last) if window.last else None)


def by_item(minutes: Minutes) -> list[tuple[int | None, str, str | None, str | None]]:
    """Item, kind and days of every promise of a document."""
    return [(promise.item, *fact(promise)) for promise in find_promises(minutes)]
