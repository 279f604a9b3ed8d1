"""Feeds as Atom (RFC 4287): the one writer of the site. Everything in a feed is said by its record, also its times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.handler import ContentHandler

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from pejl.web.page.signs import printable

MEDIA_TYPE = "application/atom+xml"
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When a feed without entries was updated: a feed must say, and there is nothing to say it by."""


@dataclass(frozen=True)
class FeedEntry:
    """An entry. `id` and `link` are whole addresses; the id stays when the entry changes. `text` is plain text."""

    id: str
    link: str
    title: str
    text: str
    published: dt.datetime
    updated: dt.datetime
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """A feed. `address` is its own whole address, which is its id too, and `page` that of the page that shows the same.

    `author` is in whose name it speaks. `entries` are in the order in which readers should meet them.
    """

    address: str
    page: str
    title: str
    author: str
    entries: Sequence[FeedEntry]


class _Told(Atom1Feed):
    """Django's feed, with the time of its last change told by the entries and never by the clock."""

    updated = NEVER

    def latest_post_date(self) -> dt.datetime:
        """When the newest of the entries changed."""
        return self.updated

    def add_root_elements(self, handler: ContentHandler) -> None:
        """The feed's own elements, and what made it."""
        super().add_root_elements(handler)  # type: ignore[arg-type]
        plain: Any = handler
        plain.addQuickElement("generator", "Pejl")


def atom(feed: Feed) -> bytes:
    """The feed as a file."""
    told = _Told(
        title=printable(feed.title),
        link=feed.page,
        description="",
        language="da",
        author_name=printable(feed.author),
        feed_url=feed.address,
        feed_guid=feed.address,
    )
    told.updated = max((entry.updated for entry in feed.entries), default=NEVER)
    for entry in feed.entries:
        told.add_item(
            title=printable(entry.title),
            link=entry.link,
            description=escape(printable(entry.text)).replace("\n", "<br>"),
            unique_id=entry.id,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=tuple(printable(category) for category in entry.categories if category),
        )
    return told.writeString("utf-8").encode("utf-8")


def atom_answer(feed: Feed) -> HttpResponse:
    """The feed as an answer."""
    return HttpResponse(atom(feed), content_type=f"{MEDIA_TYPE}; charset=utf-8")
