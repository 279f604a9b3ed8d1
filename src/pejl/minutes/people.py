"""Persons and parties as minutes print them: "Navn (A)", "Navn, V", "Formand Navn (A)", "Navn (stedef.)".

Nobody is looked up anywhere: a name is what stands where a name stands. Whether two spellings are one person is not
decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = r"(?:[A-ZÆØÅÄÖÜÉ][\w'’.-]*|(?:von|van|de|la|el|al|af|der|den|bin|du|da)(?=\s))"
_NAME = re.compile(rf"^{_WORD}(?:\s+{_WORD}){{1,6}}$")
_IN_BRACKETS = re.compile(r"\s*,?\s*\(([^()]*)\)")
_AFTER_COMMA = re.compile(r",\s*(?P<party>[A-ZÆØÅ]{1,2})\.?$")
_SUBSTITUTE_WORD = re.compile(r"\b(?:stedef\w*|stedf\w*|suppl\w*)\b\.?", re.IGNORECASE)
_SUBSTITUTE_FOR = re.compile(
    r",?\s*\(?(?:Suppleant|Stedfortræder|stedfortr\.|suppl\.)\s+for\s+(?P<for>[^()]+?(?:\s*\([^()]*\))?)\)?$",
    re.IGNORECASE,
)
_ROLES = (
    r"Formand|Forkvinde|Forperson|Næstformand|Næstforkvinde|Næstforperson|Borgmester(?:en)?|Viceborgmester|"
    r"1\. viceborgmester|2\. viceborgmester|Rådmand|Medlem|Udvalgsformand"
)
_ROLE_BEFORE = re.compile(rf"^(?P<role>{_ROLES})[:,]?\s+(?=[A-ZÆØÅ])", re.IGNORECASE)
_ROLE_AFTER = re.compile(rf"\s*[-–,]\s*(?P<role>{_ROLES})\.?$", re.IGNORECASE)
_NO_PARTY = re.compile(r"^(?:uden\s?for (?:parti\w*|grupper\w*)|ufp|løsgænger|partiløs)$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*;\s*|\s*,\s*(?:og\s+|samt\s+)?|\s+(?:og|samt|&)\s+")
_NOBODY = re.compile(r"^(?:ingen\w*|-|–|alle (?:var )?mødt\.?|fuldtallig\w*)\.?$", re.IGNORECASE)
_TITLE_WORDS = re.compile(
    r"(?:chef|leder|direktør|konsulent|koordinator|sekretær|rådgiver|medarbejder|formand|udvalg|forvaltning|center|team|"
    r"borgmester|revisor|jurist|læge|specialist)\w*$",
    re.IGNORECASE,
)
PARTY_NAMES = (
    "Socialdemokratiet|Socialdemokraterne|Venstre|Det Konservative Folkeparti|Konservative|De Konservative|SF|"
    "Socialistisk Folkeparti|Enhedslisten|Radikale Venstre|De Radikale|Det Radikale Venstre|Dansk Folkeparti|"
    "Liberal Alliance|Alternativet|Danmarksdemokraterne|Moderaterne|Nye Borgerlige|Kristendemokraterne|Borgernes Parti"
)
_PARTY_NAME = re.compile(
    rf"^(?:(?:{PARTY_NAMES})(?:s gruppe)?(?:\s*\([A-ZÆØÅ]{{1,2}}\))?|"
    r"(?:Liste|Gruppe|Partiet)\s+[A-ZÆØÅ]{1,2}|[A-ZÆØÅ])$"
)


@dataclass(frozen=True)
class Named:
    """A person as printed in a list: the bare name and what stands beside it."""

    name: str
    party: str | None = None
    substitute: bool = False
    substitute_for: str | None = None
    role: str | None = None


def looks_like_name(text: str) -> bool:
    """Whether `text` has the form of a person's full name: two to seven capitalised words, and no word of a title."""
    if not _NAME.match(text) or text.isupper():
        return False
    return not any(_TITLE_WORDS.search(word) for word in text.split()) and not _PARTY_NAME.match(text)


def is_party(text: str) -> bool:
    """Whether `text` names a party or a list: its letter, its name, or "Liste B"."""
    return bool(_PARTY_NAME.match(text.strip()))


def says_nobody(text: str) -> bool:
    """Whether a list says in words that it is empty ("Ingen.")."""
    return bool(_NOBODY.match(text.strip()))


def read_person(text: str) -> Named | None:
    """The person that one entry of a list names, or None when it names none."""
    rest = text.strip().rstrip(".;,").strip()
    substitute_for = None
    if stand_in := _SUBSTITUTE_FOR.search(rest):
        principal = read_person(stand_in["for"])
        substitute_for = principal.name if principal else stand_in["for"].strip()
        rest = rest[: stand_in.start()].strip()
    role = None
    if before := _ROLE_BEFORE.match(rest):
        role, rest = before["role"], rest[before.end() :]
    party, substitute = None, substitute_for is not None
    for inside in _IN_BRACKETS.findall(rest):
        if _SUBSTITUTE_WORD.search(inside):
            substitute = True
        elif not _NO_PARTY.match(inside.strip()):
            party = inside.strip() or party
    rest = _IN_BRACKETS.sub("", rest).strip()
    if after := _ROLE_AFTER.search(rest):
        role, rest = after["role"], rest[: after.start()]
    if comma := _AFTER_COMMA.search(rest):
        party, rest = comma["party"], rest[: comma.start()]
    if _SUBSTITUTE_WORD.search(rest):
        substitute, rest = True, _SUBSTITUTE_WORD.sub("", rest).strip(" ,")
    name = rest.strip(" ,.")
    return Named(name, party, substitute, substitute_for, role) if looks_like_name(name) else None


def read_people(text: str) -> list[Named]:
    """The persons that a running list names, in its order: "A (Ø), B (Uden for parti) og C".

    A single capital after a comma is the party of the name before it ("Anne Prøve, V").
    """
    people: list[Named] = []
    for entry in _entries(text):
        person = read_person(entry)
        if person:
            people.append(person)
    return people


def is_people_only(text: str) -> bool:
    """Whether a line holds persons and nothing else, as lists of attendance do."""
    entries = _entries(text)
    return bool(entries) and all(read_person(entry) for entry in entries)


def _entries(text: str) -> list[str]:
    """The text cut at list separators that do not stand inside brackets, with party letters put back to their names."""
    entries: list[str] = []
    start = depth = 0
    position = 0
    text = text.strip()
    while position < len(text):
        character = text[position]
        depth += (character == "(") - (character == ")")
        if depth <= 0 and (cut := _SEPARATOR.match(text, position)) and cut.end() > position:
            entries.append(text[start:position])
            start = position = cut.end()
            continue
        position += 1
    entries.append(text[start:])
    joined: list[str] = []
    for entry in (entry.strip() for entry in entries):
        belongs = re.fullmatch(
            rf"(?:\([^()]*\)|[A-ZÆØÅ]{{1,2}}|(?:{_ROLES}|Suppleant for .*|Stedfortræder for .*))\.?",
            entry,
            re.IGNORECASE,
        )
        lone_letter = re.fullmatch(r"[A-ZÆØÅ]{1,2}\.?", entry)
        if joined and belongs and (lone_letter or len(entry) > 2) and not is_party(joined[-1]):
            joined[-1] += f", {entry}" if not entry.startswith("(") else f" {entry}"
        elif entry:
            joined.append(entry)
    return joined


def read_parties(text: str) -> list[str]:
    """The parties that a list names, as printed ("Ø, F og A"); empty when any entry is not a party."""
    entries = [entry.strip(" .") for entry in _SEPARATOR.split(text.strip()) if entry.strip(" .")]
    return entries if entries and all(is_party(entry) for entry in entries) else []
