"""Addresses of "Om Pejl"."""

from __future__ import annotations

from django.urls import path

from pejl.web.about.completeness_views import body_completeness, completeness
from pejl.web.about.views import about, accessibility

urlpatterns = [
    path("", about, name="about"),
    path("fuldstaendighed/", completeness, name="completeness"),
    path("fuldstaendighed/<slug:municipality>/<slug:body>/", body_completeness, name="body-completeness"),
    path("tilgaengelighed/", accessibility, name="accessibility"),
]
