"""What the checks of days, numbers, people and form say of a text."""

from __future__ import annotations

from collections.abc import Iterable

from pejl.minutes.checks import dates, form, numbering, people
from pejl.minutes.checks.flag import LEAD_IN, Flag
from pejl.minutes.document import Minutes

from ..reading import item, minutes_of

ROOMS = (dates, numbering, people, form)

ATTENDED = ("Anne Berg", "Bo Holm", "Carl Lund", "Ditte Krog", "Emil Dahl")
"""The members whom the head of `reading.HEAD` lists, in its order."""


def flags_of(minutes: Minutes) -> list[Flag]:
    """The flags of these kinds, by item, those of the document last."""
    found: list[Flag] = []
    for place, each in enumerate(minutes.items, start=1):
        checks = [check for room in ROOMS for check in room.ITEM_CHECKS] if not each.closed else []
        found += [
            flag.model_copy(update={"item": each.number, "place": place})
            for check in checks
            for flag in check(minutes, each)
        ]
    found += [flag for room in ROOMS for check in room.DOCUMENT_CHECKS for flag in check(minutes)]
    assert all(flag.sentence.startswith(LEAD_IN) and flag.sentence.endswith((".", "?")) for flag in found)
    return found


def told(minutes: Minutes, rule: str | None = None) -> list[tuple[str, str, str]]:
    """Rule, what is stated and what was computed, of each flag, or of each flag of one rule."""
    return [(flag.rule, flag.stated, flag.computed) for flag in flags_of(minutes) if rule in {None, flag.rule}]


def rules(minutes: Minutes) -> list[str]:
    """The rules that flag something, in the order of the flags."""
    return [flag.rule for flag in flags_of(minutes)]


def in_text(body: str, *, title: str = "Sag", decision: str = "Tiltrådt.") -> Minutes:
    """Minutes of one item with that case text."""
    return minutes_of(item(1, title=title, decision=decision, body=body))


def in_decision(decision: str) -> Minutes:
    """Minutes of one item with that decision, of a body of five members."""
    return minutes_of(item(1, decision=decision))


def paragraphs(texts: Iterable[str]) -> str:
    """Texts as paragraphs, with one between them that says nothing."""
    return "\n\nForvaltningen følger området.\n\n".join(texts)
