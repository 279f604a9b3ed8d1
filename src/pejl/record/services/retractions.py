"""Withdrawing what was published, and putting it back.

A withdrawn document has no row but one that says that it was here: no page, no index entry and no answer holds any of
it. The archive keeps its file, and the act stays. What a withdrawal takes along: everything that would stand in the
document's place, which is its earlier versions and, for minutes, the meeting's agendas, since they mostly say the same;
`only` leaves those. A meeting is withdrawn with all its documents. A version that comes later is published as ever.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from pejl.acts.models import Act
from pejl.acts.services import Unsigned as Unsigned
from pejl.acts.services import record_act
from pejl.home.turn import turn
from pejl.minutes.document import Kind
from pejl.record.acts import Verb
from pejl.record.models import Document, Withdrawn
from pejl.record.services.filing import day_of, file_reading, settle_again
from pejl.record.services.indexing import catch_up
from pejl.record.services.installation import Installation, installation
from pejl.record.services.reading import archived_reading
from pejl.record.services.showing import forget, mentioned
from pejl.record.services.stepping import in_step
from pejl.record.services.withdrawals import in_place_of, subject_of, withdrawals_of

_SHA256 = re.compile(r"[0-9a-f]{64}")
TOGETHER = "together"
"""What the acts of one withdrawal share in their detail, so that it can be undone as one."""


class NothingThere(ValueError):
    """The address or hash names nothing that can be withdrawn, or put back. `str()` says why."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A document that was withdrawn or put back. `date` is the meeting's."""

    sha256: str
    kind: str
    version: int
    body: str
    date: dt.date | None


def retract(
    subject: str, *, who: str, why: str, only: bool = False, at: Installation | None = None
) -> tuple[Turned, ...]:
    """Withdraw the meeting at the address, or the document with the hash, that `subject` is.

    `why` is shown to everyone. Raises `NothingThere`, `acts.Unsigned`, and `Busy`; then nothing is changed.
    """
    here = at or installation()
    with turn(here.home.lock, here.patience):
        documents = _documents(subject)
        chosen = documents if only or not _SHA256.fullmatch(subject) else _with_what_is_beneath(documents)
        with here.index.opened() as index:
            catch_up(index)
            act = {"who": who, "why": why, "detail": {TOGETHER: subject}}
            with in_step(index):
                return withdraw(chosen, lambda document: _record(Verb.RETRACT, document.sha256, act))


def restore(
    subject: str, *, who: str, why: str = "", only: bool = False, at: Installation | None = None
) -> tuple[Turned, ...]:
    """Publish again what was withdrawn: the meeting at the address, or the document with the hash and what was
    withdrawn with it. `only` puts back the one document alone.

    Raises `NothingThere`, `acts.Unsigned`, `Busy`, and `Damaged` or `Unreadable` where a file can no longer be read.
    """
    here = at or installation()
    with turn(here.home.lock, here.patience):
        chosen = _withdrawn(subject, only=only)
        with here.index.opened() as index:
            catch_up(index)
            act = {"who": who, "why": why, "detail": {TOGETHER: subject}}
            with in_step(index):
                return tuple(put_back(row, here, act) for row in chosen)


def withdraw(documents: Sequence[Document], recorded: Callable[[Document], Act]) -> tuple[Turned, ...]:
    """Put a row that says nothing in the place of each document. `recorded` records the act on one and returns it.

    Within a transaction of the caller, who brings the index in step.
    """
    days = {(document.meeting.body, day_of(document), document.meeting.date) for document in documents}
    people: set[int] = set()
    cases: set[int] = set()
    for meeting in {document.meeting for document in documents}:
        of_people, of_cases = mentioned(meeting)
        people |= of_people
        cases |= of_cases
    told = tuple(_turned(document) for document in documents)
    rows = [in_place_of(document, recorded(document)) for document in documents]
    Document.objects.filter(pk__in=[document.pk for document in documents]).delete()
    Withdrawn.objects.bulk_create(rows)
    for body, own_day, date in days:
        settle_again(body, own_day, date)
    forget(people, cases)
    return told


def put_back(row: Withdrawn, here: Installation, act: Mapping[str, Any]) -> Turned:
    """Read a withdrawn document's file again and file it as if it had just been read.

    Within a transaction of the caller, who brings the index in step.
    """
    receipt = here.archive.receipt(row.sha256)
    if receipt is None:
        raise NothingThere(f"The file of {row} is not in the archive. Restore the archive from a backup.")
    reading = archived_reading(receipt, here)
    _record(Verb.RESTORE, row.sha256, act)
    row.delete()
    document = file_reading(reading)
    return Turned(row.sha256, row.kind, document.version, row.body.name, row.date)


def _record(verb: Verb, sha256: str, act: Mapping[str, Any]) -> Act:
    return record_act(verb, subject_of(sha256), **act)


def _turned(document: Document) -> Turned:
    meeting = document.meeting
    return Turned(document.sha256, document.kind, document.version, meeting.body.name, meeting.date)


def _documents(subject: str) -> list[Document]:
    """The documents that are here under the address or the hash."""
    rows: QuerySet[Document] = Document.objects.select_related("meeting__body__municipality")
    found = list(rows.filter(_named(subject, "meeting__")).order_by("order", "sha256"))
    if not found and Withdrawn.objects.filter(_named(subject, "")).exists():
        raise NothingThere(f"{subject} is withdrawn already. `pejl record restore {subject}` puts it back.")
    if not found:
        raise NothingThere(f"The record holds nothing at {subject}. `pejl record list` tells the addresses.")
    return found


def _with_what_is_beneath(documents: Iterable[Document]) -> list[Document]:
    """The documents with those of their meetings that would stand in their place."""
    chosen: dict[str, Document] = {}
    for document in documents:
        of_meeting = Document.objects.filter(meeting=document.meeting).select_related("meeting__body__municipality")
        for other in of_meeting:
            if _weight(other) <= _weight(document):
                chosen[other.sha256] = other
    return list(chosen.values())


def _weight(document: Document) -> tuple[bool, tuple[int, str]]:
    """What stands for a meeting before what: minutes before agendas, and later versions before earlier ones."""
    return document.kind == Kind.MINUTES, document.arrival


def _withdrawn(subject: str, *, only: bool) -> list[Withdrawn]:
    """What is withdrawn under the address or the hash, in the order in which it came."""
    found = list(Withdrawn.objects.select_related("body__municipality").filter(_named(subject, "")))
    if not found:
        raise NothingThere(f"Nothing is withdrawn at {subject}.")
    if _SHA256.fullmatch(subject) and not only:
        found += _together_with(found[0])
    return sorted(found, key=lambda row: row.arrival)


def _together_with(row: Withdrawn) -> list[Withdrawn]:
    """The other documents that the same withdrawal took along."""
    others = list(
        Withdrawn.objects.select_related("body__municipality").filter(body=row.body, slug=row.slug).exclude(pk=row.pk)
    )
    acts = withdrawals_of([row.sha256, *(other.sha256 for other in others)])
    together = _share(acts.get(row.sha256))
    return [other for other in others if together and _share(acts.get(other.sha256)) == together]


def _share(act: Act | None) -> object:
    return (act.detail.get(TOGETHER) or act.detail.get("file")) if act else None


def _named(subject: str, to_meeting: str) -> Q:
    """What the address or the hash names. `to_meeting` is the prefix that leads from a row to its meeting."""
    if _SHA256.fullmatch(subject):
        return Q(sha256=subject)
    words = subject.strip("/").split("/")
    if len(words) != 3:
        raise NothingThere(
            f"{subject} is neither an address (municipality/body/date) nor the hash of a file (64 hexadecimal digits)."
        )
    return Q(
        **{
            f"{to_meeting}body__municipality__slug": words[0],
            f"{to_meeting}body__slug": words[1],
            f"{to_meeting}slug": words[2],
        }
    )
