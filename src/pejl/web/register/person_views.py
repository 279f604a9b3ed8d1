"""One person: the form that asks, and the answer. The look is in the log before this file is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import Purpose, purpose_named
from pejl.access.rights import REGISTER_PERSON
from pejl.access.roles import roles_with
from pejl.register.kept import NothingKnown
from pejl.register.one_person import Moment, OnePerson, PersonTable, one_person
from pejl.web.access.readers import has
from pejl.web.page.days import NO_DAY, day_asked, unread_days
from pejl.web.page.register_words import cell_word


@dataclass(frozen=True)
class ShownTable:
    """A table as the page shows it: only columns that some row has something in."""

    danish: str
    name: str
    labels: list[str]
    rows: list[list[tuple[str, str]]]
    more: int


@dataclass(frozen=True)
class ShownMoment:
    """A line of the time line."""

    moment: Moment
    said: str


def asking(request: HttpRequest) -> HttpResponse:
    """Whom do you look up, and what for?"""
    context = {
        "may_look": has(request, REGISTER_PERSON),
        "right": REGISTER_PERSON,
        "roles": roles_with(REGISTER_PERSON),
        "purposes": list(Purpose),
        "no_pseudonym": request.GET.get("mangler") == "person",
        "today": timezone.localdate(),
        "trail": [("Register", reverse("register"))],
    }
    return render(request, "register/asking.html", context)


def person(request: HttpRequest) -> HttpResponse:
    """What does the register know about this person, and what was known when?"""
    pseudonym = request.POST.get("person", "").strip()
    held, known = day_asked(request.POST, "gjaldt"), day_asked(request.POST, "kendt")
    purpose = purpose_named(request.POST.get("formaal", ""))
    unread = unread_days(request.POST, "gjaldt", "kendt")
    found, nothing = None, f"Intet er vist, for en dag kan ikke læses. {NO_DAY}" if unread else ""
    try:
        found = None if unread else one_person(settings.HOME, pseudonym, known=known, held=held)
    except NothingKnown as reason:
        nothing = str(reason)
    context = {
        "pseudonym": pseudonym,
        "held": held,
        "asked_known": known,
        "unread_days": unread,
        "purpose": purpose,
        "purposes": list(Purpose),
        "found": found,
        "nothing": nothing,
        "tables": [_shown(table) for table in found.tables] if found else [],
        "line": list(_line(found)) if found else [],
        "now": timezone.now(),
        "trail": [("Register", reverse("register")), ("Slå en person op", reverse("register-person"))],
    }
    return render(request, "register/person.html", context, status=422 if unread else 200)


def _shown(each: PersonTable) -> ShownTable:
    columns = [column for column in each.table.columns if any(row.get(column.name) is not None for row in each.rows)]
    return ShownTable(
        danish=each.table.danish,
        name=each.table.name,
        labels=[column.danish for column in columns],
        rows=[[(column.danish, cell_word(row[column.name], column)) for column in columns] for row in each.rows],
        more=each.more,
    )


def _line(found: OnePerson) -> Iterator[ShownMoment]:
    for moment in found.line:
        yield ShownMoment(moment, coded_words(moment))


def coded_words(moment: Moment) -> str:
    """What a row with a day says in words of codes: "Jobsamtale (7), Kommunen, Afholdt"."""
    days = {*(moment.table.spell or ()), moment.table.moment, *moment.table.key}
    coded = [column for column in moment.table.columns if column.allowed and column.name not in days]
    words = [cell_word(moment.row.get(column.name), column) for column in coded]
    return ", ".join(word for word in words if word)
