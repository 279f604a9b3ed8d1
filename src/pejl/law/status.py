"""How sure a fact of the law is, and how far an act has come on its way to being law."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """How sure a dated value or rule is. Only the first two are used without a scenario."""

    CONFIRMED = "confirmed"
    """Read in the source that is named."""
    DERIVED = "derived"
    """Arithmetic from confirmed values; the source names them."""
    PROPOSED = "proposed"
    """Stands in a bill or a plan that is not adopted."""
    UNCONFIRMED = "unconfirmed"
    """Common knowledge, or unknown: a person must look it up before it is used."""

    @property
    def usable(self) -> bool:
        """Whether an answer may rest on it without a scenario."""
        return self in (Status.CONFIRMED, Status.DERIVED)

    @property
    def danish(self) -> str:
        """The word on the site."""
        return _DANISH[self]


_DANISH = {
    Status.CONFIRMED: "bekræftet",
    Status.DERIVED: "udledt",
    Status.PROPOSED: "foreslået",
    Status.UNCONFIRMED: "ikke bekræftet",
}
