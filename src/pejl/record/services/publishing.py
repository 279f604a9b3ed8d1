"""Keeping account of what is published: after every change of a body's day, its things' times are told anew.

The account of a day follows from its documents and from the acts on them alone, and the times of a thing from the
accounts of all days, so nothing depends on the order in which files were worked through.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django.db.models import Count, F, Max, Min, Q

from pejl.acts.queries import acts_on
from pejl.minutes.document import Kind as DocumentKind
from pejl.minutes.document import Minutes
from pejl.record.acts import Verb
from pejl.record.models import (
    Absence,
    Attendance,
    Ballot,
    Body,
    Document,
    HeldDocument,
    Item,
    Meeting,
    Pointer,
    Publication,
    Trace,
    Withdrawn,
)
from pejl.record.names import address_in_day
from pejl.record.published.history import Day, Held, Interval, Times, history, unchanging
from pejl.record.published.holding import Holding, holding, place_name, without_marks
from pejl.record.published.paths import PARTY, Kind, case_part, name_part, party_part, path, says_nothing, veiled_part
from pejl.record.published.rendition import rendition
from pejl.record.same_meeting import Filing, start, treats
from pejl.record.services.reading import Reading
from pejl.record.services.withdrawals import stands_of_withdrawn

BATCH = 500


def keep_holding(reading: Reading, body: Body, day: str) -> None:
    """Keep what the document held when it came. It stays when the document is closed in parts, or withdrawn."""
    public, receipt = reading.public, reading.receipt
    HeldDocument.objects.update_or_create(
        sha256=receipt.sha256,
        defaults={
            "order": receipt.order,
            "received_at": receipt.received_at,
            "body": body,
            "day": day,
            "minutes": public.kind is DocumentKind.MINUTES,
            "time": _clock(public),
            "treats": sorted(veiled_part(mark) for mark in treats(public)),
            "says": holding(public).model_dump(mode="json", exclude_defaults=True),
        },
    )


def _clock(public: Minutes) -> str:
    """The start time in a form that stays as it is when it is read again."""
    digits = start(public.time)
    return f"{digits[:2]}:{digits[2:]}" if digits else ""


def publish(body: Body, day: str) -> None:
    """Tell the times of everything on this day of the body anew, after a document came, went, or came back."""
    held = list(HeldDocument.objects.filter(body=body, day=day).order_by("order", "sha256"))
    here = {
        document.sha256: document
        for document in Document.objects.filter(sha256__in=[row.sha256 for row in held]).select_related("meeting")
    }
    gone = {row.sha256: row for row in Withdrawn.objects.filter(sha256__in=[row.sha256 for row in held])}
    for row in held:
        _settle(row, here.get(row.sha256), gone.get(row.sha256))
    documents = _documents(held, here)
    now = {sha256: document.meeting.slug for sha256, document in here.items()}
    own_day = Day(body.municipality.slug, name_part(body.key), body.key, lambda place: address_in_day(day, place), now)
    names = _names(body, {document.meeting.pk for document in here.values()})
    _replace(body, day, history(own_day, documents), names)


def _settle(row: HeldDocument, document: Document | None, withdrawn: Withdrawn | None) -> None:
    """What can be said of the document as it is now: the size of its text, and no mark of what was taken back."""
    before = (row.size, row.sha512, row.says)
    if document is None:
        row.size, row.sha512 = None, ""
        if withdrawn:
            said = Holding.model_validate(row.says)
            stands = zip(said.items, stands_of_withdrawn(withdrawn), strict=True)
            row.says = without_marks(said, {item.slug for item, stand in stands if stand.closed}).model_dump(
                mode="json", exclude_defaults=True
            )
    else:
        public = Minutes.model_validate(document.content)
        text = rendition(public).encode()
        row.size, row.sha512 = len(text), hashlib.sha512(text).hexdigest()
        said = Holding.model_validate(row.says)
        closed = {item.slug for item in holding(public).items if not item.open}
        row.says = without_marks(said, closed).model_dump(mode="json", exclude_defaults=True)
    if (row.size, row.sha512, row.says) != before:
        row.save(update_fields=["size", "sha512", "says"])


def _documents(rows: Sequence[HeldDocument], here: Mapping[str, Document]) -> list[Held]:
    withdrawn = dict(Withdrawn.objects.filter(sha256__in=[row.sha256 for row in rows]).values_list("sha256", "at"))
    acts = acts_on(f"document:{row.sha256}" for row in rows)
    found = []
    for row in rows:
        turns = [(act.at, act.verb) for act in acts.get(f"document:{row.sha256}", [])]
        if row.sha256 not in here:
            turns.append((withdrawn.get(row.sha256, row.received_at), Verb.RETRACT))
        found.append(
            Held(
                filing=Filing((row.order, row.sha256), row.time, frozenset(row.treats)),
                minutes=row.minutes,
                received_at=row.received_at,
                published=published_while(row.received_at, turns),
                holding=Holding.model_validate(row.says),
            )
        )
    return found


def published_while(received_at: dt.datetime, turns: Iterable[tuple[dt.datetime, str]]) -> tuple[Interval, ...]:
    """When a document could be read: from its arrival, but for the times between a withdrawal and its undoing.

    A withdrawal that is older than the document hides it from the start.
    """
    found: list[Interval] = []
    since: dt.datetime | None = received_at
    for at, verb in sorted(turns):
        if verb == Verb.RETRACT and since is not None:
            if at > since:
                found.append((since, at))
            since = None
        elif verb == Verb.RESTORE and since is None:
            since = max(at, received_at)
    return (*found, (since, None)) if since is not None else tuple(found)


def _names(body: Body, meetings: set[int]) -> dict[str, str]:
    """What the rows of the day's things are found by, for each path that does not say it itself."""
    own = body.municipality.slug
    names = {path(Kind.ORGANIZATION, own, veiled_part(body.key)): body.key}
    people = [
        *Attendance.objects.filter(meeting__in=meetings).values_list("person__name", flat=True),
        *Absence.objects.filter(item__meeting__in=meetings).values_list("person__name", flat=True),
        *Ballot.objects.filter(item__meeting__in=meetings).values_list("person__name", flat=True),
    ]
    names |= {path(Kind.PERSON, own, veiled_part(name)): name for name in people}
    for party in Attendance.objects.filter(meeting__in=meetings).exclude(party="").values_list("party", flat=True):
        names[path(Kind.ORGANIZATION, own, PARTY, party_part(party))] = party
    for key in (
        Pointer.objects.filter(item__meeting__in=meetings).exclude(body_key="").values_list("body_key", flat=True)
    ):
        names[path(Kind.ORGANIZATION, own, veiled_part(key))] = key
    for number in Item.objects.filter(meeting__in=meetings, case__isnull=False).values_list("case__number", flat=True):
        names[path(Kind.PAPER, own, case_part(number))] = number
    for place, term in Meeting.objects.filter(pk__in=meetings).values_list("place", "term"):
        names[path(Kind.LOCATION, own, veiled_part(place_name(place)))] = place_name(place)
        names[path(Kind.TERM, own, case_part(term))] = term
    return names


def _replace(body: Body, day: str, times: Mapping[str, Times], names: Mapping[str, str]) -> None:
    """Put the day's traces in the place of those that it had, and settle what has changed."""
    before = {row.path: row for row in Trace.objects.filter(body=body, day=day)}
    changed = [each for each, told in times.items() if each not in before or _told(before[each]) != told]
    vanished = sorted(before.keys() - times.keys())
    stale = [before[each].pk for each in (*changed, *vanished) if each in before]
    for at in range(0, len(stale), BATCH):
        Trace.objects.filter(pk__in=stale[at : at + BATCH]).delete()
    Trace.objects.bulk_create(
        (
            Trace(
                body=body,
                day=day,
                path=each,
                first=times[each].first,
                changed=times[each].changed,
                gone=times[each].gone,
                breaks=[[moment.isoformat() for moment in pair] for pair in times[each].breaks],
            )
            for each in changed
        ),
        batch_size=BATCH,
    )
    told_more = {each: times[each] for each in changed if each not in before and times[each].gone is None}
    settled = _go_on(told_more, names)
    touched = [each for each in (*changed, *vanished) if each not in settled]
    for at in range(0, len(touched), BATCH):
        settle_publications(body, touched[at : at + BATCH], names)


def _told(row: Trace) -> Times:
    breaks = ((dt.datetime.fromisoformat(gone), dt.datetime.fromisoformat(back)) for gone, back in row.breaks)
    return Times(row.first, row.changed, row.gone, tuple(breaks))


def _go_on(told: Mapping[str, Times], names: Mapping[str, str]) -> set[str]:
    """Settle those of the things that are published already and that one more day tells of, later than all others; tell
    which they are.

    A body, a party or a member is told of by every day that it met, so the other days are not asked where they have
    no say: the thing has been here without a break since before, and its last change is this one.
    """
    rows = Publication.objects.filter(path__in=told, deleted=False)
    later = [row for row in rows if told[row.path].first >= row.modified]
    by_moment: dict[dt.datetime, list[int]] = {}
    for row in later:
        if not says_nothing(row.path):
            by_moment.setdefault(told[row.path].changed, []).append(row.pk)
    for moment, keys in by_moment.items():  # as a rule there is one: the arrival of the day's document
        Publication.objects.filter(pk__in=keys).update(modified=moment)
    for row in later:
        if (name := names.get(row.path)) and name != row.name:
            Publication.objects.filter(pk=row.pk).update(name=name)
    return {row.path for row in later}


def settle_publications(body: Body, paths: Sequence[str], names: Mapping[str, str]) -> None:
    """The times of these things, from what all days tell of them."""
    told = {
        row["path"]: row
        for row in Trace.objects.filter(path__in=paths)
        .values("path")
        .annotate(
            created=Min("first"),
            returned=Count("pk", filter=Q(changed__gt=F("first"))),
            last_changed=Max("changed"),
            last_gone=Max("gone"),
            here=Count("pk", filter=Q(gone=None)),
        )
    }
    known = dict(Publication.objects.filter(path__in=paths).values_list("path", "name"))
    Publication.objects.filter(path__in=[each for each in paths if each not in told]).delete()
    Publication.objects.bulk_create(
        (
            Publication(
                path=each,
                kind=each.partition("/")[0],
                municipality=body.municipality,
                created=row["created"],
                modified=_modified(each, row),
                deleted=not row["here"],
                name=(names.get(each) or known.get(each, "")) if row["here"] else "",
            )
            for each, row in told.items()
        ),
        update_conflicts=True,
        update_fields=["created", "modified", "deleted", "name"],
        unique_fields=["path"],
        batch_size=BATCH,
    )


def _modified(each: str, row: Mapping[str, Any]) -> dt.datetime:
    created, changed, gone = row["created"], row["last_changed"], row["last_gone"]
    if not row["here"]:
        return cast(dt.datetime, gone)
    if not says_nothing(each):
        return cast(dt.datetime, max(filter(None, (changed, gone))))
    if gone is None and not row["returned"]:
        return cast(dt.datetime, created)
    return unchanging(interval for trace in Trace.objects.filter(path=each) for interval in _told(trace).there())
