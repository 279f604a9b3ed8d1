"""What a document holds that is published: which things, and a mark of what it says of each. No text.

A `Holding` is taken when a document comes, from what it itself publishes, and kept though a later document closes an
item or the whole of it is withdrawn: that something was published once must be known for as long as others may have
a copy. So it may hold nothing that could have to be taken back: hashes, numbers of items and cases, days.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from pejl.minutes.document import Item, Member, Minutes, Status
from pejl.minutes.keys import body_key, case_key
from pejl.record.identity import addressed_items
from pejl.record.names import spaced
from pejl.record.published.paths import case_part, party_part, veiled_part

LONGEST_NAME = 200
LONGEST_CASE = 100
LONGEST_PLACE = 300
LONGEST_TERM = 20
UNDATED = "uden-dato"
_CANCELLED = re.compile(r"\baflyst\b", re.IGNORECASE)


class Part(BaseModel):
    """A part of a holding: frozen, and closed to other fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HeldItem(Part):
    """An item of the document. `mark` changes when what it says changes; it is empty where that has been taken back.

    `case` and `stops` (body, and body with day, both veiled) are those of an open item with a case number. `votes` has
    a mark for each vote.
    """

    slug: str
    open: bool
    mark: str
    case: str = ""
    stops: tuple[tuple[str, str], ...] = ()
    votes: tuple[str, ...] = ()


class HeldPerson(Part):
    """A person named in the document, by the veiled part of the path. `mark` and `party` are of a member's line."""

    who: str
    member: bool = False
    party: str = ""
    mark: str = ""


class Holding(Part):
    """What one document holds. `body` and `place` are marks, `term` is as in paths; empty where it states none."""

    body: str
    items: tuple[HeldItem, ...]
    people: tuple[HeldPerson, ...]
    place: str = ""
    term: str = ""
    parties: tuple[str, ...] = ()
    cancelled: bool = False


def holding(public: Minutes) -> Holding:
    """What the document holds; `public` is its public version."""
    people = tuple(_people(public))
    return Holding(
        body=_mark(spaced(public.body or "")),
        items=tuple(_item(slug, item, public.body or "") for slug, item in addressed_items(public)),
        people=people,
        place=veiled_part(place_name(public.place)) if place_name(public.place) else "",
        term=case_part(public.term[:LONGEST_TERM]) if public.term else "",
        parties=tuple(sorted({person.party for person in people if person.party})),
        cancelled=any(_CANCELLED.search(line.text) for line in public.head),
    )


def without_marks(held: Holding, taken_back: set[str]) -> Holding:
    """The holding without marks of what the items with these slugs said."""
    items = tuple(
        item.model_copy(update={"mark": "", "votes": tuple("" for _ in item.votes)})
        if item.slug in taken_back and item.open
        else item
        for item in held.items
    )
    return held.model_copy(update={"items": items})


def known_name(name: str) -> str:
    """A person's name as the record knows the person by it: on one line."""
    return spaced(name)[:LONGEST_NAME]


def place_name(place: str | None) -> str:
    """A place as printed, on one line."""
    return spaced((place or "")[:LONGEST_PLACE])


def known_case(item: Item) -> str:
    """The case number that an item is filed under, or nothing."""
    return case_key(item.case_number.raw)[:LONGEST_CASE] if item.case_number else ""


def stop_parts(key: str, date: dt.date | None) -> tuple[str, str]:
    """A station's body, and its body and day, as parts of paths."""
    return veiled_part(key), station_part(key, date.isoformat() if date else UNDATED)


def station_part(key: str, meeting: str) -> str:
    """A station of a case as a part of a path, by the body's key and the meeting's address, which is mostly a day."""
    return veiled_part(key, meeting)


def _item(slug: str, item: Item, own_body: str) -> HeldItem:
    case = "" if item.closed else known_case(item)
    own = body_key(own_body)
    stops = [stop_parts(body_key(stop.body) or own, stop.date) for stop in item.route]
    stops += [
        stop_parts(body_key(earlier.body or "") or own, earlier.date)
        for earlier in item.related
        if earlier.date and not earlier.same_meeting
    ]
    return HeldItem(
        slug=slug,
        open=not item.closed,
        mark=_mark(item.model_dump_json(by_alias=True)),
        case=case_part(case) if case else "",
        stops=tuple(dict.fromkeys(stops)) if case else (),
        votes=() if item.closed else tuple(_mark(vote.model_dump_json(by_alias=True)) for vote in item.votes),
    )


def _people(public: Minutes) -> Iterator[HeldPerson]:
    members: dict[str, Member] = {}
    for member in public.members:
        name = known_name(member.name)
        first = members.setdefault(name, member)
        if first.status is Status.PRESENT and member.status is not first.status:
            members[name] = first.model_copy(update={"status": member.status})
    for name, member in members.items():
        if name:
            party = party_part(member.party) if member.party else ""
            told = _mark(f"{member.party}|{member.role}|{member.status.value}")
            yield HeldPerson(who=veiled_part(name), member=True, party=party, mark=told)
    others = {
        known_name(name)
        for item in public.items
        if not item.closed
        for name in (
            *item.absent,
            *(name for vote in item.votes for name in (*vote.for_, *vote.against, *vote.abstain)),
        )
    }
    for name in sorted(others - members.keys() - {""}):
        yield HeldPerson(who=veiled_part(name))


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
