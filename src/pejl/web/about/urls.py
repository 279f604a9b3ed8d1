"""Addresses of "Om Pejl"."""

from __future__ import annotations

from django.urls import path

from pejl.web.about.views import about, accessibility

urlpatterns = [
    path("", about, name="about"),
    path("tilgaengelighed/", accessibility, name="accessibility"),
]
