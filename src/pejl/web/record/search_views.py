"""The search page: the words, the filters on the left, the hits. Its address is all the state it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.queries.bodies import municipality_names
from pejl.record.queries.finding import find
from pejl.record.search import FacetCount, Hit, Result, WordCount
from pejl.web.page.labels import outcome_word, subject_word
from pejl.web.page.parts import asks_for_part, page_or_part
from pejl.web.record.addresses import hit_address
from pejl.web.record.search_form import SearchForm

MOST_CHOICES = 12


@dataclass(frozen=True)
class Choice:
    """One value of a filter, with how many hits it has."""

    id: int
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A filter: its name in the address, its word, and its values."""

    name: str
    word: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> bool:
        """Whether any value is chosen."""
        return any(choice.chosen for choice in self.choices)


@dataclass(frozen=True)
class ShownHit:
    """A hit with the address of the paragraph that was hit."""

    hit: Hit
    address: str


@dataclass(frozen=True)
class WordAlone:
    """A word of a search that found nothing, with what it gives by itself."""

    text: str
    count: int
    address: str
    nearest: str
    nearest_address: str


@may_see(PUBLIC_RECORD)
def search(request: HttpRequest) -> HttpResponse:
    """Where is it said?"""
    form = SearchForm.of(request.GET)
    found = find(form.query()).result
    context: dict[str, object] = {"form": form, "found": found, "followed_query": form.address()}
    if found is not None:
        context |= _shown(form, found)
    response = page_or_part(request, "record/search.html", "record/hits.html", context)
    if asks_for_part(request):
        response["HX-Push-Url"] = reverse("search") + form.address(page=form.page)
    return response


def _shown(form: SearchForm, found: Result) -> dict[str, object]:
    suggestion = found.suggestion
    alone = suggestion.alone if suggestion and len(suggestion.alone) > 1 else ()
    return {
        "hits": [ShownHit(hit, hit_address(hit)) for hit in found.hits],
        "facets": _facets(form, found),
        "without_filters": SearchForm(text=form.text).address(),
        **form.leafing(found.pages),
        "suggested": form.address(text=suggestion.text) if suggestion and suggestion.text else "",
        "alone": [_alone(form, word) for word in alone],
    }


def _alone(form: SearchForm, word: WordCount) -> WordAlone:
    nearest = word.nearest or ""
    return WordAlone(
        word.text, word.count, form.address(text=word.text), nearest, form.address(text=nearest) if nearest else ""
    )


def _facets(form: SearchForm, found: Result) -> list[Facet]:
    counts, names = found.facets, municipality_names()
    facets = [
        _facet("kommune", "Kommune", form.municipality, counts.municipality, lambda slug: names.get(slug, slug)),
        _facet("udvalg", "Udvalg", form.body, counts.body),
        _facet("aar", "År", form.year, counts.year),
        _facet("udfald", "Udfald", form.outcome, [count for count in counts.outcome if count.value], outcome_word),
        _facet("emne", "Emne (KLE)", form.subject, counts.subject, subject_word),
    ]
    # One value only narrows nothing down, unless it is the one that was chosen.
    return [facet for facet in facets if len(facet.choices) > 1 or facet.chosen]


def _facet(
    name: str, word: str, chosen: str, counts: Sequence[FacetCount], in_words: Callable[[str], str] | None = None
) -> Facet:
    """A filter and its choices, most hits first; the chosen one is among them even when nothing hits.

    `in_words` names the choices that the index knows by a code only.
    """
    told = list(counts[:MOST_CHOICES])
    if chosen and all(count.value != chosen for count in told):
        told.append(next((count for count in counts if count.value == chosen), FacetCount(chosen, "", 0)))
    return Facet(
        name,
        word,
        tuple(
            Choice(
                place,
                count.value,
                in_words(count.value) if in_words else count.label or count.value,
                count.count,
                count.value == chosen,
            )
            for place, count in enumerate(told, start=1)
        ),
    )
