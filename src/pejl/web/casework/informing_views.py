"""Who must be told of a change in the law, who was, and who was not; and the texts of the letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import Purpose
from pejl.access.rights import CASEWORK_LETTERS
from pejl.casework.informing import queries
from pejl.casework.informing.found import LISTS, Found, found
from pejl.casework.informing.letter import Letter
from pejl.casework.informing.merging import fields
from pejl.casework.informing.overview import begun
from pejl.casework.informing.recording import letters_for
from pejl.casework.informing.row import Row, why
from pejl.casework.informing.state import list_says
from pejl.casework.informing.stretches import law_book, law_on
from pejl.casework.informing.templates import FIELDS, template_named, templates, templates_for
from pejl.casework.informing.told import today_of
from pejl.casework.informing.topic import NoTopic, TopicKind, said, topic_named, topics
from pejl.law.refusals import LawFault, Refusal
from pejl.law.scenario import scenario_names
from pejl.register.kept import NothingKnown
from pejl.register.register import Register
from pejl.register.snapshot import Snapshot
from pejl.web.access.readers import has
from pejl.web.casework.informing_form import InformingForm
from pejl.web.casework.row_keys import RowKeys
from pejl.web.page.days import unread_days
from pejl.web.page.form import number_asked

PER_PAGE = 50
KINDS = ((TopicKind.RULE, "Regler"), (TopicKind.DUTY, "Pligter"), (TopicKind.WORD, "Grupper"))
EXAMPLE = "Jobcentret, Team Nord"


@dataclass(frozen=True)
class ShownRow:
    """A person on a list by the key of `row_keys`, with why they stand there and the letters that they got."""

    row: Row
    key: str
    why: str
    letters: Sequence[Letter]


def overview(request: HttpRequest) -> HttpResponse:
    """Who has not been told of what has become law?"""
    context: dict[str, object] = {
        "trail": _trail(),
        "texts": templates(),
        "groups": _choices(),
        "form": InformingForm(),
    }
    try:
        known = newest()
        on = today_of(known, timezone.localdate())
        context |= {"topics": list(begun(known, on, queries.letters())), "known": known.known, "on": on}
    except NothingKnown as nothing:
        context["nothing"] = str(nothing)
    return render(request, "casework/informing.html", context)


def topic(request: HttpRequest) -> HttpResponse:
    """Who must be told of this, and who was?"""
    form, unread = InformingForm.of(request.GET), unread_days(request.GET, "fra", "pr")
    context: dict[str, object] = {
        "form": form,
        "trail": _trail(inner=True),
        "groups": _choices(),
        "scenarios": scenario_names(),
        "purposes": list(Purpose),
        "may_record": has(request, CASEWORK_LETTERS),
        "today": timezone.localdate(),
        "unread_days": unread,
        "recorded": number_asked(request.GET.get("skrevet", "")),
    }
    status = 422 if unread else 200
    try:
        context |= _listed(answered(form), form, RowKeys(request)) if form.complete and not unread else {}
    except NothingKnown as nothing:
        context["nothing"] = str(nothing)
    except (NoTopic, Refusal, LawFault) as refused:
        context["refused"], status = str(refused), 422
    return render(request, "casework/informing_topic.html", context, status=status)


def letter(request: HttpRequest, name: str) -> HttpResponse:
    """What does the letter say?"""
    template = template_named(name)
    if template is None:
        raise Http404
    law = said(topic_named(template.topic, law_book()), law_on(template.since, ""))
    example = fields(template.since, EXAMPLE, law)
    text = template.filled(example)
    context = {
        "template": template,
        "title": text.splitlines()[0].removeprefix("# "),
        "paragraphs": [part for part in text.split("\n\n")[1:] if part.strip()],
        "fields": [(each, FIELDS[each], example[each]) for each in template.fields],
        "law": law,
        "trail": _trail(inner=True),
    }
    return render(request, "casework/informing_letter.html", context)


def newest() -> Snapshot:
    """What the register knows now. Raises `NothingKnown`."""
    return Register(settings.HOME).newest()


def answered(form: InformingForm) -> Found:
    """The answer to the form. Raises what `found` does."""
    known = newest()
    question = form.question(known)
    return found(known, question, queries.letters(str(question.topic)))


def _listed(answer: Found, form: InformingForm, keys: RowKeys) -> dict[str, object]:
    """The rows of the page, how many each list has, and which texts can be recorded."""
    rows, counts = answer.listed(form.listed), answer.counts
    _, asks, empty = list_says(form.listed)
    first = (form.page - 1) * PER_PAGE
    shown = rows[first : first + PER_PAGE]
    letters = answer.letters_to([row.person for row in shown])
    day = timezone.localdate()
    on_day = answer.question.on_day
    return {
        "answer": answer,
        "counts": counts,
        "tabs": [(list_says(name)[0], counts[name], form.address(listed=name), name == form.listed) for name in LISTS],
        "asks": asks,
        "empty": empty,
        "rows": [ShownRow(row, keys.of_person(row.person), why(row, on_day), letters[row.person]) for row in shown],
        "total": len(rows),
        "texts": [
            (each, len(letters_for(answer.rows, each, day))) for each in templates_for(str(answer.question.topic))
        ],
        "any_letter": any(letters.values()),
        **form.leafing(-(-len(rows) // PER_PAGE)),
    }


def _choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The topics that can be chosen, kind by kind."""
    book = law_book()
    duties = {duty.name: duty.danish for duty in book.duties}
    every = list(topics(book))
    return [
        (
            word,
            sorted(
                ((str(each), duties.get(each.name, each.danish)) for each in every if each.kind is kind),
                key=lambda one: one[1],
            ),
        )
        for kind, word in KINDS
    ]


def _trail(*, inner: bool = False) -> list[tuple[str, str]]:
    trail = [("Arbejdslister", reverse("casework"))]
    return [*trail, ("Besked", reverse("casework-informing"))] if inner else trail
