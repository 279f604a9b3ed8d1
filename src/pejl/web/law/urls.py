"""Addresses of `/lov/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import URLPattern, path

from pejl import when_used
from pejl.access.rights import LAW_EFFECTS
from pejl.web.law import front_views, person_views, statute_views
from pejl.web.register.late import late

if TYPE_CHECKING:
    from pejl.web.law import duration_views, reform_views
else:
    duration_views = when_used.module("pejl.web.law.duration_views")
    reform_views = when_used.module("pejl.web.law.reform_views")

urlpatterns: list[URLPattern] = [
    path("", front_views.front, name="law"),
    path("reform/", late(LAW_EFFECTS, lambda: reform_views.reform), name="law-reform"),
    path("varighed/", late(LAW_EFFECTS, lambda: duration_views.cost), name="law-duration"),
    path("<slug:statute>/", statute_views.statute, name="law-statute"),
    path("<slug:statute>/forskel/", statute_views.difference, name="law-difference"),
    path("<slug:statute>/beregn/", person_views.person, name="law-person"),
]
