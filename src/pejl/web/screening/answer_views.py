"""The questions that a citizen answers by a link: no login, no name, nothing shown back, and once only.

The link's secret stands in the address that opens the page, because a citizen has nothing else to show; after that it
is sent in the form. The page hands its address on to nobody, the site's log leaves it out (`web/log_lines.py`), and
looking at the page uses nothing up: programs that follow links before people do must not spend them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from pejl.screening.queries.questionnaires import asked_by
from pejl.screening.questionnaire.answers import BadAnswer, from_text
from pejl.screening.questionnaire.introduction import AROUND
from pejl.screening.questionnaire.language import Language, in_language
from pejl.screening.questionnaire.questions import QUESTIONS, Question
from pejl.screening.services.questionnaires import NoLink, answer

LANGUAGE, TOKEN = "sprog", "link"
COUNTED = {Language.DANISH: "Spørgsmål {} af {}", Language.ENGLISH: "Question {} of {}"}
LONGEST = 10
"""Signs of an answer that are read at the most."""


@dataclass(frozen=True)
class ShownQuestion:
    """A question as it is asked: where it stands, its words in the reader's language, and what was chosen."""

    name: str
    counted: str
    text: str
    reason: str
    options: tuple[tuple[str, str], ...]
    ends: tuple[str, str] | None
    chosen: str


def questions(request: HttpRequest, token: str) -> HttpResponse:
    """What does the citizen say? Opening the page uses nothing up."""
    link = asked_by(token)
    language = in_language(request.GET.get(LANGUAGE, link.language if link else ""))
    if link is None:
        return _unusable(request, language)
    return _asking(request, token, language, {})


def answers(request: HttpRequest) -> HttpResponse:
    """Keep the answers, once."""
    language = in_language(request.POST.get(LANGUAGE, request.GET.get(LANGUAGE, "")))
    if request.method != "POST":
        return _unusable(request, language, status=200)
    token = request.POST.get(TOKEN, "")
    sent = {each.key: request.POST.get(each.key, "")[:LONGEST] for each in QUESTIONS}
    if asked_by(token) is None:
        return _unusable(request, language)
    try:
        answer(token, from_text(sent), language)
    except BadAnswer as faulty:
        return _asking(request, token, language, sent, faulty.told(language))
    except NoLink:
        return _unusable(request, language)
    return HttpResponseRedirect(f"{reverse('screening-thanks')}?{urlencode({LANGUAGE: language.value})}")


def thanks(request: HttpRequest) -> HttpResponse:
    """The answers are saved. Which they were is not shown."""
    language = in_language(request.GET.get(LANGUAGE, ""))
    return _page(request, "screening/thanks.html", language, {}, 200)


def _asking(
    request: HttpRequest, token: str, language: Language, sent: Mapping[str, str], faulty: str = ""
) -> HttpResponse:
    """The form, with what was sent where it could not be kept."""
    counted, total = COUNTED[language], len(QUESTIONS)
    asked = [
        _shown(each, language, counted.format(place, total), sent.get(each.key, ""))
        for place, each in enumerate(QUESTIONS, start=1)
    ]
    context = {"questions": asked, "token": token, "faulty": faulty}
    return _page(request, "screening/questions.html", language, context, 422 if faulty else 200)


def _shown(question: Question, language: Language, counted: str, chosen: str) -> ShownQuestion:
    words = question.every_answer_has_words
    options = tuple((str(each), question.word(each, language) if words else str(each)) for each in question.answers)
    ends = None if words else (question.word(question.least, language), question.word(question.most, language))
    return ShownQuestion(
        question.key, counted, question.text(language), question.reason(language), options, ends, chosen
    )


def _unusable(request: HttpRequest, language: Language, status: int = 404) -> HttpResponse:
    """One page for a link that is unknown, used or too late: which of them, is told to nobody."""
    return _page(request, "screening/unusable.html", language, {}, status)


def _page(
    request: HttpRequest, template: str, language: Language, context: Mapping[str, object], status: int
) -> HttpResponse:
    around = {"around": AROUND[language], "language": language, "languages": list(Language)}
    response = render(request, template, {**context, **around}, status=status)
    # The origin alone: without it browsers send forms as if from nowhere, and those are refused.
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
