"""What has been withdrawn: when, of which body and day, by whom and why. Nothing of what it said.

Somebody who meets an address that told of a meeting before is told that it was withdrawn, not that it never was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from pejl.acts.models import Act
from pejl.minutes.document import Kind
from pejl.record.acts import Verb
from pejl.record.models import Meeting, Withdrawn

_ABOUT = "document:"


@dataclass(frozen=True)
class Withdrawal:
    """A document that is withdrawn. `date` is the meeting's, None where no day is known; `at` is when it was withdrawn.

    `who` and `why` are as the act says them, and empty where no act is left. `municipality`, `body_slug` and `slug`
    make the address that it had, and `version` the version that it was.
    """

    at: dt.datetime
    municipality: str
    municipality_name: str
    body: str
    body_slug: str
    slug: str
    date: dt.date | None
    kind: Kind
    version: int
    sha256: str
    who: str
    why: str


def withdrawals(municipality: str | None = None, limit: int | None = None) -> list[Withdrawal]:
    """What is withdrawn now, the latest first; `municipality` is a slug. Two database queries."""
    rows = _rows()
    if municipality is not None:
        rows = rows.filter(body__municipality__slug=municipality)
    return list(_told(rows[:limit] if limit is not None else rows))


def withdrawn_at(
    municipality: str, body: str, slug: str, kind: Kind | None = None, version: int | None = None
) -> Withdrawal | None:
    """What was withdrawn under a meeting's address: the version asked for, else what last stood for the meeting."""
    rows = _rows().filter(body__municipality__slug=municipality, body__slug=body, slug=slug)
    if kind is not None and version is not None:
        rows = rows.filter(kind=kind.value, version=version)
    told = list(_told(rows))
    return max(told, key=lambda each: (each.kind is Kind.MINUTES, each.version), default=None)


def withdrawn_document(sha256: str) -> Withdrawal | None:
    """The withdrawal of the document with this hash, where it is withdrawn."""
    return next(_told(_rows().filter(sha256=sha256)), None)


def withdrawn_on(municipality: int, wanted: Iterable[tuple[str, dt.date | None]]) -> frozenset[tuple[str, dt.date]]:
    """Those of the bodies (by key) and days whose meeting is withdrawn whole. One database query, none where none is
    wanted.

    A meeting of which anything is still here is not withdrawn.
    """
    days = {(key, date) for key, date in wanted if date is not None}
    if not days:
        return frozenset()
    still_here = Meeting.objects.filter(body=OuterRef("body"), date=OuterRef("date"))
    rows = Withdrawn.objects.filter(
        ~Exists(still_here),
        body__municipality=municipality,
        body__key__in={key for key, _ in days},
        date__in={date for _, date in days},
    )
    return frozenset(days) & {(key, date) for key, date in rows.values_list("body__key", "date") if date is not None}


def _rows() -> QuerySet[Withdrawn]:
    return Withdrawn.objects.select_related("body__municipality").defer("marks").order_by("-at", "body__name", "-date")


def _told(rows: Iterable[Withdrawn]) -> Iterator[Withdrawal]:
    here = list(rows)
    acts = _acts(row.sha256 for row in here)
    for row in here:
        act = acts.get(row.sha256)
        yield Withdrawal(
            at=row.at,
            municipality=row.body.municipality.slug,
            municipality_name=row.body.municipality.name,
            body=row.body.name,
            body_slug=row.body.slug,
            slug=row.slug,
            date=row.date,
            kind=Kind(row.kind),
            version=row.version,
            sha256=row.sha256,
            who=act.who if act else "",
            why=act.why if act else "",
        )


def _acts(documents: Iterable[str]) -> dict[str, Act]:
    """The last act that withdrew each document."""
    subjects = {f"{_ABOUT}{sha256}": sha256 for sha256 in documents}
    rows = Act.objects.filter(subject__in=subjects, verb=Verb.RETRACT.value).order_by("at", "pk")
    return {subjects[act.subject]: act for act in rows}
