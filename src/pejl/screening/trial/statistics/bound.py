"""Which bound a trial is held to when it is looked at before its end."""

from __future__ import annotations

from enum import StrEnum


class Bound(StrEnum):
    """Which bound. The word stands in protocols; it is never used for something else."""

    OBRIEN_FLEMING = "obrien_fleming"
    HAYBITTLE_PETO = "haybittle_peto"

    @property
    def danish(self) -> str:
        """Whose it is, as the site says it."""
        return "O'Brien og Flemings" if self is Bound.OBRIEN_FLEMING else "Haybittle og Petos"
