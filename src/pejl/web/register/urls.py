"""Addresses of `/register/`. Their views are loaded when they are asked for; see `late.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import URLPattern, path

from pejl import when_used
from pejl.access.rights import (
    PUBLIC_SITE,
    REGISTER_COUNTS,
    REGISTER_FRONT,
    REGISTER_PERSON,
    REGISTER_QUARANTINE,
)
from pejl.web.access.look_forms import LookForm
from pejl.web.register.late import late

if TYPE_CHECKING:
    from pejl.web.register import contract_views, delivery_views, difference_views, person_views, quarantine_views
else:
    contract_views = when_used.module("pejl.web.register.contract_views")
    delivery_views = when_used.module("pejl.web.register.delivery_views")
    difference_views = when_used.module("pejl.web.register.difference_views")
    person_views = when_used.module("pejl.web.register.person_views")
    quarantine_views = when_used.module("pejl.web.register.quarantine_views")

ONE_PERSON = LookForm("register-person")
QUARANTINE_FILE = LookForm("register", several=True)
CHANGED_ROWS = LookForm("register-differences", several=True)

urlpatterns: list[URLPattern] = [
    path("", late(REGISTER_FRONT, lambda: delivery_views.front), name="register"),
    path(
        "leverancer/<slug:delivery>/", late(REGISTER_COUNTS, lambda: delivery_views.delivery), name="register-delivery"
    ),
    path(
        "karantaene/<slug:snapshot>/<slug:table>/",
        late(REGISTER_QUARANTINE, lambda: quarantine_views.quarantine),
        name="register-quarantine",
    ),
    path(
        "karantaene/hent/",
        late(REGISTER_QUARANTINE, lambda: quarantine_views.quarantine_file, QUARANTINE_FILE),
        name="register-quarantine-file",
    ),
    path("forskelle/", late(REGISTER_COUNTS, lambda: difference_views.differences), name="register-differences"),
    path(
        "forskelle/raekker/",
        late(REGISTER_PERSON, lambda: difference_views.changed_rows, CHANGED_ROWS),
        name="register-changed-rows",
    ),
    path("kontrakt/", late(PUBLIC_SITE, lambda: contract_views.contract), name="register-contract"),
    path(
        "kontrakt/datapackage.json",
        late(PUBLIC_SITE, lambda: contract_views.data_package),
        name="register-data-package",
    ),
    path("kontrakt/delivery.toml", late(PUBLIC_SITE, lambda: contract_views.sample), name="register-sample"),
    path("kontrakt/<slug:table>/", late(PUBLIC_SITE, lambda: contract_views.table), name="register-table"),
    path("person/", late(REGISTER_COUNTS, lambda: person_views.asking), name="register-person"),
    path("person/opslag/", late(REGISTER_PERSON, lambda: person_views.person, ONE_PERSON), name="register-look"),
]
