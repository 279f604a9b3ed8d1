"""What the checks of running text say of invented sentences."""

from __future__ import annotations

from pejl.minutes.checks.flag import LEAD_IN, Flag
from pejl.minutes.checks.sums import ITEM_CHECKS

from ...reading import item, minutes_of


def flags_in(body: str, **parts: str) -> list[Flag]:
    """What the checks say of an item with that text. Every flag says what it must."""
    (read,) = (minutes := minutes_of(item(1, body=body, **parts))).items
    flags = [flag for check in ITEM_CHECKS for flag in check(minutes, read)]
    for flag in flags:
        assert flag.sentence.startswith(LEAD_IN) and flag.sentence.endswith(".") and not flag.sentence.endswith("..")
        assert flag.stated in flag.sentence and flag.computed in flag.sentence
        assert flag.lines and all(read.lines.first <= each.first <= each.last <= read.lines.last for each in flag.lines)
    return flags
