"""Rows for the money that a meeting's items ask for, told anew whenever the meeting is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pejl.minutes.appropriations.appropriation import Appropriation as Told
from pejl.minutes.appropriations.find import appropriations_of
from pejl.minutes.document import Minutes
from pejl.minutes.keys import body_key
from pejl.record.models import Appropriation, Item, Meeting
from pejl.record.services.storable import counted, fitted

LARGEST_AMOUNT = Decimal(10) ** 17
"""No municipality asks for more; a number of more digits is a reading gone wrong, and no column holds it."""


def show_appropriations(meeting: Meeting, content: Minutes, rows: Sequence[Item]) -> None:
    """Tell what the meeting's items ask for. `rows` are those of the items of `content`, in order."""
    Appropriation.objects.bulk_create(_rows(meeting, content, rows))


def _rows(meeting: Meeting, content: Minutes, items: Sequence[Item]) -> Iterator[Appropriation]:
    for place, item in enumerate(items, start=1):
        for position, line in enumerate(appropriations_of(content, place), start=1):
            if abs(line.amount) < LARGEST_AMOUNT:
                yield _row(meeting, item, position, line)


def _row(meeting: Meeting, item: Item, position: int, line: Told) -> Appropriation:
    return Appropriation(
        item=item,
        body=meeting.body,
        date=meeting.date,
        position=position,
        clause=counted(line.clause),
        kind=line.kind.value,
        side=line.side.value,
        amount=line.amount,
        text=fitted(Appropriation, "text", line.text),
        years=line.years,
        yearly=line.yearly,
        period=fitted(Appropriation, "period", line.period),
        to_name=fitted(Appropriation, "to_name", line.to_body),
        to_key=fitted(Appropriation, "to_key", body_key(line.to_body) if line.to_body else ""),
        frame=fitted(Appropriation, "frame", line.frame),
        purpose=fitted(Appropriation, "purpose", line.purpose),
        financing=fitted(Appropriation, "financing", line.financing),
        source=line.source.value,
        balanced=line.balanced,
        repeats=line.repeats,
        from_table=line.from_table,
        onward=fitted(Appropriation, "onward", line.onward),
        outcome=line.outcome.value,
        first_line=counted(line.lines.first) or 0,
        last_line=counted(line.lines.last) or 0,
    )
