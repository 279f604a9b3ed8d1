"""References whose target is there but does not fit: no such item, a closed one, another number, another fate.

A target that is not known yet is no fault: it may still be imported. Only a published list of a body's meetings tells
that it did not meet on a day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.calendar.days import short_day
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.known import Known, KnownItem, KnownMeeting
from pejl.minutes.checks.reference_fate import contradicted_fate
from pejl.minutes.checks.reference_fit import Said, better_target, said_of
from pejl.minutes.checks.reference_lists import differing_pairs, told_again
from pejl.minutes.checks.slips import one_slip_apart
from pejl.minutes.document import Item, Lines, Minutes, Reference
from pejl.minutes.keys import body_key
from pejl.minutes.stems import shared

_SAY_THE_SAME = 3
"""So many subject words in common are no chance."""

_A_YEAR = dt.timedelta(days=366)


@dataclass(frozen=True)
class Target:
    """What a reference names: a body, a day and perhaps an item, with what the text around it says."""

    reference: Reference
    body: str
    day: dt.date
    said: Said

    @property
    def named(self) -> str:
        """The target in Danish: "punkt 3 på mødet i Økonomiudvalget 16.09.2025"."""
        meeting = f"mødet i {self.body} {short_day(self.day)}"
        return meeting if self.reference.item is None else f"punkt {self.reference.item} på {meeting}"


def references(minutes: Minutes, item: Item, known: Known) -> Iterator[Flag]:
    """The item's references that do not fit what is known of their targets."""
    targets = _targets(minutes, item)
    for target in targets:
        meetings = known.meetings(body_key(target.body), target.day)
        if meetings:
            yield from _in_meeting(target, meetings[0]) if len(meetings) == 1 else ()
        else:
            yield from _no_meeting(target, known)
    yield from _two_ways(minutes, item, known)
    yield from _said_again(minutes, item, known)
    yield from _far_ahead(minutes, item)


def _targets(minutes: Minutes, item: Item) -> list[Target]:
    """What the item names, each target once: running text before the list of related treatments."""
    found: dict[tuple[str, dt.date, int | None], Target] = {}
    for reference in (*item.references, *item.related):
        if target := _target(minutes, item, reference):
            found.setdefault((body_key(target.body), target.day, reference.item), target)
    return list(found.values())


def _target(minutes: Minutes, item: Item, reference: Reference) -> Target | None:
    """What the reference names, or None where it names no day or no body is known."""
    day = minutes.date if reference.same_meeting else reference.date
    body = reference.body or minutes.body
    return Target(reference, body, day, said_of(item, reference)) if day and body else None


def _in_meeting(target: Target, meeting: KnownMeeting) -> Iterator[Flag]:
    """What does not fit of a target whose meeting is known: one thing at the most."""
    number = target.reference.item
    numbers = [item.number for item in meeting.items if item.number is not None and item.printed]
    if number is None or not numbers:
        return
    item = next((item for item in meeting.items if item.number == number), None)
    fault = _at_item(target, item, meeting) if item else _no_item(target, number, numbers)
    if fault:
        yield fault


def _at_item(target: Target, item: KnownItem, meeting: KnownMeeting) -> Flag | None:
    """The first fault there is of a target that is there."""
    if item.closed:
        return _closed(target, item)
    return _other_item(target, item, meeting) or _other_fate(target, item)


def _no_item(target: Target, number: int, numbers: list[int]) -> Flag | None:
    """The meeting has numbers, and the one named is not among them."""
    if not _must_hold(numbers, number):
        return None
    held = f"punkt {min(numbers)}-{max(numbers)}"
    said = f"Teksten henviser til {target.named}, men det møde havde {held}."
    return _flag("reference-no-item", target, said, f"punkt {number}", held)


def _closed(target: Target, item: KnownItem) -> Flag:
    """The item named is closed."""
    said = f"Teksten henviser til {target.named}, som er et lukket punkt."
    return _flag("reference-closed", target, said, f"punkt {item.number}", "lukket punkt", Certainty.POSSIBLE)


def _other_item(target: Target, item: KnownItem, meeting: KnownMeeting) -> Flag | None:
    """What is told fits another item of the meeting better."""
    other = better_target(target.said, item, meeting.items)
    if other is None:
        return None
    said = (
        f"Teksten henviser til {target.named} (»{item.title}«), men det, der omtales, ligner "
        f"punkt {other.number} (»{other.title}«)."
    )
    stated, computed = f"punkt {item.number}", f"punkt {other.number}"
    return _flag("reference-other-item", target, said, stated, computed, Certainty.LIKELY)


def _other_fate(target: Target, item: KnownItem) -> Flag | None:
    """What is told to have become of the item is not what became of it."""
    fate = contradicted_fate(target.said, item)
    if fate is None:
        return None
    said = f"Teksten siger »{fate.said}« om {target.named}, men punktet {fate.known}."
    return _flag("reference-fate", target, said, fate.said, fate.known, Certainty.LIKELY)


def _must_hold(numbers: list[int], wanted: int) -> bool:
    """Whether a whole meeting with these numbers would hold the wanted one, if there was such an item.

    A document may be one item of its meeting only, and numbers may run over the whole term; so two items at least, and
    the first number 1 or the wanted one between the others.
    """
    return len(numbers) > 1 and (min(numbers) == 1 or min(numbers) < wanted < max(numbers))


def _no_meeting(target: Target, known: Known) -> Iterator[Flag]:
    """A day on which the body is not known to have met, where something else is known that makes this a slip."""
    body = body_key(target.body)
    listed = known.listed_days(body)
    if listed and listed[0] <= target.day <= listed[-1] and target.day not in listed:
        near = min(listed, key=lambda day: abs(day - target.day))
        yield _flag(
            "reference-no-meeting",
            target,
            f"Teksten henviser til {target.named}, men {target.body} holdt efter sin mødeliste ikke møde den dag. "
            f"Nærmeste møde var {short_day(near)}.",
            short_day(target.day),
            short_day(near),
        )
        return
    number = target.reference.item
    for day in known.days(body) if number is not None else ():
        if not one_slip_apart(target.day, day):
            continue
        items = [item for meeting in known.meetings(body, day) for item in meeting.items if item.number == number]
        if len(items) == 1 and target.said.fits(items[0]):
            yield _flag(
                "reference-near-day",
                target,
                f"Teksten henviser til {target.named}. Det omtalte ligner punkt {number} (»{items[0].title}«) "
                f"på mødet {short_day(day)}.",
                short_day(target.day),
                short_day(day),
                Certainty.POSSIBLE,
            )
            return


def _two_ways(minutes: Minutes, item: Item, known: Known) -> Iterator[Flag]:
    """References in the text that the list of related treatments has with one slip: another item, or another day.

    One whose target is known and fits what the text says of it is right, whatever the list has.
    """
    for in_text, in_list in differing_pairs(item, minutes.body):
        one, other = _target(minutes, item, in_text), _target(minutes, item, in_list)
        if one and other and not _fits(one, known):
            yield _flag(
                "reference-two-ways",
                one,
                f"Teksten henviser til {one.named}, mens listen over relateret behandling nævner {other.named}.",
                one.named,
                other.named,
                Certainty.POSSIBLE,
                other.reference.line,
            )


def _said_again(minutes: Minutes, item: Item, known: Known) -> Iterator[Flag]:
    """Two sentences that say the same of two items of one meeting, only one of which the list of treatments has."""
    for in_text, again in told_again(item, minutes.body):
        one, other = _target(minutes, item, in_text), _target(minutes, item, again)
        if not one or not other or one.said.sentence == other.said.sentence or _fits(one, known):
            continue
        if len(shared(one.said.stems, other.said.stems)) >= _SAY_THE_SAME:
            yield _flag(
                "reference-two-ways",
                one,
                f"Teksten henviser til {one.named}, men siger det samme om {other.named}.",
                one.named,
                other.named,
                Certainty.POSSIBLE,
                other.reference.line,
            )


def _far_ahead(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """An earlier treatment that lies a year and more after the meeting itself."""
    for reference in item.related:
        if minutes.date and reference.date and reference.date > minutes.date + _A_YEAR:
            target = _target(minutes, item, reference)
            if target:
                yield _flag(
                    "reference-ahead",
                    target,
                    f"Listen over relateret behandling nævner {target.named}, som ligger efter dette møde.",
                    short_day(reference.date),
                    f"før {short_day(minutes.date)}",
                    Certainty.LIKELY,
                )


def _fits(target: Target, known: Known) -> bool:
    items = (item for meeting in known.meetings(body_key(target.body), target.day) for item in meeting.items)
    return any(item.number == target.reference.item and target.said.fits(item) for item in items)


def _flag(
    rule: str,
    target: Target,
    sentence: str,
    stated: str,
    computed: str,
    certainty: Certainty = Certainty.CERTAIN,
    *more_lines: int,
) -> Flag:
    return Flag(
        kind=FlagKind.REFERENCE,
        rule=rule,
        sentence=LEAD_IN + sentence,
        stated=stated,
        computed=computed,
        certainty=certainty,
        lines=[Lines(first=line, last=line) for line in (target.reference.line, *more_lines)],
    )
