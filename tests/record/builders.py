"""`Minutes` documents built by hand, for tests that need a record and not a reader.

Each builder takes what the test is about and fills in the rest with plain values of the invented Fjordby Kommune.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence

from pejl.minutes.document import (
    Block,
    CaseNumber,
    Clause,
    Decision,
    Item,
    Kind,
    Lines,
    Member,
    Minutes,
    Outcome,
    Recommendation,
    Reference,
    Role,
    Section,
    Source,
    SourceLine,
    Status,
    Stop,
    Vote,
)

BODY = "Beskæftigelsesudvalget"
DAY = dt.date(2025, 3, 12)
LINES_AN_ITEM = 10


def minutes(
    *items: Item,
    body: str | None = BODY,
    date: dt.date | None = DAY,
    time: str | None = None,
    kind: Kind = Kind.MINUTES,
    members: Sequence[Member] = (),
    unread: Sequence[SourceLine] = (),
    note: str = "",
) -> Minutes:
    """A document of these items. `note` tells two files apart that otherwise say the same."""
    return Minutes(
        kind=kind,
        body=body,
        date=date,
        time=time,
        place="Rådhuset, lokale 2",
        term="2022-2025",
        members=list(members),
        items=list(items),
        unread=list(unread),
        source=Source(
            name="referat.txt",
            sha256=hashlib.sha256(note.encode()).hexdigest(),
            media_type="text/plain",
            family="general",
            lines=LINES_AN_ITEM * (len(items) + 1),
        ),
    )


def agenda(*items: Item, body: str | None = BODY, date: dt.date | None = DAY, note: str = "") -> Minutes:
    """An agenda of these items."""
    return minutes(*items, body=body, date=date, kind=Kind.AGENDA, note=note)


def item(
    number: int | None,
    title: str | None = "Budgetopfølgning",
    *,
    label: str | None = None,
    case: str | None = None,
    subject: str | None = None,
    year: int | None = None,
    outcome: Outcome | None = Outcome.ADOPTED,
    recommended: Sequence[str] = ("at budgetopfølgningen godkendes",),
    decided: str = "Tiltrådt.",
    text: Iterable[str] = ("Forvaltningen fremlægger kvartalets tal.",),
    votes: Sequence[Vote] = (),
    absent: Sequence[str] = (),
    route: Sequence[Stop] = (),
    references: Sequence[Reference] = (),
    related: Sequence[Reference] = (),
) -> Item:
    """An open item; its lines follow from its number. `outcome` None means that it has no decision, as on an agenda."""
    first = LINES_AN_ITEM * (number or 90)
    lines = Lines(first=first, last=first + LINES_AN_ITEM - 1)
    here = Lines(first=first + 4, last=first + 4)
    return Item(
        number=number,
        label=label,
        title=title,
        case_number=CaseNumber(raw=case, subject=subject, year=year) if case else None,
        recommendation=recommendation(recommended, first + 2) if recommended else None,
        decision=Decision(text=decided, outcome=outcome, lines=Lines(first=first + 3, last=first + 3))
        if outcome
        else None,
        votes=list(votes),
        absent=list(absent),
        sections=[
            Section(
                heading="Gennemgang",
                role=Role.PRESENTATION,
                level=2,
                blocks=[Block(kind="paragraph", text=paragraph, lines=here) for paragraph in text],
                lines=here,
            )
        ],
        route=list(route),
        references=list(references),
        related=list(related),
        lines=lines,
    )


def closed(number: int, title: str | None = "Personsag", *, hidden: str = "Fortrolig tekst om en borger.") -> Item:
    """A closed item as a file may carry it by mistake: with text that nobody may see."""
    open_item = item(number, title, text=[hidden], decided=hidden, recommended=[hidden])
    return open_item.model_copy(update={"closed": True})


def recommendation(clauses: Sequence[str], line: int) -> Recommendation:
    """The administration's numbered clauses."""
    lines = Lines(first=line, last=line)
    return Recommendation(
        by="Forvaltningen",
        text="\n".join(clauses),
        clauses=[Clause(number=number, text=text, lines=lines) for number, text in enumerate(clauses, start=1)],
        lines=lines,
    )


def vote(
    *, for_: Sequence[str] = (), against: Sequence[str] = (), abstain: Sequence[str] = (), on: str = "recommendation"
) -> Vote:
    """A vote with the names that the text gives."""
    return Vote(
        on=on,
        outcome=Outcome.ADOPTED if len(for_) > len(against) else Outcome.REJECTED,
        for_=list(for_),
        against=list(against),
        abstain=list(abstain),
        text="Der blev stemt.",
        lines=Lines(first=1, last=1),
    )


def member(name: str, party: str | None = None, status: Status = Status.PRESENT) -> Member:
    """A member on the body's list."""
    return Member(name=name, party=party, status=status)


def reference(
    body: str | None = None, date: dt.date | None = None, item: int | None = None, *, same_meeting: bool = False
) -> Reference:
    """A pointer in running text."""
    return Reference(body=body, date=date, item=item, line=5, text="jf. punktet", same_meeting=same_meeting)


def stop(body: str, date: dt.date | None = None) -> Stop:
    """A station on the route ahead."""
    return Stop(body=body, date=date, line=6)


def as_file(document: Minutes, *, with_lines: bool = True) -> bytes:
    """The document as the bytes of a file that `reader` reads back.

    `with_lines`: as a text whose lines can be shown as the source. Its lines are not those that the document speaks of,
    so where nothing closed may show, the file is one that shows no lines.
    """
    return f"{'Et referat til prøve' if with_lines else ''}\n{document.as_json()}".encode()


def reader(refusal: Callable[[str], Exception]) -> Callable[[str, bytes], Minutes]:
    """A reader of files made by `as_file`; of anything else it says what `refusal` makes of the file's name."""

    def read(name: str, data: bytes) -> Minutes:
        try:
            document = Minutes.model_validate(json.loads(data.partition(b"\n")[2]))
        except ValueError as error:
            raise refusal(name) from error
        source = document.source.model_copy(update={"name": name, "sha256": hashlib.sha256(data).hexdigest()})
        return document.model_copy(update={"source": source})

    return read
