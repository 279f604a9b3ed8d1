"""Addresses of `/screening/`. Their views are loaded when they are asked for; see `register/late.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import URLPattern, path

from pejl import when_used
from pejl.access.rights import (
    PUBLIC_SCREENING,
    SCREENING_ANSWER,
    SCREENING_COUNTS,
    SCREENING_DECIDE,
    SCREENING_FRONT,
    SCREENING_LOG,
    SCREENING_MODELS,
    SCREENING_PERSON,
)
from pejl.web.access.look_forms import LookForm
from pejl.web.register.late import late

if TYPE_CHECKING:
    from pejl.web.screening import (
        act_views,
        answer_views,
        count_views,
        front_views,
        letter_views,
        log_views,
        model_views,
        person_views,
        steering_views,
    )
else:
    act_views = when_used.module("pejl.web.screening.act_views")
    answer_views = when_used.module("pejl.web.screening.answer_views")
    count_views = when_used.module("pejl.web.screening.count_views")
    front_views = when_used.module("pejl.web.screening.front_views")
    letter_views = when_used.module("pejl.web.screening.letter_views")
    log_views = when_used.module("pejl.web.screening.log_views")
    model_views = when_used.module("pejl.web.screening.model_views")
    person_views = when_used.module("pejl.web.screening.person_views")
    steering_views = when_used.module("pejl.web.screening.steering_views")

ONE_PERSON = LookForm("screening", several=True)  # a row of the list names the person too; the view finds out whom

urlpatterns: list[URLPattern] = [
    path("", late(SCREENING_FRONT, lambda: front_views.front), name="screening"),
    path("metode/", late(PUBLIC_SCREENING, lambda: front_views.method), name="screening-method"),
    path("person/opslag/", late(SCREENING_PERSON, lambda: person_views.person, ONE_PERSON), name="screening-look"),
    path("skriv/", late(SCREENING_DECIDE, lambda: act_views.act, ONE_PERSON), name="screening-act"),
    path("brev/", late(SCREENING_DECIDE, lambda: letter_views.letter, ONE_PERSON), name="screening-letter"),
    path("spoergsmaal/", late(SCREENING_ANSWER, lambda: answer_views.answers), name="screening-answers"),
    path("spoergsmaal/tak/", late(SCREENING_ANSWER, lambda: answer_views.thanks), name="screening-thanks"),
    path(
        "spoergsmaal/<str:token>/", late(SCREENING_ANSWER, lambda: answer_views.questions), name="screening-questions"
    ),
    path("modeller/", late(PUBLIC_SCREENING, lambda: model_views.models), name="screening-models"),
    path("modeller/<slug:name>/", late(PUBLIC_SCREENING, lambda: model_views.card), name="screening-model"),
    path(
        "modeller/<slug:name>/<slug:document>/",
        late(PUBLIC_SCREENING, lambda: model_views.document),
        name="screening-document",
    ),
    path("styring/", late(SCREENING_MODELS, lambda: steering_views.steering), name="screening-steering"),
    path("styring/skriv/", late(SCREENING_MODELS, lambda: steering_views.steer), name="screening-steer"),
    path("tal/", late(SCREENING_COUNTS, lambda: count_views.counts), name="screening-counts"),
    path("log/", late(SCREENING_LOG, lambda: log_views.review), name="screening-log"),
]
