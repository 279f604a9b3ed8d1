"""Models as everyone may see them: the list, and each model's card."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from pejl.screening.documents.card import model_card
from pejl.screening.documents.html import as_html
from pejl.screening.gate.queries import models as all_models
from pejl.screening.gate.queries import standing
from pejl.screening.gate.state import Listed, Step
from pejl.screening.training.run import TrainingRun

_SERVED = {Step.ACTIVE, Step.RETIRED, Step.SUSPENDED}
"""The steps of models that have been in use, with which a newer one is compared."""


def models(request: HttpRequest) -> HttpResponse:
    """How good are they, and which one is in use?"""
    context = {
        "models": list(reversed(all_models(settings.HOME))),
        "standing": _said_to_everyone(),
        "trail": [("Screening", reverse("screening"))],
    }
    return render(request, "screening/models.html", context)


def card(request: HttpRequest, name: str) -> HttpResponse:
    """What everyone may know of one model."""
    listed = all_models(settings.HOME)
    model = next((each for each in listed if each.name == name), None)
    if model is None:
        raise Http404
    document = model_card(model.run, before=_before(model, listed), verdict=model.verdict) if model.run else None
    context = {
        "model": model,
        # The card's own writer escapes every word that it is given.
        "card": mark_safe(as_html(document)) if document else "",  # noqa: S308
        "trail": [("Screening", reverse("screening")), ("Modeller", reverse("screening-models"))],
    }
    return render(request, "screening/card.html", context)


def _before(model: Listed, listed: list[Listed]) -> TrainingRun | None:
    """The model that this one follows: the newest of those in use that is older."""
    made = model.run.made if model.run else None
    older = [each.run for each in listed if each.run and made and each.run.made < made and each.step in _SERVED]
    return max(older, key=lambda run: run.made, default=None)


def _said_to_everyone() -> str:
    """Whether a model is in use. Who took it in use is for those who are logged in."""
    now = standing(settings.HOME)
    if now.in_use is not None and now.whole:
        return f"Modellen {now.in_use.model} er i brug."
    if now.in_use is not None:
        return "Der er ingen model i brug: filerne er ikke dem, der blev skrevet under på."
    return "Der er ingen model i brug. Sygeforløb vurderes på sædvanlig måde."
