"""Names of councils and committees inside text: "Økonomiudvalget", "Udvalget for Ældre og Sundhed", "Byrådet".

A body is known by the form of its name, not by a list of places: it ends in a word such as -udvalget or -rådet.
"""

from __future__ import annotations

import re

_HEAD_NOUN = (
    r"[Uu]dvalg(?:et)?s?|[Bb]yråd(?:et)?s?|[Kk]ommunalbestyrelsen?s?|[Rr]egionsråd(?:et)?s?|[Mm]agistraten?s?|"
    r"[Bb]orgerrepræsentationen?s?|[Kk]ommission(?:en)?s?|[Kk]omit[eé](?:en)?s?"
)
_COMPOUND = rf"[A-ZÆØÅ][\wæøåÆØÅ]{{0,60}}(?:{_HEAD_NOUN}|(?<=[a-zæøå])råd(?:et)?s?)"
BODY = re.compile(
    rf"(?:[A-ZÆØÅ][\wæøå]{{0,60}}(?:-\s*,\s+|,\s+|-\s+(?=og\s)|\s+(?=og\s))){{0,6}}(?:[A-ZÆØÅ][\wæøå]{{0,60}}-?\s+og\s+)?{_COMPOUND}\b"
    rf"|Udvalget\s+for\s+[A-ZÆØÅ][\wæøåÆØÅ]*(?:(?:,\s*|\s+og\s+|\s+)[A-ZÆØÅ][\wæøåÆØÅ]*){{0,8}}"
    rf"|\b(?:Byrådet|Byråd|Kommunalbestyrelsen|Regionsrådet|Magistraten|Borgerrepræsentationen)s?\b"
)
_CAPITALS = re.compile(
    r"(?<![\w-])(?:[A-ZÆØÅ]+(?:-,?|,)\s+)*(?:[A-ZÆØÅ]+-?\s+OG\s+)?"
    r"(?:[A-ZÆØÅ]+UDVALG(?:ET)?|BYRÅD(?:ET)?|KOMMUNALBESTYRELSEN|REGIONSRÅDET|MAGISTRATEN)S?(?![\w-])"
)
_GENERIC = re.compile(r"^(?:Udvalget?s?|Fagudvalg\w*|Råd(?:et)?s?)$")
_GENITIVE = re.compile(
    r"(udvalg|udvalget|råd|rådet|bestyrelsen|magistraten|repræsentationen|komit[eé]en|kommissionen)s$", re.IGNORECASE
)


def find_bodies(text: str) -> list[tuple[int, int, str]]:
    """The bodies named in `text`: start, end and name without a genitive -s. A bare "Udvalget" is not a name."""
    found = [(match.start(), match.end(), _in_small_letters(match[0])) for match in _CAPITALS.finditer(text)]
    for match in BODY.finditer(text):
        name = body_name(match[0])
        if name and not _GENERIC.match(name):
            found.append((match.start(), match.end(), name))
    return sorted(found)


def _in_small_letters(capitals: str) -> str:
    """A name printed in capitals as it is printed elsewhere: "BØRNE- OG UNGEUDVALGET" is "Børne- og Ungeudvalget"."""
    words = [word.lower() if word == "OG" else word.capitalize() for word in capitals.split()]
    return body_name(" ".join(words))


def first_body(text: str) -> str | None:
    """The first body that `text` names, or None."""
    bodies = find_bodies(text)
    return bodies[0][2] if bodies else None


def is_body(text: str) -> bool:
    """Whether `text` is the name of a body and nothing else."""
    bodies = find_bodies(text)
    return len(bodies) == 1 and bodies[0][0] == 0 and bodies[0][1] >= len(text.rstrip(" .:"))


def body_name(printed: str) -> str:
    """A name as printed without its genitive -s and with single spaces:
    "Integrationsudvalgets" is "Integrationsudvalget".
    """
    return _GENITIVE.sub(r"\1", " ".join(printed.split()))
