"""What a case is called: each of its items prints a title anew, and not always the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def usual_title(titles: Sequence[str]) -> str:
    """The title that most treatments have, of several the latest; empty where none has one.

    `titles` are in the order of the treatments' days.

    >>> usual_title(["Budget 2025", "Budget 2026", ""])
    'Budget 2026'
    """
    counted = Counter(title for title in reversed(titles) if title)
    return counted.most_common(1)[0][0] if counted else ""
