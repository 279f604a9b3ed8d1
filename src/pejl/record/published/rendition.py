"""A document as plain text, for those who want to read or keep the file: everything that is public, in its order.

The received file itself is given to nobody, since it may hold what is closed. What is written here comes from the
public version alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.days import danish_day
from pejl.minutes.document import Block, Item, Kind, Member, Minutes, Role, Status, Table
from pejl.record.identity import label_of

_KINDS = {Kind.MINUTES: "Referat", Kind.AGENDA: "Dagsorden"}
_STATUSES = {Status.PRESENT: "", Status.ABSENT: "fraværende", Status.SUBSTITUTE: "stedfortræder"}
_HEADED = {Role.RECOMMENDATION: "Indstilling", Role.DECISION: "Beslutning"}


def rendition(public: Minutes) -> str:
    """The document as text; its lines end in a line feed."""
    return "\n".join([*_head(public), *(line for item in public.items for line in _item(item)), ""])


def _head(public: Minutes) -> Iterator[str]:
    yield f"{_KINDS[public.kind]}: {public.body or 'udvalget er ikke nævnt'}"
    day = danish_day(public.date) if public.date else "Ingen dato"
    hours = " - ".join(hour for hour in (public.time, public.end_time) if hour)
    yield ", ".join(part for part in (day, f"kl. {hours}" if hours else "", public.place) if part)
    if public.members:
        yield from ("", "Medlemmer", *(f"- {_member(member)}" for member in public.members))


def _member(member: Member) -> str:
    party = f" ({member.party})" if member.party else ""
    told = ", ".join(word for word in (member.role, _STATUSES[member.status]) if word)
    return f"{member.name}{party}{f', {told}' if told else ''}"


def _item(item: Item) -> Iterator[str]:
    yield from ("", " ".join(part for part in (label_of(item), item.title or "Uden titel") if part))
    if item.closed:
        yield "Lukket punkt"
        return
    if item.case_number:
        yield f"Sagsnummer: {item.case_number.raw}"
    told = {section.role for section in item.sections}
    if item.recommendation and Role.RECOMMENDATION not in told:
        by = f" ({item.recommendation.by})" if item.recommendation.by else ""
        yield from ("", f"Indstilling{by}", item.recommendation.text)
    for section in item.sections:
        heading = section.heading or _HEADED.get(section.role)
        yield from ("", heading) if heading else ("",)
        yield from (line for block in section.blocks for line in _block(block, item.tables))
    if item.decision and Role.DECISION not in told:
        yield from ("", "Beslutning", item.decision.text)
    if item.absent:
        yield from ("", f"Fraværende: {', '.join(item.absent)}")


def _block(block: Block, tables: list[Table]) -> Iterator[str]:
    if block.kind == "list":
        for entry in block.entries:
            yield f"{entry.mark} {entry.text}".strip()
    elif block.kind == "table" and block.table is not None and block.table < len(tables):
        yield from _table(tables[block.table])
    elif block.text:
        yield block.text


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield table.caption
    for row in (table.header, *table.rows):
        yield " | ".join(" ".join(cell.split()) for cell in row)
