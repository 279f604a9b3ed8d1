"""Short ways to read invented minutes in tests."""

from __future__ import annotations

from pejl.minutes.decision import DecisionReading, read_decision
from pejl.minutes.document import Minutes, Vote
from pejl.minutes.lines import read_lines
from pejl.minutes.reader import read_bytes

HEAD = """REFERAT Beskæftigelsesudvalget 2022-2025 d. 03-12-2025

Mødedato Onsdag d. 03. december 2025 kl. 19:00

Mødested Sal 2

Mødedeltagere Anne Berg (Ø), Bo Holm (A), Carl Lund (V), Ditte Krog (F), Emil Dahl (Uden for parti)

"""


def decided(text: str, own_number: int = 1) -> DecisionReading:
    """The reading of a decision block."""
    reading = read_decision(read_lines(text.split("\n")), own_number)
    assert reading is not None
    return reading


def votes_in(text: str) -> list[Vote]:
    """The votes of a decision block."""
    return decided(text).votes


def minutes_of(*items: str, head: str = HEAD, name: str = "referat.txt") -> Minutes:
    """Minutes in the most common layout, with `items` after the head."""
    return read_bytes(name, (head + "\n\n".join(items) + "\n").encode())


def item(number: int, *, title: str = "Sag", decision: str = "Tiltrådt.", body: str = "Teksten.") -> str:
    """An item of the most common layout."""
    return (
        f"Punkt {number}: {title}\n\n25-{number}-15.00.00-P20\n\nIndstilling\n\nForvaltningen indstiller,\n\n"
        f"1. at sagen godkendes.\n\nBeslutning\n\n{decision}\n\nGennemgang af sagen\n\n{body}"
    )
