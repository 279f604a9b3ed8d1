"""Rights in sentences. Every view names the one that lets a reader in; one that names none is refused to everybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Right:
    """A named permission with the sentence that says what it allows, and whom. `danish` is the sentence on the site."""

    name: str
    sentence: str
    danish: str


PUBLIC_RECORD = Right(
    "public_record",
    "Everyone may see what has been published of meetings, items, decisions and votes; closed items only by number and "
    "title.",
    "Alle må se det, der er offentliggjort om møder, punkter, beslutninger og afstemninger. Lukkede punkter vises kun "
    "med nummer og titel.",
)
PUBLIC_SITE = Right(
    "public_site",
    "Everyone may see how the site works, its help, its status and its statements.",
    "Alle må se, hvordan siden virker, hvor dens oplysninger kommer fra, og hvilke fejl der er kendt.",
)

RIGHTS = (PUBLIC_RECORD, PUBLIC_SITE)
"""Every right of the house, in the order in which the site lists them."""


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
