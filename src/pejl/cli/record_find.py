"""`pejl record list`, `show` and `search`: what reads from the record."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from django.utils import timezone

from pejl.cli import django_ready as django_ready
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.nothing import nothing_found
from pejl.cli.opening import opened
from pejl.cli.summary import item_lines, summary
from pejl.minutes.document import Item, Minutes, Outcome
from pejl.record.queries import catalogue
from pejl.record.queries.addresses import meeting_address
from pejl.record.queries.catalogue import Place, Wanted
from pejl.record.queries.finding import find
from pejl.record.queries.retractions import withdrawn_at
from pejl.record.queries.rows import Meeting
from pejl.record.search import Hit, Query, Result

STRETCH = 500
"""How many meetings are asked for at a time."""

BodySlug = Annotated[str | None, typer.Option("--body", help="Only this body, as its address names it.")]
Year = Annotated[int | None, typer.Option("--year", min=1800, max=2200, help="Only meetings of this year.")]
Became = Annotated[Outcome | None, typer.Option("--outcome", help="Only items with this outcome.")]
Subject = Annotated[str | None, typer.Option("--subject", help="Only cases of this KLE subject: 15, 15.00.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many hits.")]
Strictly = Annotated[bool, typer.Option("--strictly", help="Only what holds all of the words, and nothing like them.")]
Address = Annotated[
    str, typer.Argument(metavar="ADDRESS", help="municipality/body/date, or …/date/punkt-3 for an item.")
]
Words = Annotated[list[str], typer.Argument(metavar="WORD", help='Words; "in quotes" together; -word leaves out.')]


def list_meetings(body: BodySlug = None, year: Year = None, as_json: AsJson = False) -> None:
    """List the meetings of the record, latest first, by the address under which `show` finds them."""
    with opened():
        meetings = _all_meetings(Wanted(body=body, year=year))
        rows = [_entry(meeting) for meeting in meetings]
    if as_json:
        answer_json(rows)
    else:
        for row in rows:
            answer(f"{row['date'] or 'no date':10}  {row['items']:>3} items  {row['body']}  {row['address']}")
    if not rows:
        raise nothing_found("The record holds no such meeting.")


def show(address: Address, as_json: AsJson = False) -> None:
    """Show a meeting or an item as it was read. With --json it is the document, or the item, of pejl.minutes/1."""
    words = address.strip("/").split("/")
    if len(words) not in (3, 4):
        remark(f"{address} is not an address: it must be municipality/body/date or municipality/body/date/punkt-3.")
        raise typer.Exit(UNUSABLE)
    place = Place(*words[:3])
    with opened():
        found = _document(place) if len(words) == 3 else _item(place, words[3])
        withdrawal = None if found else withdrawn_at(words[0], words[1], words[2])
    if withdrawal:
        day = timezone.localdate(withdrawal.at).isoformat()
        remark(f"What was at {address} was withdrawn on {day}. `pejl record withdrawn` tells why.")
        raise typer.Exit(NOTHING_FOUND)
    if found is None:
        remark(f"The record holds nothing at {address}. `pejl record list` tells the addresses.")
        raise typer.Exit(NOTHING_FOUND)
    if as_json:
        answer_json(found.model_dump(mode="json", by_alias=True))
    elif isinstance(found, Minutes):
        answer(summary(found))
    else:
        answer("\n".join(item_lines(found)))


def search(
    words: Words,
    body: BodySlug = None,
    year: Year = None,
    outcome: Became = None,
    subject: Subject = None,
    limit: Limit = 20,
    strictly: Strictly = False,
    as_json: AsJson = False,
) -> None:
    """Search what was recommended, decided and written, best hits first.

    Words, or a question: "hvor mange klager fik medhold" finds what holds most of its words too.
    """
    for word in words:
        if word.startswith("--"):
            raise typer.BadParameter(f"There is no option {word}.")
    query = Query(
        " ".join(words),
        body=body,
        year=year,
        outcome=outcome.value if outcome else None,
        subject=subject,
        per_page=limit,
        strictly=strictly,
    )
    with opened():
        result = find(query).result
    if result is None:
        remark("There is no search index yet. `pejl record rebuild` makes one.")
        raise typer.Exit(NOTHING_FOUND)
    if as_json:
        answer_json(
            {
                "total": result.total,
                "put_right": result.put_right,
                "holding_all": result.holding_all,
                "by_meaning": result.by_meaning,
                "hits": [_hit(hit) for hit in result.hits],
            }
        )
    elif result.hits:
        answer(_hits_in_words(result))
    if not result.total:
        raise nothing_found(_nothing_in(result))


def _all_meetings(wanted: Wanted) -> list[Meeting]:
    meetings: list[Meeting] = []
    while True:
        stretch = catalogue.meetings(wanted, STRETCH, len(meetings))
        meetings += stretch.rows
        if not stretch.rows or len(meetings) >= stretch.total:
            return meetings


def _entry(meeting: Meeting) -> dict[str, Any]:
    counts: Any = meeting  # the count is an annotation of the query
    return {
        "address": meeting_address(meeting),
        "municipality": meeting.body.municipality.name,
        "body": meeting.body.name,
        "date": meeting.date.isoformat() if meeting.date else None,
        "items": counts.items_held,
    }


def _document(place: Place) -> Minutes | None:
    row = catalogue.document_shown(place)
    return Minutes.model_validate(row.content) if row else None


def _item(place: Place, slug: str) -> Item | None:
    row = catalogue.item_at(place, slug)
    return Item.model_validate(row.detail) if row else None


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "address": hit.key,
        "title": hit.title,
        "body": hit.body,
        "date": hit.date.isoformat() if hit.date else None,
        "outcome": hit.outcome,
        "case_number": hit.case_number,
        "anchor": hit.anchor,
        "by_meaning": hit.by_meaning,
        "snippet": [{"text": segment.text, "marked": segment.marked} for segment in hit.snippet],
    }


def _hits_in_words(result: Result) -> str:
    """The hits as lines; what was hit stands between asterisks."""
    lines = [f"{result.total} found" + (f", the first {len(result.hits)}:" if result.total > len(result.hits) else ":")]
    if result.put_right:
        lines.append(f"Nothing holds the words as typed; searched for: {result.put_right}")
    if result.holding_most:
        lines.append(f"{result.holding_all} hold all of the words, {result.holding_most} most of them.")
    if result.by_meaning:
        lines.append(f"{result.by_meaning} found by what they mean.")
    for hit in result.hits:
        outcome = "" if hit.outcome == Outcome.NONE else f" ({hit.outcome})"
        meant = ", by meaning" if hit.by_meaning else ""
        lines += ["", f"{hit.title}{outcome}", f"  {hit.body}, {hit.date or 'no date'}{meant}  {hit.key}"]
        if hit.snippet:
            told = "".join(f"*{part.text}*" if part.marked else part.text for part in hit.snippet)
            lines.append(f"  {' '.join(told.split())}")
    return "\n".join(lines)


def _nothing_in(result: Result) -> str:
    suggestion = result.suggestion
    if suggestion and suggestion.text:
        return f"Nothing found. Did you mean: {suggestion.text}"
    alone = [f"{word.text} {word.count}" for word in (suggestion.alone if suggestion else ()) if word.count]
    return f"Nothing found. Each by itself: {', '.join(alone)}." if alone else "Nothing found."
