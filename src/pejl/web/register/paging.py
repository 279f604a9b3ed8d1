"""Lists in pages, by the number that the address holds."""

from __future__ import annotations

from django.http import QueryDict

LAST_PAGE = 100_000


def page_asked(sent: QueryDict) -> int:
    """The number of the page; the first where the address holds none that makes sense."""
    page = sent.get("side", "")
    return min(max(int(page), 1), LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 7 else 1


def pages_of(total: int, per_page: int) -> int:
    """How many pages there are; one where there is nothing."""
    return max(1, -(-total // per_page))
