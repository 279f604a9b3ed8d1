"""Addresses of `/arbejdslister/`. Their views are loaded when they are asked for; see `register/late.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import URLPattern, path

from pejl import when_used
from pejl.access.rights import (
    CASEWORK_FRONT,
    CASEWORK_LISTS,
    CASEWORK_MARK,
    CASEWORK_PERSON,
)
from pejl.web.access.look_forms import LookForm
from pejl.web.register.late import late

if TYPE_CHECKING:
    from pejl.web.casework import file_views, list_views, mark_views, person_views
else:
    file_views = when_used.module("pejl.web.casework.file_views")
    list_views = when_used.module("pejl.web.casework.list_views")
    mark_views = when_used.module("pejl.web.casework.mark_views")
    person_views = when_used.module("pejl.web.casework.person_views")

ONE_PERSON = LookForm("casework")
ROWS_AS_FILE = LookForm("casework", several=True)

urlpatterns: list[URLPattern] = [
    path("", late(CASEWORK_FRONT, lambda: list_views.front), name="casework"),
    path("liste/<slug:name>/", late(CASEWORK_LISTS, lambda: list_views.worklist), name="casework-list"),
    path("person/opslag/", late(CASEWORK_PERSON, lambda: person_views.person, ONE_PERSON), name="casework-look"),
    path("marker/", late(CASEWORK_MARK, lambda: mark_views.mark), name="casework-mark"),
    path("hent/", late(CASEWORK_LISTS, lambda: file_views.list_file, ROWS_AS_FILE), name="casework-file"),
    path("kalender/", late(CASEWORK_LISTS, lambda: file_views.calendar, ROWS_AS_FILE), name="casework-calendar"),
]
