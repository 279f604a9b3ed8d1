"""Letters recorded and withdrawn, and rows taken out for the municipality's own letter system."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.calendar.days import short_day
from pejl.casework.informing import services
from pejl.casework.informing.found import Found
from pejl.casework.informing.merging import HEADINGS as MERGED
from pejl.casework.informing.merging import merged
from pejl.casework.informing.recording import letters_for
from pejl.casework.informing.row import Row, why
from pejl.casework.informing.templates import Template, templates_for
from pejl.casework.informing.topic import NoTopic
from pejl.home.turn import turn
from pejl.law.refusals import LawFault, Refusal
from pejl.register.kept import NothingKnown
from pejl.web.access.look_forms import take_out
from pejl.web.access.readers import name_of
from pejl.web.casework.informing_form import InformingForm
from pejl.web.casework.informing_views import answered
from pejl.web.page.days import NO_DAY, day_asked, unread_days
from pejl.web.page.form import number_asked, text_asked
from pejl.web.page.spreadsheet_answer import spreadsheet_answer

HEADINGS = ("Borger", "Liste", "Gælder fra", "Gælder til", "Breve", "Første brev", "Enhed", "Team", "Lov", "Hvorfor")
NOT_SENT = "Skriv den dag, brevene er sendt. Den kan ikke ligge i fremtiden."
NO_REASON = "Skriv, hvorfor brevet ikke tæller."
LONGEST = 1000


def record(request: HttpRequest) -> HttpResponse:
    """Record that a text was sent to everyone whom it is meant for, all of them or none."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("casework-informing"))
    with turn(settings.HOME.lock):  # two who press at once would both find the same persons without a letter
        return _recorded(request)


def _recorded(request: HttpRequest) -> HttpResponse:
    form, answer, template = _asked(request)
    sent = day_asked(request.POST, "sendt")
    if sent is None or sent > timezone.localdate():
        unread = unread_days(request.POST, "sendt")
        return _faulty(request, form, NO_DAY if unread else NOT_SENT, template=template)
    letters = letters_for(answer.rows, template, sent)
    recorded = services.record_letters(letters, who=name_of(request), via="site")
    return HttpResponseRedirect(_back(form, skrevet=recorded))


def withdraw(request: HttpRequest) -> HttpResponse:
    """Record that a letter does not count after all."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("casework-informing"))
    form, number = InformingForm.of(request.POST), number_asked(request.POST.get("brev", ""))
    reason = request.POST.get("hvorfor", "")[:LONGEST].strip()
    if not reason:
        return _faulty(request, form, NO_REASON)
    if number is None:
        raise Http404
    try:
        services.withdraw_letter(number, who=name_of(request), why=reason)
    except services.NoLetter as none:
        return _faulty(request, form, str(none))
    return HttpResponseRedirect(_back(form))


def list_file(request: HttpRequest) -> HttpResponse:
    """A list as a file, with whole pseudonyms. Each person in it is a look."""
    form = InformingForm.of(request.POST)
    answer = _answer(form)
    rows = answer.listed(form.listed)
    take_out(request, f"informing:{answer.question.topic}/{form.listed}", (row.person for row in rows))
    name = f"besked-{form.listed}-{form.first}.csv"
    return spreadsheet_answer(name, [HEADINGS, *(_cells(row, answer) for row in rows)])


def merge_file(request: HttpRequest) -> HttpResponse:
    """The rows that a letter system fills a text with, for everyone whom the text is meant for."""
    _, answer, template = _asked(request)
    found = list(merged(answer.rows, template, answer.said, timezone.localdate()))
    take_out(request, f"letters:{template.name}", (person for person, _ in found))
    return spreadsheet_answer(f"flet-{template.name}.csv", [MERGED, *(cells for _, cells in found)])


def _asked(request: HttpRequest) -> tuple[InformingForm, Found, Template]:
    """The question that was sent with its answer, and the text; only one that is about the same."""
    form = InformingForm.of(request.POST)
    answer = _answer(form)
    about = templates_for(str(answer.question.topic))
    template = next((each for each in about if each.name == request.POST.get("brev", "")), None)
    if template is None:
        raise Http404
    return form, answer, template


def _answer(form: InformingForm) -> Found:
    if not form.complete:
        raise Http404
    try:
        return answered(form)
    except (NothingKnown, NoTopic, Refusal, LawFault) as nothing:
        raise Http404 from nothing


def _cells(row: Row, answer: Found) -> list[str]:
    days = (row.since, row.until)
    since, until = (short_day(day) if day else "" for day in days)
    first = short_day(row.first_sent) if row.first_sent else ""
    where = (row.unit or "", row.team or "")
    reason = why(row, answer.question.on_day)
    return [row.person, row.state.danish, since, until, str(row.letters), first, *where, answer.said.cites, reason]


def _faulty(
    request: HttpRequest, form: InformingForm, sentence: str, *, template: Template | None = None
) -> HttpResponse:
    """The sentence; with the text that was sent where its day is what is wrong, so that it can be written anew."""
    context = {
        "form": form,
        "template": template,
        "written": text_asked(request.POST.get("sendt", "")),
        "sentence": sentence,
        "back": _back(form),
        "trail": [("Arbejdslister", reverse("casework")), ("Besked", reverse("casework-informing"))],
    }
    return render(request, "casework/informing_faulty.html", context, status=422)


def _back(form: InformingForm, **more: object) -> str:
    """The page of the topic that the reader came from."""
    if not form.complete:
        return reverse("casework-informing")
    return f"{reverse('casework-topic')}{form.address()}{'&' + urlencode(more) if more else ''}"
