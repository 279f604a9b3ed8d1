"""A flag: one place in the minutes that somebody should look at, with what was stated and what was computed."""

from __future__ import annotations

from enum import StrEnum

from pejl.minutes.document import Lines, Part

LEAD_IN = "Tjek dette: "
"""How every flag's sentence begins: a flag asks for a look, it finds no fault in law."""


def full_stop(text: str) -> str:
    """The sentence with one stop at its end: "kr." and "pct." already have it.

    >>> full_stop("Det er 4 kr."), full_stop("Det er 4")
    ('Det er 4 kr.', 'Det er 4.')
    """
    return text if text.endswith(".") else f"{text}."


class FlagKind(StrEnum):
    """What a flag is about."""

    SHARE = "share"
    SUM = "sum"
    DATE = "date"
    NUMBERING = "numbering"
    PEOPLE = "people"
    REFERENCE = "reference"
    FORM = "form"


class Certainty(StrEnum):
    """How sure it is that the place needs a look.

    `CERTAIN`: the text contradicts itself, whichever of its figures is right. `LIKELY`: it does unless words mean
    something unusual. `POSSIBLE`: there may be a reason that the text does not tell.
    """

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Flag(Part):
    """One thing to look at. It never corrects the text.

    `rule` is the check's own name, and has a section in `docs/minutes.md`. `sentence` is Danish, begins with `LEAD_IN`
    and is whole by itself. `stated` is what the text says and `computed` what follows from the rest of it, both as
    short Danish text. `lines` are the places it rests on, in their order. `rounding` tells that the difference is no
    larger than rounding can explain. `item` is the item's number and `place` its place among the items from 1; both
    are None where the flag is about the document as a whole.
    """

    kind: FlagKind
    rule: str
    sentence: str
    stated: str
    computed: str
    certainty: Certainty
    rounding: bool = False
    lines: list[Lines]
    item: int | None = None
    place: int | None = None

    @property
    def said(self) -> str:
        """The sentence without its lead-in, for a place that says "Tjek dette" once for all."""
        rest = self.sentence.removeprefix(LEAD_IN)
        return rest[:1].upper() + rest[1:]


def look_at(
    kind: FlagKind,
    rule: str,
    sentence: str,
    stated: str,
    computed: str,
    lines: list[Lines],
    certainty: Certainty = Certainty.LIKELY,
) -> Flag:
    """The flag whose sentence this is, with its lead-in before it."""
    return Flag(
        kind=kind,
        rule=rule,
        sentence=LEAD_IN + sentence,
        stated=stated,
        computed=computed,
        certainty=certainty,
        lines=lines,
    )
