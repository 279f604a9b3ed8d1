"""The paths of published things: "meeting/fjordby-kommune/byraad/2025-12-18". They stay as long as the thing does.

A path follows from what a thing is known by (a body's key, a case's number, a day) and from nothing else, so it does
not depend on what else the record holds, as the addresses of the site's pages do where two names look alike. What only
the text of minutes tells (people, places, bodies and days that a case is announced for) is known by a hash: the mark
that something is no longer published must not go on telling it.
"""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum

from pejl.record.names import marked_address, slug, spaced

LONGEST_PART = 80
LONGEST_PARTY = 60
LONGEST = 500
PARTY = "parti"
"""What stands before a party's part of a path, so that it is no body's."""
_PLAIN_CASE = re.compile(r"[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?")
_LETTERS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


class Kind(StrEnum):
    """The kinds of published things, by the first part of their paths; where OParl has the type, by OParl's name."""

    BODY = "body"
    ORGANIZATION = "organization"
    PERSON = "person"
    MEMBERSHIP = "membership"
    MEETING = "meeting"
    ITEM = "agendaitem"
    VOTE = "vote"
    PAPER = "paper"
    CONSULTATION = "consultation"
    FILE = "file"
    LOCATION = "location"
    TERM = "legislativeterm"


def path(kind: Kind, municipality: str, *parts: str) -> str:
    """The path of a thing of the municipality with this slug."""
    return "/".join((kind.value, municipality, *parts))


def parts_of(whole: str) -> tuple[str, ...]:
    """What a path says beside its kind and its municipality."""
    return tuple(whole.split("/")[2:])


def says_nothing(whole: str) -> bool:
    """Whether the thing says nothing but its name, so that no document can change it: a place, a term, a party."""
    kind, _, rest = whole.partition("/")
    return kind in {Kind.LOCATION, Kind.TERM} or (kind == Kind.ORGANIZATION and rest.split("/")[1:2] == [PARTY])


def name_part(key: str) -> str:
    """A folded name (a body's key, a party, a term) as a part of a path.

    Only a name that can be told from its plain form has that form; any other has a mark, so that no two share a path.
    """
    plain = slug(key)
    told = plain
    for ascii_letters, letter in _LETTERS:
        told = told.replace(ascii_letters, letter)
    faithful = bool(plain) and told.replace("-", " ") == key and len(plain) <= LONGEST_PART
    return plain if faithful else marked_address(key, LONGEST_PART)


def case_part(number: str) -> str:
    """A case's number, folded by `case_key`, as a part of a path."""
    plain = number.lower()
    if _PLAIN_CASE.fullmatch(plain) and len(plain) <= LONGEST_PART and ".." not in plain:
        return plain
    return marked_address(number, LONGEST_PART)


def veiled_part(*names: str) -> str:
    """The name of a person, a place or a body as a part of a path that does not tell it."""
    return hashlib.sha256("|".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def party_part(party: str) -> str:
    """A party as printed beside a name, as a part of a path."""
    printed = spaced(party)[:LONGEST_PARTY]
    return name_part(printed.lower()) if printed == printed.upper() else marked_address(printed, LONGEST_PART)
