"""Votes against attendance and membership; names that are nearly another's."""

from __future__ import annotations

from pejl.minutes.checks import member_names, party_seats, voters
from pejl.minutes.checks.check import DocumentCheck, ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = (
    member_names.nearly_members,
    member_names.participants_in_text,
    voters.voters,
    party_seats.party_seats,
)
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (member_names.spelled_two_ways,)
