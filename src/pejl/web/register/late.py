"""Views whose module is opened when one of its pages is asked for: the register's libraries take a second to load, and
whoever reads minutes must not wait for them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pejl.access.rights import Right, may_see
from pejl.web.access.look_forms import LookForm, asked_in_form

log = logging.getLogger("pejl.register")

View = Callable[..., HttpResponse]


def late(right: Right, name: str, form: LookForm | None = None) -> View:
    """The view "module.function" of this folder, for those who have the right. With `form`, it answers that form."""
    module, _, function = name.partition(".")

    def view(request: HttpRequest, **asked: Any) -> HttpResponse:
        loaded = import_module(f"pejl.web.register.{module}")
        try:
            answer: HttpResponse = getattr(loaded, function)(request, **asked)
        except import_module("pejl.register.kept").Damaged as damaged:
            log.error("The register cannot be read: %s", damaged)
            return render(request, "register/damaged.html", status=503)
        return answer

    view.__qualname__ = f"late.{name}"
    marked = may_see(right)(view)
    return asked_in_form(form)(marked) if form else marked
