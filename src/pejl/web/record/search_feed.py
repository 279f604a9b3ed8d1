"""A search that is followed: its address is all there is to it, and nobody is asked who follows."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.calendar.days import danish_day
from pejl.record.queries.following import Followed, followed
from pejl.web.base_address import base_address
from pejl.web.page.atom import Feed, FeedEntry, atom_answer
from pejl.web.page.context import site_name
from pejl.web.page.labels import outcome_word
from pejl.web.record.addresses import hit_address
from pejl.web.record.search_form import SearchForm

NO_INDEX = "Der kan ikke søges lige nu. Prøv igen om lidt."
AGAIN_AFTER = "600"


@may_see(PUBLIC_RECORD)
def search_feed(request: HttpRequest) -> HttpResponse:
    """What is new that answers this search?"""
    form = replace(SearchForm.of(request.GET), page=1)
    found = followed(form.query())
    if found is None:
        headers = {"Retry-After": AGAIN_AFTER}
        return HttpResponse(NO_INDEX, status=503, content_type="text/plain; charset=utf-8", headers=headers)
    base, asked = base_address(request), form.address()
    told = f"Søgning: {form.text}" if form.text else "Søgning: alt"
    entries = [_entry(each, base) for each in found]
    address, page = f"{base}{reverse('search-feed')}{asked}", f"{base}{reverse('search')}{asked}"
    return atom_answer(Feed(address, page, told, site_name(), entries))


def _entry(each: Followed, base: str) -> FeedEntry:
    hit = each.hit
    address = f"{base}{hit_address(hit)}"
    word = outcome_word(hit.outcome) if hit.outcome != "none" else ""
    day = danish_day(hit.date) if hit.date else "uden dato"
    said = "".join(part.text for part in hit.snippet)
    return FeedEntry(
        id=address.partition("#")[0],
        link=address,
        title=hit.title or "Punkt uden titel",
        text=f"{hit.body}, {day}.{f' {word}.' if word else ''}\n{said}".strip(),
        published=each.stamp.created,
        updated=each.stamp.modified,
        categories=(word, hit.body),
    )
