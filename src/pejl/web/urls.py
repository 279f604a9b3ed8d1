"""Addresses of the site, one line per room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from pejl.web.api import addresses
from pejl.web.front.views import front

handler400 = "pejl.web.page.errors.bad_request"
handler403 = "pejl.web.page.errors.forbidden"
handler404 = "pejl.web.record.withdrawn.gone_or_not_found"
handler500 = "pejl.web.page.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front, name="front"),
    path("", include("pejl.web.record.urls")),
    path("", include("pejl.web.record.open_urls")),
    path("register/", include("pejl.web.register.urls")),
    path("arbejdslister/", include("pejl.web.casework.urls")),
    path("screening/", include("pejl.web.screening.urls")),
    path("lov/", include("pejl.web.law.urls")),
    path("om/", include("pejl.web.about.urls")),
    path("adgang/", include("pejl.web.access.urls")),
    path("api/v1/", addresses()),
]
