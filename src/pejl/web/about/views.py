"""Openness: what stands in the record, how well it was read, who may see what."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pejl.access.rights import PUBLIC_SITE, RIGHTS, may_see
from pejl.record.queries.bodies import bodies
from pejl.record.queries.completeness import completeness, figures, least_read


@may_see(PUBLIC_SITE)
def about(request: HttpRequest) -> HttpResponse:
    """Where do the pages come from, and what is missing?"""
    context = {
        "figures": figures(),
        "completeness": completeness(),
        "least_read": least_read(),
        "bodies": bodies(),
        "rights": RIGHTS,
    }
    return render(request, "about/about.html", context)


@may_see(PUBLIC_SITE)
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "about/accessibility.html")
