"""Flags as lines of text: where, which rule, how sure, and the sentence."""

from __future__ import annotations

from pejl.minutes.checks.flag import Flag
from pejl.minutes.document import Lines


def flag_lines(flag: Flag) -> str:
    """A flag as two indented lines."""
    where = f"item {flag.item}" if flag.item is not None else f"place {flag.place}" if flag.place else "document"
    sure = f"{flag.certainty.value}, rounding" if flag.rounding else flag.certainty.value
    return f"  {where}, {_lines(flag.lines)} [{flag.kind.value}: {flag.rule}, {sure}]\n    {flag.sentence}"


def _lines(lines: list[Lines]) -> str:
    told = ", ".join(str(each.first) if each.first == each.last else f"{each.first}-{each.last}" for each in lines)
    return f"lines {told}" if told else "no line"
