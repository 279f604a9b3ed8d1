"""Addresses of open data in published standards. They are ids: they stay for as long as the record stands."""

from __future__ import annotations

from django.urls import path

from pejl.web.record import feeds
from pejl.web.record import oparl_views as oparl
from pejl.web.record.export_views import ndjson
from pejl.web.record.search_feed import search_feed

urlpatterns = [
    path("oparl/v1.1/", oparl.root, name="oparl"),
    path("oparl/v1.1/system", oparl.system, name="oparl-system"),
    path("oparl/v1.1/body", oparl.bodies, name="oparl-bodies"),
    path("oparl/v1.1/body/<slug:municipality>/<slug:kind>", oparl.body_list, name="oparl-list"),
    path("oparl/v1.1/file/<slug:municipality>/<slug:sha256>/<str:name>", oparl.text, name="oparl-text"),
    path("oparl/v1.1/<path:path>", oparl.thing, name="oparl-thing"),
    path("eksport/record.ndjson", ndjson, name="export"),
    path("referater/kalender.ics", feeds.calendar, name="calendar"),
    path("referater/<slug:municipality>/kalender.ics", feeds.calendar, name="municipality-calendar"),
    path("referater/<slug:municipality>/<slug:body>/kalender.ics", feeds.calendar, name="body-calendar"),
    path("soeg/atom.xml", search_feed, name="search-feed"),
    path("referater/atom.xml", feeds.decisions, name="decisions"),
    path("referater/<slug:municipality>/atom.xml", feeds.decisions, name="municipality-decisions"),
    path("referater/<slug:municipality>/<slug:body>/atom.xml", feeds.decisions, name="body-decisions"),
]
