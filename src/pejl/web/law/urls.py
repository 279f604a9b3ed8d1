"""Addresses of `/lov/`."""

from __future__ import annotations

from django.urls import URLPattern, path

from pejl.web.law import front_views, person_views, statute_views

urlpatterns: list[URLPattern] = [
    path("", front_views.front, name="law"),
    path("<slug:statute>/", statute_views.statute, name="law-statute"),
    path("<slug:statute>/forskel/", statute_views.difference, name="law-difference"),
    path("<slug:statute>/beregn/", person_views.person, name="law-person"),
]
