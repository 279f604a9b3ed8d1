"""Whether a document is withdrawn, and the row that stands in its place: where it was, and nothing of what it said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from pejl.acts.models import Act
from pejl.acts.services import record_act
from pejl.minutes.document import Kind, Minutes
from pejl.minutes.keys import body_key
from pejl.record.acts import Verb
from pejl.record.archive import Receipt
from pejl.record.models import Body, Document, Notice, Withdrawn
from pejl.record.names import address
from pejl.record.published.paths import veiled_part
from pejl.record.same_meeting import Filing, treats
from pejl.record.services.installation import UNKNOWN_MUNICIPALITY
from pejl.record.withheld import Stand, Stands, stands_of

_TURNS = (Verb.RETRACT.value, Verb.RESTORE.value)


def subject_of(sha256: str) -> str:
    """What an act on a document names it."""
    return f"document:{sha256}"


def withdrawals_of(documents: Iterable[str]) -> dict[str, Act]:
    """The acts that have withdrawn those of the documents, by hash, that are withdrawn now: the last word counts."""
    wanted = {subject_of(sha256): sha256 for sha256 in documents}
    last: dict[str, Act] = {}
    for act in Act.objects.filter(subject__in=wanted, verb__in=_TURNS).order_by("at", "pk"):
        last[wanted[act.subject]] = act
    return {sha256: act for sha256, act in last.items() if act.verb == Verb.RETRACT.value}


def standing_withdrawal(receipt: Receipt, public: Minutes, municipality: str) -> Act | None:
    """The act that has withdrawn a file's document: one that is on record, else one that a notice has been waiting to
    do.
    """
    acts = Act.objects.filter(subject=subject_of(receipt.sha256), verb__in=_TURNS)
    if last := acts.order_by("at", "pk").last():
        return last if last.verb == Verb.RETRACT.value else None
    notice = _waiting_notice(receipt, public, municipality)
    return record_retraction(receipt.sha256, notice) if notice else None


def record_retraction(sha256: str, notice: Notice) -> Act:
    """Record that a system has withdrawn a document, with the file that says so."""
    return retraction_by_file(sha256, notice.sha256, str(notice.says.get("system") or "eksport"))


def retraction_by_file(sha256: str, file: str, system: str) -> Act:
    """Record that a system has withdrawn a document; `file` is the hash of the file that says so."""
    why = "Trukket tilbage af det system, som har offentliggjort det."
    return record_act(Verb.RETRACT, subject_of(sha256), who=system, why=why, detail={"file": file})


def has_done(file: str) -> bool:
    """Whether the file with this hash has withdrawn, or put back, something: each does so once."""
    return Act.objects.filter(detail__file=file).exists()


def is_spent(notice: Notice) -> bool:
    """Whether a notice has done what it says."""
    return has_done(notice.sha256)


def done_by(notice: Notice) -> int:
    """How many documents a notice has withdrawn, or put back."""
    return Act.objects.filter(detail__file=notice.sha256).count()


def _waiting_notice(receipt: Receipt, public: Minutes, municipality: str) -> Notice | None:
    """The notice that came before its document, and withdraws it now that it has come.

    A document that came as an archive came with word that it is published, and none waits for it.
    """
    if public.body is None or public.date is None or public.source.media_type == "application/zip":
        return None
    of_day = Notice.objects.filter(kind=Notice.RETRACTION, order__lt=receipt.order, says__date=str(public.date))
    about = [row for row in of_day.order_by("-order") if concerns(row, public.body, public.date, public.kind)]
    about = [row for row in about if is_whose(row) in ("", address(municipality, 200))]
    latest = about[0] if about else None
    return latest if latest and not latest.says.get("published") and not is_spent(latest) else None


def is_whose(notice: Notice) -> str:
    """The address of the municipality that a notice is of; empty where none was told, and it may be anyone's."""
    return "" if notice.municipality == UNKNOWN_MUNICIPALITY else address(notice.municipality, 200)


def concerns(notice: Notice, body: str, date: dt.date, kind: Kind) -> bool:
    """Whether a notice is about this document: the body's meeting of that day. One about minutes is about what would
    stand in their place as well.
    """
    told = notice.says
    same_meeting = told.get("body_key") == body_key(body) and told.get("date") == date.isoformat()
    return same_meeting and (told.get("kind") != Kind.AGENDA.value or kind is Kind.AGENDA)


def withdrawn_row(
    receipt: tuple[int, str], body: Body, date: dt.date | None, public: Minutes, act: Act, slug: str
) -> Withdrawn:
    """The row that stands in the document's place. `receipt` is the order of arrival and the hash."""
    return Withdrawn(
        order=receipt[0],
        sha256=receipt[1],
        body=body,
        date=date,
        slug=slug,
        kind=public.kind.value,
        at=act.at,
        marks=_marks_of(public),
    )


def in_place_of(document: Document, act: Act) -> Withdrawn:
    """The row that stands in the place of a document that is here now."""
    public = Minutes.model_validate(document.content)
    meeting = document.meeting
    row = withdrawn_row(document.arrival, meeting.body, meeting.date, public, act, meeting.slug)
    row.version = document.version
    return row


def kept_row(row: Withdrawn) -> dict[str, Any]:
    """What a row says, for keeping on disk for a while."""
    return {
        "date": row.date.isoformat() if row.date else None,
        "slug": row.slug,
        "kind": row.kind,
        "at": row.at.isoformat(),
        "marks": row.marks,
    }


def restored_row(kept: dict[str, Any], arrival: tuple[int, str], body: Body) -> Withdrawn:
    """The row that `kept_row` told of."""
    return Withdrawn(
        order=arrival[0],
        sha256=arrival[1],
        body=body,
        date=dt.date.fromisoformat(kept["date"]) if kept["date"] else None,
        slug=kept["slug"],
        kind=kept["kind"],
        at=dt.datetime.fromisoformat(kept["at"]),
        marks=kept["marks"],
    )


def filing_of(document: Document | Withdrawn) -> Filing:
    """What decides to which meeting of its day the document belongs, or belonged."""
    if isinstance(document, Withdrawn):
        return Filing(document.arrival, document.marks["time"], frozenset(document.marks["treats"]))
    content = Minutes.model_validate(document.content)
    return Filing(document.arrival, content.time, frozenset(veiled_part(mark) for mark in treats(content)))


def stands_of_withdrawn(row: Withdrawn) -> Stands:
    """How the items of a withdrawn document stood."""
    return tuple(Stand(label, closed, frozenset(marks)) for label, closed, marks in row.marks["items"])


def _marks_of(public: Minutes) -> dict[str, Any]:
    return {
        "time": public.time,
        "treats": sorted(veiled_part(mark) for mark in treats(public)),
        "items": marks_of_stands(stands_of(public)),
    }


def marks_of_stands(stands: Stands) -> list[list[Any]]:
    """How items stand, as a row keeps it."""
    return [[stand.label, stand.closed, sorted(stand.marks)] for stand in stands]
