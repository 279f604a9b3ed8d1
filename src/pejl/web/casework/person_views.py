"""One person's deadlines: what they follow from, how they stand, and what can be done. The look is in the log first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import purpose_named
from pejl.access.rights import CASEWORK_MARK, REGISTER_PERSON
from pejl.acts.reasons import Reason
from pejl.casework.duty_book import DutyBook
from pejl.casework.explained import Explained, explained
from pejl.casework.happened import Happened, happened
from pejl.casework.informing.queries import letters_to
from pejl.casework.person_line import Station, line_of
from pejl.casework.queries import PastMark, acts_of
from pejl.casework.reasons import DISAGREEMENTS, exemptions_of
from pejl.casework.worklists.row import Row
from pejl.register.kept import NothingKnown
from pejl.register.one_person import OnePerson, one_person
from pejl.web.access.look_forms import MISSING, look_at
from pejl.web.access.looking import PERSON, PSEUDONYM
from pejl.web.access.readers import has
from pejl.web.casework.reading import EVERYTHING, opened_for, the_duties
from pejl.web.casework.row_keys import RowKeys, person_asked
from pejl.web.casework.shown import ShownRow, shown
from pejl.web.register.person_views import coded_words


@dataclass(frozen=True)
class ShownDeadline:
    """A deadline as the person's page shows it: explained, with what happened, its acts and the reasons to choose."""

    shown: ShownRow
    explained: Explained
    happened: Sequence[Happened]
    past: Sequence[PastMark]
    exemptions: Sequence[Reason]

    @property
    def row(self) -> Row:
        """The row itself."""
        return self.shown.row


@dataclass(frozen=True)
class ShownStation:
    """A place on the line with what it says."""

    station: Station
    said: str


def person(request: HttpRequest) -> HttpResponse:
    """What is this person owed, by when, and why?"""
    pseudonym = _asked(request)
    if not pseudonym:
        return HttpResponseRedirect(f"{reverse('casework')}?{MISSING}={PERSON}")
    look_at(request, [pseudonym])
    nothing, judged, rows, known = "", None, [], None
    try:
        with opened_for(EVERYTHING) as found:
            judged, rows = found.judged, found.of_person(pseudonym)
        known = one_person(settings.HOME, pseudonym)
    except NothingKnown as reason:
        nothing = str(reason)
    book = the_duties()
    deadlines = list(_deadlines(rows, book, RowKeys(request), known, judged.day if judged else None))
    context = {
        "pseudonym": pseudonym,
        "purpose": purpose_named(request.POST.get("formaal", "")),
        "nothing": nothing,
        "judged": judged,
        "open": [each for each in deadlines if each.row.state.open or each.row.broken_promise],
        "closed": [each for each in deadlines if not (each.row.state.open or each.row.broken_promise)],
        "line": _line(known, rows, book),
        "desk": rows[0] if rows else None,
        "disagreements": DISAGREEMENTS,
        "letters": letters_to(pseudonym),
        "may_mark": has(request, CASEWORK_MARK),
        "may_look": has(request, REGISTER_PERSON),
        "now": timezone.now(),
        "today": timezone.localdate(),
        "trail": [("Arbejdslister", reverse("casework"))],
    }
    return render(request, "casework/person.html", context)


def _asked(request: HttpRequest) -> str:
    """The person whom the form names: by pseudonym, or by a key that the reader was shown; "" for nobody."""
    pseudonym = request.POST.get(PERSON, "").strip()
    return pseudonym if PSEUDONYM.match(pseudonym) else person_asked(request)


def _deadlines(
    rows: Sequence[Row], book: DutyBook, keys: RowKeys, known: OnePerson | None, day: dt.date | None
) -> Iterator[ShownDeadline]:
    past = acts_of(row.key for row in rows)
    for row in rows:
        about = explained(row, book)
        looked_at = happened(asdict(row), about.duty, known, day) if about.duty and known and day else ()
        reasons = exemptions_of(book.versions(row.duty))
        yield ShownDeadline(shown(row, book, keys), about, looked_at, past.get(row.key, ()), reasons)


def _line(known: OnePerson | None, rows: Sequence[Row], book: DutyBook) -> list[ShownStation]:
    stations = line_of(known.line if known else (), rows, book)
    return [ShownStation(each, _said(each)) for each in stations]


def _said(station: Station) -> str:
    if station.moment is None:
        return station.row.state.danish if station.row else ""
    return coded_words(station.moment)
