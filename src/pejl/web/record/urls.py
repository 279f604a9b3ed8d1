"""Addresses of the record: Danish words, readable, and the same for as long as the record stands."""

from __future__ import annotations

from django.urls import path

from pejl.web.record import money_views, promise_views, views
from pejl.web.record.search_views import search

urlpatterns = [
    path("referater/", views.bodies, name="bodies"),
    path("referater/<slug:municipality>/", views.bodies, name="municipality"),
    path("referater/<slug:municipality>/<slug:body>/", views.body, name="body"),
    path("referater/<slug:municipality>/<slug:body>/<slug:meeting>/", views.meeting, name="meeting"),
    path("referater/<slug:municipality>/<slug:body>/<slug:meeting>/<slug:item>/", views.item, name="item"),
    path(
        "referater/<slug:municipality>/<slug:body>/<slug:meeting>/<slug:item>/tabel-<int:number>.csv",
        money_views.table_file,
        name="table_file",
    ),
    path("sager/<slug:municipality>/<slug:case>/", views.case, name="case"),
    path("medlemmer/<slug:municipality>/<slug:person>/", views.person, name="person"),
    path("loefter/", promise_views.promises_page, name="promises"),
    path("loefter/kalender.ics", promise_views.promises_calendar, name="promises_calendar"),
    path("loefter/atom.xml", promise_views.promises_feed, name="promises_feed"),
    path("bevillinger/", money_views.money_page, name="money"),
    path("bevillinger/bevillinger.csv", money_views.money_file, name="money_file"),
    path("soeg/", search, name="search"),
]
