"""When the things of one body's day were first published, last changed, and ceased to be published.

The day's documents come, replace each other, and are withdrawn, one moment after the other. After each of these moments
something is published; comparing what was published before and after tells the times of each thing. The answer depends
on the documents and the moments alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pejl.record.published.holding import Holding, station_part
from pejl.record.published.paths import PARTY, Kind, path, veiled_part
from pejl.record.same_meeting import Filing, meetings

Interval = tuple[dt.datetime, dt.datetime | None]
"""From when, and until when, a document was published; None: it still is."""


@dataclass(frozen=True)
class Held:
    """A document of the day as the history needs it. `published` are the times during which everyone could read it."""

    filing: Filing
    minutes: bool
    received_at: dt.datetime
    published: tuple[Interval, ...]
    holding: Holding

    @property
    def sha256(self) -> str:
        """The hash of its file."""
        return self.filing.arrival[1]


@dataclass(frozen=True)
class Day:
    """A body's day. `body` is the body as in the paths of its meetings, `key` its key; `address` gives a meeting's
    address by its place in the day.

    `now` is where each document that is published now stands.
    """

    municipality: str
    body: str
    key: str
    address: Callable[[int], str]
    now: Mapping[str, str]


@dataclass(frozen=True)
class Times:
    """The moments of one thing on one day: `gone` is None where it still is there.

    `breaks` are the times in which it was gone and after which it came back.
    """

    first: dt.datetime
    changed: dt.datetime
    gone: dt.datetime | None
    breaks: tuple[tuple[dt.datetime, dt.datetime], ...] = ()

    def there(self) -> Iterator[Interval]:
        """The times in which it was there."""
        since = self.first
        for gone, back in self.breaks:
            yield since, gone
            since = back
        yield since, self.gone


def unchanging(there: Iterable[Interval]) -> dt.datetime:
    """When a thing that says nothing but its name last changed: when it came, or came back after being gone.

    The times are those in which any day told of it; at least one day still does.
    """
    begun: dt.datetime | None = None
    until: dt.datetime | None = None
    for first, gone in sorted(there, key=lambda interval: interval[0]):
        if begun is None or (until is not None and first > until):
            begun, until = first, gone
        elif until is not None:
            until = None if gone is None else max(until, gone)
    if begun is None:
        raise ValueError("No day tells of it.")
    return begun


def history(day: Day, documents: Sequence[Held]) -> dict[str, Times]:
    """The times of everything that the day's documents have published, by path."""
    moments = sorted({moment for held in documents for interval in held.published for moment in interval if moment})
    times: dict[str, Times] = {}
    before: dict[str, str] = {}
    for moment in moments:
        after = dict(_published(day, documents, moment, last=moment == moments[-1]))
        for each in after.keys() - times.keys():
            times[each] = Times(moment, moment, None)
        for each in after:
            if before.get(each) != after[each]:
                times[each] = _told_again(times[each], moment)
        for each in before.keys() - after.keys():
            times[each] = replace(times[each], gone=moment)
        before = after
    return times


def _told_again(times: Times, moment: dt.datetime) -> Times:
    """The thing says something else from this moment on, or is back from it on."""
    breaks = times.breaks if times.gone is None else (*times.breaks, (times.gone, moment))
    return Times(times.first, moment, None, breaks)


def _published(day: Day, documents: Sequence[Held], moment: dt.datetime, *, last: bool) -> Iterator[tuple[str, str]]:
    """Every path that is published after the moment, with a mark of what is said there."""
    arrived = [held for held in documents if held.received_at <= moment]
    open_now = [held for held in arrived if any(_holds(interval, moment) for interval in held.published)]
    if not open_now:
        return
    people: dict[str, list[str]] = {}
    papers: dict[str, list[str]] = {}
    for slug, group in _meetings(day, arrived, last=last):
        told = [held for held in group if held in open_now]
        if told:
            yield from _of_meeting(day, slug, group, told, people, papers)
    for who, marks in people.items():
        yield path(Kind.PERSON, day.municipality, who), _marks(marks)
    for case, marks in papers.items():
        yield path(Kind.PAPER, day.municipality, case), _marks(marks)
    yield path(Kind.BODY, day.municipality), str(len(open_now))
    told_of_body = [held.holding.body for held in open_now] + sorted(people)
    yield path(Kind.ORGANIZATION, day.municipality, veiled_part(day.key)), _marks(told_of_body)


def _of_meeting(
    day: Day,
    slug: str,
    group: Sequence[Held],
    told: Sequence[Held],
    people: dict[str, list[str]],
    papers: dict[str, list[str]],
) -> Iterator[tuple[str, str]]:
    shown = max(told, key=_weight)
    meeting = (day.municipality, day.body, slug)
    yield path(Kind.MEETING, *meeting), _marks(sorted(held.sha256 for held in told))
    for held in told:
        closing = [other for other in group if _weight(other) > _weight(held) and _closes(other)]
        yield path(Kind.FILE, day.municipality, held.sha256), _marks(sorted(other.sha256 for other in closing))
    yield from _of_people(day, shown.holding, people)
    yield from _of_items(day, slug, shown, papers)
    if shown.holding.place:
        yield path(Kind.LOCATION, day.municipality, shown.holding.place), ""
    if shown.holding.term:
        yield path(Kind.TERM, day.municipality, shown.holding.term), ""
    for party in shown.holding.parties:
        yield path(Kind.ORGANIZATION, day.municipality, PARTY, party), ""


def _of_people(day: Day, holding: Holding, people: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for person in holding.people:
        people.setdefault(person.who, []).append(person.mark)
        if person.member:
            yield path(Kind.MEMBERSHIP, day.municipality, person.who, veiled_part(day.key)), person.mark


def _of_items(day: Day, slug: str, shown: Held, papers: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Items, votes and stations. A station that is announced and the treatment that meets it are one consultation."""
    told: dict[str, str] = {}
    for item in shown.holding.items:
        mark = item.mark or shown.sha256  # what was taken back has no mark: then every other document is a change
        yield path(Kind.ITEM, day.municipality, day.body, slug, item.slug), mark
        for number, vote in enumerate(item.votes, start=1):
            yield path(Kind.VOTE, day.municipality, day.body, slug, item.slug, str(number)), vote or shown.sha256
        if not item.case:
            continue
        papers.setdefault(item.case, []).append(f"{slug}{mark}")
        for body, station in item.stops:
            told.setdefault(path(Kind.CONSULTATION, day.municipality, item.case, station), "")
            yield path(Kind.ORGANIZATION, day.municipality, body), ""
    taken: set[str] = set()
    for item in shown.holding.items:
        if item.case:
            treated = consultation_path(day.municipality, item.case, station_part(day.key, slug), item.slug, taken)
            told[treated] = item.mark or shown.sha256
    yield from told.items()


def consultation_path(municipality: str, case: str, station: str, item: str, taken: set[str]) -> str:
    """The path of a case's treatment at a meeting; `taken` are those that earlier items of the meeting have.

    The meeting's first item on the case has the path that a station of that body and day has.
    """
    plain = path(Kind.CONSULTATION, municipality, case, station)
    chosen = plain if plain not in taken else f"{plain}/{item}"
    taken.add(chosen)
    return chosen


def _meetings(day: Day, arrived: Sequence[Held], *, last: bool) -> Iterator[tuple[str, list[Held]]]:
    """The meetings of the day by their addresses, as they stood; at last, as they stand."""
    by_arrival = {held.filing.arrival: held for held in arrived}
    groups = [[by_arrival[filing.arrival] for filing in group] for group in meetings(held.filing for held in arrived)]
    for place, group in enumerate(groups, start=1):
        standing = {day.now[held.sha256] for held in group if held.sha256 in day.now} if last else set()
        if len(standing) > 1:
            # Told apart since, by what has been taken back: the record's own parting counts.
            for slug in sorted(standing):
                yield slug, [held for held in group if day.now.get(held.sha256) == slug]
        else:
            yield (standing.pop() if standing else day.address(place)), group


def _holds(interval: Interval, moment: dt.datetime) -> bool:
    start, end = interval
    return start <= moment and (end is None or moment < end)


def _closes(held: Held) -> bool:
    return any(not item.open for item in held.holding.items)


def _weight(held: Held) -> tuple[bool, tuple[int, str]]:
    """What counts most is last: minutes above agendas, the later arrival above the earlier."""
    return held.minutes, held.filing.arrival


def _marks(marks: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:16]
