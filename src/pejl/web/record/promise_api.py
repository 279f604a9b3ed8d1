"""The operations of the API on promises."""

from __future__ import annotations

from typing import Annotated

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Path, Query, Router

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.minutes.promises.promise import By, PromiseKind, Recurring, Standing
from pejl.record.promises.state import State
from pejl.record.queries import promises as of_promises
from pejl.record.queries.promise_view import Keeping, PromiseView
from pejl.record.queries.promises import Asked
from pejl.record.queries.rows import Item
from pejl.web.page.listing import Limit, Offset, extent
from pejl.web.page.parameters import TEXT, IsoDay
from pejl.web.problems import NOT_THERE, UNUSABLE
from pejl.web.record import asked
from pejl.web.record.addresses import promise_address
from pejl.web.record.entries import body_name
from pejl.web.record.links import item_links
from pejl.web.record.promise_shapes import (
    PromiseEntry,
    PromiseItem,
    PromiseKeeping,
    PromiseListing,
    PromiseWindow,
)

router = Router(tags=["promises"], by_alias=True)

AsOf = Annotated[IsoDay | None, Query(description="As it stood on this day; today if left out.")]
InState = Annotated[State | None, Query(description="Only promises in this state.")]
OfKind = Annotated[PromiseKind | None, Query(description="Only promises of this kind.")]
Text = Annotated[str, Query(pattern=TEXT, max_length=300, description="Words that the promise's text must have.")]
Key = Annotated[str, Path(pattern="^[0-9a-f]{1,16}$", description="The promise's `key`.")]


@router.get("/promises", response={200: PromiseListing, **UNUSABLE}, summary="What was promised")
@may_see(PUBLIC_RECORD)
def promises(
    request: HttpRequest,
    municipality: asked.Municipality = None,
    body: asked.BodySlug = None,
    kind: OfKind = None,
    state: InState = None,
    text: Text = "",
    as_of: AsOf = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> PromiseListing:
    """What the administration and the bodies said will come: overdue first, then due, coming, kept, dropped, void."""
    day = as_of or timezone.localdate()
    wanted = Asked(day, municipality, body, kind.value if kind else None, states=(state,) if state else (), text=text)
    found = of_promises.promises(wanted, limit, offset)
    return PromiseListing(
        **extent(request, found),
        as_of=day,
        states=found.counts,
        results=[_entry(view) for view in found.rows],
    )


@router.get("/promises/{slug:key}", response={200: PromiseEntry, **NOT_THERE}, summary="A promise")
@may_see(PUBLIC_RECORD)
def promise(request: HttpRequest, key: Key) -> PromiseEntry:
    """A promise as it stands today."""
    view = of_promises.promise_at(key, timezone.localdate())
    if view is None:
        raise Http404(f"The record holds no promise {key!r}.")
    return _entry(view)


def _entry(view: PromiseView) -> PromiseEntry:
    row = view.row
    return PromiseEntry(
        url=reverse("api:promise", args=[row.key]),
        page=promise_address(view),
        key=row.key,
        state=view.state,
        kind=PromiseKind(row.kind),
        what=row.what,
        sentence=row.sentence,
        by=By(row.by),
        by_name=row.by_name,
        to=row.to_name or None,
        window=PromiseWindow(
            first=row.first,
            last=row.last,
            words=row.words,
            recurring=Recurring(row.recurring) if row.recurring else None,
        ),
        standing=Standing(row.standing),
        made_in=_item(row.item),
        line=row.line,
        kept_by=_keeping(view.keeping) if view.keeping else None,
        suggestions=[_keeping(each) for each in view.suggestions],
        dropped=view.dropped.why if view.dropped and view.state == State.DROPPED else None,
        meetings_known=view.meetings_known,
    )


def _keeping(keeping: Keeping) -> PromiseKeeping:
    return PromiseKeeping(
        item=_item(keeping.item) if keeping.item else None,
        confirmed=keeping.confirmed,
        reasons=list(keeping.reasons),
    )


def _item(item: Item) -> PromiseItem:
    return PromiseItem(
        **item_links(item), title=item.title or None, date=item.meeting.date, body=body_name(item.meeting.body)
    )
