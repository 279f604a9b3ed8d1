"""Models as everyone may see them: the list, each model's card, and what else is written of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from pejl.screening.documents.document import Block, Document, Heading
from pejl.screening.documents.html import as_html
from pejl.screening.documents.made import documents
from pejl.screening.gate.queries import models as all_models
from pejl.screening.gate.queries import run_before, standing

CARD = "modelkort"
PUBLIC = (CARD, "teknisk-dokumentation", "datablad", "formaal", "algoritmeregister", "eu-register", "orientering")
"""The documents that everyone may read, by name. The drafts of impact assessments are for those who fill them in."""
TOP = 2
"""The level of a part's heading."""


@dataclass(frozen=True)
class ShownSection:
    """A part of a document: where it is found on the page, what it is called, and what it says."""

    anchor: str
    title: str
    html: SafeString


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
    return _document(request, name, CARD)


def document(request: HttpRequest, name: str, document: str) -> HttpResponse:
    """What else is written of it: how it is made, what it may be used for, what registers are told."""
    if document == CARD or document not in PUBLIC:
        raise Http404
    return _document(request, name, document)


def _document(request: HttpRequest, name: str, wanted: str) -> HttpResponse:
    model = next((each for each in all_models(settings.HOME) if each.name == name), None)
    if model is None:
        raise Http404
    made = documents(model.run, before=run_before(settings.HOME, name), verdict=model.verdict) if model.run else ()
    chosen = next((each for each in made if each.name == wanted), None)
    context = {
        "model": model,
        "document": chosen,
        "is_card": wanted == CARD,
        "sections": _sections(chosen) if chosen else [],
        "others": [each for each in made if each.name in PUBLIC and each.name != wanted],
        "trail": [("Screening", reverse("screening")), ("Modeller", reverse("screening-models"))],
    }
    return render(request, "screening/card.html", context)


def _sections(document: Document) -> list[ShownSection]:
    """The document in its parts, each under its heading, so that a long one can be found about in."""
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == TOP:
            parts.append((block.text, []))
        else:
            parts[-1][1].append(block)
    return [
        # The document's own writer escapes every word that it is given.
        ShownSection(f"del-{place}", title, mark_safe(as_html(replace(document, blocks=tuple(blocks)))))  # noqa: S308
        for place, (title, blocks) in enumerate(parts)
        if title or blocks
    ]


def _said_to_everyone() -> str:
    """Whether a model is in use. Who took it in use is for those who are logged in."""
    now = standing(settings.HOME)
    if now.in_use is not None and now.whole:
        return f"Modellen {now.in_use.model} er i brug."
    if now.in_use is not None:
        return "Der er ingen model i brug: filerne er ikke dem, der blev skrevet under på."
    return "Der er ingen model i brug. Sygeforløb vurderes på sædvanlig måde."
