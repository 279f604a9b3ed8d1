"""Rows for the promises of a meeting, and their matches with later items, told anew whenever the meeting is shown.

A promise and an item are matched by nothing but the two, when the later of them is shown: so the order in which
meetings came is of no consequence. Only the meetings of bodies for the same field, within reach of its days, are
looked at, and of those only what was kept of them in short.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Q

from pejl.minutes import document as minutes
from pejl.minutes.document import Minutes
from pejl.minutes.keys import body_key, item_key
from pejl.minutes.promises.find import promises_of
from pejl.minutes.promises.promise import Promise as Told
from pejl.minutes.promises.promise import Window
from pejl.record.models import Body, Item, Meeting, Promise, PromiseMatch
from pejl.record.models import Gist as GistRow
from pejl.record.promises.gist import Gist, gist_of
from pejl.record.promises.keys import Place, promise_key
from pejl.record.promises.matching import match
from pejl.record.promises.reach import akin_bodies, search_days, windows_followed
from pejl.record.promises.wish import Wish, wish_of
from pejl.record.services.storable import counted, fitted


def show_promises(meeting: Meeting, content: Minutes, rows: Sequence[Item]) -> None:
    """Tell what the meeting's items are about and what they promise, and match both with the rest of the record.

    `rows` are those of the items of `content`, in order; whatever was told of them before is gone with their old rows.
    """
    gists = GistRow.objects.bulk_create(_gists(meeting, content, rows))
    promises = Promise.objects.bulk_create(_promises(meeting, content, rows))
    akin = _Akin(meeting)
    found = [*_kept_by(meeting, gists, akin), *_keepers_of(meeting, promises, akin)]
    PromiseMatch.objects.bulk_create(found)


def _gists(meeting: Meeting, content: Minutes, rows: Sequence[Item]) -> Iterator[GistRow]:
    """What open items are about. Of a meeting without a day nothing can be said to keep a promise."""
    if meeting.date is None:
        return
    for row, item in zip(rows, content.items, strict=True):
        if not item.closed:
            says = gist_of(item, meeting.body.key, content.kind).model_dump(mode="json", exclude_defaults=True)
            yield GistRow(item=row, body=meeting.body, date=meeting.date, says=says)


def _promises(meeting: Meeting, content: Minutes, rows: Sequence[Item]) -> Iterator[Promise]:
    for place, (row, item) in enumerate(zip(rows, content.items, strict=True), start=1):
        said: Counter[str] = Counter()
        for position, promise in enumerate(promises_of(content, place), start=1):
            sentence = item_key(promise.sentence)
            said[sentence] += 1
            yield from _times(meeting, row, item, promise, position, said[sentence])


def _times(
    meeting: Meeting, row: Item, item: minutes.Item, promise: Told, position: int, ordinal: int
) -> Iterator[Promise]:
    """A row for each time of the promise."""
    body = meeting.body
    here = Place(body.municipality.slug, body.key, str(meeting.date or ""), row.slug)
    wish = wish_of(promise, item, body.key, meeting.date).model_dump(mode="json")
    for occurrence, window in enumerate(windows_followed(promise.window, meeting.date), start=1):
        reach = search_days(meeting.date, window)
        yield Promise(
            key=promise_key(here, promise.sentence, ordinal, occurrence),
            item=row,
            body=body,
            made_on=meeting.date,
            position=position,
            occurrence=occurrence,
            by=promise.by.value,
            by_name=fitted(Promise, "by_name", promise.by_name),
            to_name=fitted(Promise, "to_name", promise.to),
            to_key=fitted(Promise, "to_key", body_key(promise.to) or body.key),
            kind=promise.kind.value,
            what=promise.what,
            sentence=promise.sentence,
            line=counted(promise.lines.first) or 0,
            clause=counted(promise.clause),
            standing=promise.standing.value,
            search_first=reach[0] if reach else None,
            search_last=reach[1] if reach else None,
            wishes=wish,
            **_told(window),
        )


def _told(window: Window) -> dict[str, object]:
    return {
        "first": window.first,
        "last": window.last,
        "words": fitted(Promise, "words", window.words),
        "recurring": window.recurring.value if window.recurring else "",
    }


class _Akin:
    """The municipality's bodies, by what the bodies of a promise have to do with each other."""

    def __init__(self, meeting: Meeting) -> None:
        bodies = Body.objects.filter(municipality=meeting.body.municipality_id)
        self._keys: dict[int, str] = dict(bodies.values_list("pk", "key"))

    def bodies(self, keys: Iterable[str]) -> dict[int, str]:
        """The bodies, by primary key and key, for the field of any of those with these keys."""
        wanted = set(keys)
        return {pk: key for pk, key in self._keys.items() if any(akin_bodies(key, each) for each in wanted)}


def _kept_by(meeting: Meeting, gists: Sequence[GistRow], akin: _Akin) -> Iterator[PromiseMatch]:
    """Earlier promises that this meeting's items may keep."""
    if meeting.date is None or not gists:
        return
    near = akin.bodies([meeting.body.key])
    waiting = (
        Promise.objects.filter(search_first__lte=meeting.date, search_last__gte=meeting.date)
        .filter(Q(body__in=near.keys()) | Q(to_key__in=near.values(), body__municipality=meeting.body.municipality_id))
        .only("pk", "first", "last", "wishes")
    )
    items = [(row, Gist.model_validate(row.says)) for row in gists]
    for promise in waiting:
        wish = Wish.model_validate(promise.wishes)
        for row, gist in items:
            yield from _match(promise, wish, row, gist, meeting.body.key)


def _keepers_of(meeting: Meeting, promises: Sequence[Promise], akin: _Akin) -> Iterator[PromiseMatch]:
    """Items of later meetings, where they are here already, that may keep this meeting's promises."""
    sought = [each for each in promises if each.search_first and each.search_last]
    wishes = [Wish.model_validate(each.wishes) for each in sought]
    days = [day for each in sought for day in (each.search_first, each.search_last) if day]
    near = akin.bodies(key for wish in wishes for key in wish.bodies)
    if not days or not near:
        return
    later = GistRow.objects.filter(body__in=near.keys(), date__gte=min(days), date__lte=max(days))
    for row in later.only("pk", "body_id", "date", "says").exclude(item__meeting=meeting):
        gist, key = Gist.model_validate(row.says), near[row.body_id]
        for promise, wish in zip(sought, wishes, strict=True):
            if _within(promise, row.date) and any(akin_bodies(key, each) for each in wish.bodies):
                yield from _match(promise, wish, row, gist, key)


def _within(promise: Promise, day: dt.date) -> bool:
    first, last = promise.search_first, promise.search_last
    return first is not None and last is not None and first <= day <= last


def _match(promise: Promise, wish: Wish, row: GistRow, gist: Gist, body: str) -> Iterator[PromiseMatch]:
    found = match(wish, promise.first, promise.last, gist, body, row.date)
    if found:
        yield PromiseMatch(
            promise=promise,
            item_id=row.pk,
            date=row.date,
            score=found.score,
            strong=found.strong,
            reasons=list(found.reasons),
        )
