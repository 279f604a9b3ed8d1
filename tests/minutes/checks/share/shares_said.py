"""What the checks of shares say of invented sentences and tables."""

from __future__ import annotations

from pejl.minutes.checks.flag import LEAD_IN, Flag, FlagKind
from pejl.minutes.checks.share import ITEM_CHECKS

from ...reading import item, minutes_of


def flags_in(body: str) -> list[Flag]:
    """What the checks say of an item with that text. Every flag says what it must."""
    (read,) = (minutes := minutes_of(item(1, body=body))).items
    flags = [flag for check in ITEM_CHECKS for flag in check(minutes, read)]
    for flag in flags:
        assert flag.kind is FlagKind.SHARE
        assert flag.sentence.startswith(LEAD_IN) and flag.sentence.endswith(".") and not flag.sentence.endswith("..")
        assert flag.stated.rstrip(".") in flag.sentence and flag.computed.rstrip(".") in flag.sentence
        assert flag.lines and all(read.lines.first <= each.first <= each.last <= read.lines.last for each in flag.lines)
        assert [each.first for each in flag.lines] == sorted({each.first for each in flag.lines})
    return flags


def told(body: str) -> list[tuple[str, str, str]]:
    """Rule, stated and computed of each flag."""
    return [(flag.rule, flag.stated, flag.computed) for flag in flags_in(body)]
