"""A count as the command writes it, where small ones are hidden."""

from __future__ import annotations

from pejl.register.small_counts import Count


def in_words(count: Count) -> str:
    """A count as it may be told: "12", or "1-4" where it is hidden because it is small."""
    return str(count.least) if count.exact else f"{count.least}-{count.most}"
