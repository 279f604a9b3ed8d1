"""Which letters are to be recorded when somebody says that a text was sent to those on a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from pejl.casework.informing.letter import Letter, LetterKind
from pejl.casework.informing.row import Row
from pejl.casework.informing.state import State
from pejl.casework.informing.templates import Template
from pejl.casework.informing.touched import Touch


def meant_for(template: Template, row: Row, sent: dt.date) -> bool:
    """Whether the text is one that the person lacks and that is right for them.

    A notice is for whom it newly holds on the day it is sent or later, and who has no letter that counts; a correction
    for whom it does not hold, and who was told that it does.
    """
    if template.kind is LetterKind.CORRECTION:
        return row.state is State.WRONGLY and row.touch is Touch.NOT
    lacks = row.state is State.MISSED or (row.state is State.WRONGLY and row.touch is Touch.NEW)
    still = row.until is None or row.until >= sent
    return lacks and still and row.since is not None and template.fits(row.since)


def letters_for(rows: Iterable[Row], template: Template, sent: dt.date) -> Sequence[Letter]:
    """A letter for each of the rows that the text is meant for."""
    return [letter_of(template, row.person, sent) for row in rows if meant_for(template, row, sent)]


def letter_of(template: Template, person: str, sent: dt.date) -> Letter:
    """A letter by a text, not yet recorded."""
    return Letter(
        number=0,
        person=person,
        topic=template.topic,
        sent=sent,
        kind=template.kind,
        template=template.name,
        version=template.version,
        hash=template.hash,
        right_from=template.since,
        right_until=template.until,
    )
