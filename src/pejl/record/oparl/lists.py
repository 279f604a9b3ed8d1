"""A page of an external list: its objects, how it is cut, and the ways to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from pejl.record.oparl.ground import OParl, told

FIRST = ""
"""Where a list begins."""


@dataclass(frozen=True)
class Cut:
    """How a list is cut. `after` are the places after which pages begin; None where there is no such page.

    `number` counts pages from 1.
    """

    total: int
    per_page: int
    number: int
    here: str
    before: str | None
    following: str | None
    last: str


def list_page(address: str, asked: dict[str, str], data: list[OParl], cut: Cut, web: str | None) -> OParl:
    """The page. `address` is the list's, `asked` the filters, which every link keeps."""

    def link(after: str | None) -> str | None:
        if after is None:
            return None
        words = {**asked, **({"after": after} if after else {})}
        return f"{address}?{urlencode(words)}" if words else address

    return {
        "data": data,
        "pagination": {
            "totalElements": cut.total,
            "elementsPerPage": cut.per_page,
            "currentPage": cut.number,
            "totalPages": max(1, -(-cut.total // cut.per_page)),
        },
        "links": told(
            {
                "first": link(FIRST),
                "prev": link(cut.before),
                "self": link(cut.here),
                "next": link(cut.following),
                "last": link(cut.last),
                "web": web,
            }
        ),
    }
