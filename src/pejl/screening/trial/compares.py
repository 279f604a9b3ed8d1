"""What a trial is to show: that something is better, or that it is not worse than a margin allows."""

from __future__ import annotations

from enum import StrEnum


class Compares(StrEnum):
    """What a trial is to show. The word stands in protocols; it is never used for something else."""

    BEDRE = "bedre"
    """That spells end sooner (superiority), two-sided."""
    IKKE_RINGERE = "ikke_ringere"
    """That spells do not end later than a margin allows (non-inferiority), as release must show; one-sided at half of
    alpha."""
