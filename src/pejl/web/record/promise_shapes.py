"""What the API answers with about promises."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from pejl.minutes.promises.promise import By, PromiseKind, Recurring, Standing
from pejl.record.promises.state import State
from pejl.web.page.shapes import Listing, Resource, Shape
from pejl.web.record.shapes import BodyName


class PromiseItem(Resource):
    """An item that makes or keeps a promise."""

    title: str | None
    date: dt.date | None = Field(description="The day of its meeting.")
    body: BodyName


class PromiseWindow(Shape):
    """When the promised thing is to come: days, and how the text says them. Both days are null where none are set."""

    first: dt.date | None
    last: dt.date | None
    words: str
    recurring: Recurring | None


class PromiseKeeping(Shape):
    """An item that keeps a promise, or may. `item` is null where it is no longer in the record."""

    item: PromiseItem | None
    confirmed: bool = Field(description="Whether a person has confirmed it; else it is a proposal or a suggestion.")
    reasons: list[str] = Field(description="Why it is proposed, in Danish.")


class PromiseEntry(Resource):
    """Something that the administration or a body said will come."""

    key: str = Field(description="What the promise is known by; it stays when the record is derived anew.")
    state: State = Field(description="How it stands on the day asked for.")
    kind: PromiseKind
    what: str = Field(description="What is promised, in the words of the text.")
    sentence: str
    by: By
    by_name: str
    to: str | None = Field(description="The body promised, as printed.")
    window: PromiseWindow
    standing: Standing = Field(description="What the decision made of it.")
    made_in: PromiseItem
    line: int = Field(ge=0, description="The source line.")
    kept_by: PromiseKeeping | None
    suggestions: list[PromiseKeeping]
    dropped: str | None = Field(description="The reason why it was dropped.")
    meetings_known: bool = Field(
        description="Whether the record holds a meeting of the body promised within the promise's days."
    )


class PromiseListing(Listing):
    """Promises, the longest overdue first."""

    as_of: dt.date
    states: dict[State, int] = Field(description="How many of those asked for are in each state.")
    results: list[PromiseEntry]
