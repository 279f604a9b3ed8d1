"""Addresses of `/register/`. The views are named, not imported; see `late.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from pejl.access.rights import (
    PUBLIC_SITE,
    REGISTER_COUNTS,
    REGISTER_FRONT,
    REGISTER_PERSON,
    REGISTER_QUARANTINE,
)
from pejl.web.access.look_forms import LookForm
from pejl.web.register.late import late

ONE_PERSON = LookForm("register-person")
QUARANTINE_FILE = LookForm("register", several=True)
CHANGED_ROWS = LookForm("register-differences", several=True)

urlpatterns: list[URLPattern] = [
    path("", late(REGISTER_FRONT, "delivery_views.front"), name="register"),
    path("leverancer/<slug:delivery>/", late(REGISTER_COUNTS, "delivery_views.delivery"), name="register-delivery"),
    path(
        "karantaene/<slug:snapshot>/<slug:table>/",
        late(REGISTER_QUARANTINE, "quarantine_views.quarantine"),
        name="register-quarantine",
    ),
    path(
        "karantaene/hent/",
        late(REGISTER_QUARANTINE, "quarantine_views.quarantine_file", QUARANTINE_FILE),
        name="register-quarantine-file",
    ),
    path("forskelle/", late(REGISTER_COUNTS, "difference_views.differences"), name="register-differences"),
    path(
        "forskelle/raekker/",
        late(REGISTER_PERSON, "difference_views.changed_rows", CHANGED_ROWS),
        name="register-changed-rows",
    ),
    path("kontrakt/", late(PUBLIC_SITE, "contract_views.contract"), name="register-contract"),
    path("kontrakt/datapackage.json", late(PUBLIC_SITE, "contract_views.data_package"), name="register-data-package"),
    path("kontrakt/delivery.toml", late(PUBLIC_SITE, "contract_views.sample"), name="register-sample"),
    path("kontrakt/<slug:table>/", late(PUBLIC_SITE, "contract_views.table"), name="register-table"),
    path("person/", late(REGISTER_COUNTS, "person_views.asking"), name="register-person"),
    path("person/opslag/", late(REGISTER_PERSON, "person_views.person", ONE_PERSON), name="register-look"),
]
