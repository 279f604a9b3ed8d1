"""Addresses of `/arbejdslister/`. Their views are loaded when they are asked for; see `register/late.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import URLPattern, path

from pejl import when_used
from pejl.access.rights import (
    CASEWORK_AUDIT,
    CASEWORK_FRONT,
    CASEWORK_INFORMING,
    CASEWORK_LETTERS,
    CASEWORK_LISTS,
    CASEWORK_MARK,
    CASEWORK_PERSON,
    CASEWORK_TIMELINESS,
)
from pejl.web.access.look_forms import LookForm
from pejl.web.register.late import late

if TYPE_CHECKING:
    from pejl.web.casework import (
        audit_views,
        file_views,
        informing_views,
        letter_views,
        list_views,
        mark_views,
        person_views,
        timeliness_views,
    )
else:
    audit_views = when_used.module("pejl.web.casework.audit_views")
    file_views = when_used.module("pejl.web.casework.file_views")
    informing_views = when_used.module("pejl.web.casework.informing_views")
    letter_views = when_used.module("pejl.web.casework.letter_views")
    list_views = when_used.module("pejl.web.casework.list_views")
    mark_views = when_used.module("pejl.web.casework.mark_views")
    person_views = when_used.module("pejl.web.casework.person_views")
    timeliness_views = when_used.module("pejl.web.casework.timeliness_views")

ONE_PERSON = LookForm("casework", several=True)  # a row names the person too, and only the view finds out whom
A_SAMPLE = LookForm("casework-audit", several=True)
ROWS_AS_FILE = LookForm("casework", several=True)
WHO_WAS_TOLD = LookForm("casework-informing", several=True)

urlpatterns: list[URLPattern] = [
    path("", late(CASEWORK_FRONT, lambda: list_views.front), name="casework"),
    path("liste/<slug:name>/", late(CASEWORK_LISTS, lambda: list_views.worklist), name="casework-list"),
    path("person/opslag/", late(CASEWORK_PERSON, lambda: person_views.person, ONE_PERSON), name="casework-look"),
    path("marker/", late(CASEWORK_MARK, lambda: mark_views.mark), name="casework-mark"),
    path("hent/", late(CASEWORK_LISTS, lambda: file_views.list_file, ROWS_AS_FILE), name="casework-file"),
    path("kalender/", late(CASEWORK_LISTS, lambda: file_views.calendar, ROWS_AS_FILE), name="casework-calendar"),
    path(
        "rettidighed/",
        late(CASEWORK_TIMELINESS, lambda: timeliness_views.timeliness),
        name="casework-timeliness",
    ),
    path("stikproeve/", late(CASEWORK_TIMELINESS, lambda: audit_views.asking), name="casework-audit"),
    path("stikproeve/traek/", late(CASEWORK_AUDIT, lambda: audit_views.sample, A_SAMPLE), name="casework-sample"),
    path("besked/", late(CASEWORK_INFORMING, lambda: informing_views.overview), name="casework-informing"),
    path("besked/emne/", late(CASEWORK_INFORMING, lambda: informing_views.topic), name="casework-topic"),
    path("besked/brev/<slug:name>/", late(CASEWORK_INFORMING, lambda: informing_views.letter), name="casework-letter"),
    path("besked/skriv/", late(CASEWORK_LETTERS, lambda: letter_views.record), name="casework-letters-record"),
    path("besked/traek/", late(CASEWORK_LETTERS, lambda: letter_views.withdraw), name="casework-letters-withdraw"),
    path(
        "besked/hent/",
        late(CASEWORK_INFORMING, lambda: letter_views.list_file, WHO_WAS_TOLD),
        name="casework-informing-file",
    ),
    path(
        "besked/flet/",
        late(CASEWORK_INFORMING, lambda: letter_views.merge_file, WHO_WAS_TOLD),
        name="casework-letters-merge",
    ),
]
