"""A set of minutes on one screen, in plain lines: for the person who wants to see whether it was read rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pejl.minutes.document import Item, Kind, Minutes, Outcome, Status, Vote
from pejl.record.identity import label_of

UNREAD_SHOWN = 5
"""How many unread lines are shown; their number is always told."""


def summary(document: Minutes) -> str:
    """The document as lines of text, ending with an empty one."""
    return "\n".join([*_head(document), *_items(document), *_unread(document), ""])


def item_lines(item: Item) -> Iterator[str]:
    """One item in full: what was recommended, what was decided, how it was voted."""
    yield f"{label_of(item) or '-'}  {item.title or 'no title'}"
    said = list(_said_of(item))
    if said:
        yield f"  {'; '.join(said)}"
    if item.recommendation:
        yield f"Recommended{f' by {item.recommendation.by}' if item.recommendation.by else ''}:"
        for clause in item.recommendation.clauses:
            yield f"  {clause.number}. {clause.text}"
        if not item.recommendation.clauses:
            yield f"  {item.recommendation.text}"
    if item.decision:
        yield "Decided:"
        yield from (f"  {line}" for line in item.decision.text.splitlines())
        for outcome in item.decision.clauses:
            yield f"  {outcome.number}. {outcome.outcome.value}"
    for vote in item.votes:
        yield f"Vote on {vote.on}: {vote.outcome.value}"
        for side, names in (("for", vote.for_), ("against", vote.against), ("abstaining", vote.abstain)):
            if names:
                yield f"  {side}: {', '.join(names)}"


def _head(document: Minutes) -> Iterator[str]:
    kind = "minutes" if document.kind is Kind.MINUTES else "agenda"
    yield f"{document.source.name}: {kind} of {document.body or 'a body that is not named'}"
    day = document.date.isoformat() if document.date else "no date is stated"
    hours = " to ".join(hour for hour in (document.time, document.end_time) if hour)
    yield "  " + ", ".join(part for part in (day, hours, document.place) if part)
    count = Counter(member.status for member in document.members)
    said = [f"{count[status]} {status.value}" for status in Status if count[status]]
    if said:
        yield f"  members: {', '.join(said)}"
    yield f"  layout: {document.source.family}"


def _items(document: Minutes) -> Iterator[str]:
    for item in document.items:
        yield f"  {label_of(item) or '-':>4}  {item.title or 'no title'}"
        said = list(_said_of(item))
        if said:
            yield f"        {'; '.join(said)}"


def _said_of(item: Item) -> Iterator[str]:
    if item.closed:
        yield "closed"
    if item.case_number:
        yield item.case_number.raw
    if item.recommendation and item.recommendation.clauses:
        yield _counted(len(item.recommendation.clauses), "clause recommended", "clauses recommended")
    if item.outcome is not Outcome.NONE:
        yield item.outcome.value
    for vote in item.votes:
        yield f"vote on {vote.on}{_tally(vote)}: {vote.outcome.value}"
    for many, one, several in (
        (len(item.tables), "table", "tables"),
        (len(item.references) + len(item.related), "reference", "references"),
        (len(item.attachments), "attachment", "attachments"),
    ):
        if many:
            yield _counted(many, one, several)


def _tally(vote: Vote) -> str:
    """The three sides as counted by names, or as the text states them; nothing where it tells neither."""
    if vote.for_ or vote.against or vote.abstain:
        return f" ({len(vote.for_)} for, {len(vote.against)} against, {len(vote.abstain)} abstaining)"
    if vote.stated:
        sides = ((vote.stated.for_, "for"), (vote.stated.against, "against"), (vote.stated.abstain, "abstaining"))
        told = ", ".join(f"{many} {side}" for many, side in sides if many is not None)
        return f" ({told})" if told else ""
    return ""


def _unread(document: Minutes) -> Iterator[str]:
    if not document.unread:
        yield f"  every line of {document.source.lines} was read"
        return
    yield f"  {_counted(len(document.unread), 'line', 'lines')} of {document.source.lines} could not be placed:"
    for line in document.unread[:UNREAD_SHOWN]:
        yield f"    line {line.line}: {line.text.strip()}"
    if len(document.unread) > UNREAD_SHOWN:
        yield "    … (all of them with --json)"


def _counted(many: int, one: str, several: str) -> str:
    return f"{many} {one if many == 1 else several}"
