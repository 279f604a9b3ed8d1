"""Template tags for what stands in the record: addresses, and text that leads on. They are built in."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pejl.record.names import line_anchor
from pejl.record.queries.items import Voter
from pejl.record.queries.passages import Piece
from pejl.web.record import addresses

register = template.Library()

register.filter("anchor", line_anchor)

register.filter("municipality_address", addresses.municipality_address)
register.filter("body_address", addresses.body_address)
register.filter("meeting_address", addresses.meeting_address)
register.filter("item_address", addresses.item_address)
register.filter("case_address", addresses.case_address)
register.filter("person_address", addresses.person_address)
register.filter("promise_address", addresses.promise_address)


@register.simple_tag
def running(pieces: Iterable[Piece]) -> SafeString:
    """Write running text with its links, and no space that the text does not have."""
    return format_html_join("", "{}", ((_linked(piece),) for piece in pieces))


@register.simple_tag
def named(voter: Voter) -> SafeString:
    """Write a name, leading to the member's page where there is one."""
    name = voter.name
    if voter.person is not None:
        name = format_html('<a href="{}">{}</a>', addresses.person_address(voter.person), voter.name)
    return format_html("{} (stedfortræder)", name) if voter.substitute else format_html("{}", name)


def _linked(piece: Piece) -> str | SafeString:
    target = addresses.target_address(piece.leads) if piece.leads else ""
    return format_html('<a href="{}">{}</a>', target, piece.text) if target else piece.text
