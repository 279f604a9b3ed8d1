"""Rights in sentences. Every view names the one that lets a reader in; a view that names none is refused to everybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Right:
    """A named permission with the sentence that says what it allows, and whom."""

    name: str
    sentence: str


PUBLIC_RECORD = Right(
    "public_record",
    "Everyone may see what has been published of meetings, items, decisions and votes; closed items only by number and title.",
)
PUBLIC_SITE = Right("public_site", "Everyone may see how the site works, its help, its status and its statements.")


def may_see(right: Right) -> Callable[[View], View]:
    """Mark a view with the right that a reader needs. The gate in `pejl.web` refuses views without a mark."""

    def mark(view: View) -> View:
        view.right = right  # type: ignore[attr-defined]
        return view

    return mark


def right_of(view: Callable[..., Any]) -> Right | None:
    """The right that a view names, or None: such a view is shown to nobody."""
    right = getattr(view, "right", None)
    return right if isinstance(right, Right) else None
