"""Who is named in a clause: the bodies, the administration that acts, and those for whom the minutes cannot promise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.minutes.bodies import find_bodies
from pejl.minutes.keys import body_key

_GENERIC = re.compile(
    r"(?<![\w-])(?:(?:det|de)\s+(?:nye|kommende|nyvalgte)\s+)?(?:fag)?(?:udvalget|udvalg|byråd|rådet|udvalgets\s+medlemmer)(?![\w-])",
    re.IGNORECASE,
)
_FOLLOWS_A_SEAT = re.compile(r"(?:MED|SMED|Lokal|Hoved|Folketingets|samarbejds|bruger|elev)-?\Z", re.IGNORECASE)
_ADMINISTRATION = re.compile(
    r"(?<![\w-])(?:(?:[A-ZÆØÅ][\w-]{0,40},?\s+){0,4}(?:og\s+)?[A-ZÆØÅ][\w-]{0,40}(?:forvaltning|afdeling|center|centr)(?:en|et)"
    r"|(?:[Ff]orvaltning|[Aa]dministration|[Dd]irektion|[Aa]fdeling)(?:en|erne)|[Dd]irektøren|[Kk]ommunaldirektøren|[Ff]agchefen"
    r"|[Jj]obcent(?:e)?ret|[Uu]ngeenheden|Center\s+for\s+[A-ZÆØÅ]\w{0,40}(?:\s+og\s+[A-ZÆØÅ]\w{0,40})?)(?:s(?=\s))?(?![\w-])"
)
_SPEAKERS = re.compile(r"(?<![\w-])(?:[Bb]orgmesteren|[Ff]ormanden|[Uu]dvalgsformanden|[Rr]ådmanden)(?![\w-])")
_STRANGERS = re.compile(
    r"(?<![\w-])(?:KL|STAR|VIVE|KKR|[Ss]tyrelsen|[Ss]tyrelsen\s+for\s+\w+|[A-ZÆØÅ]\w*styrelsen|[Ss]taten|[Rr]egeringen|[Ff]olketinget"
    r"|\w{0,40}minister(?:en|iet)|[Rr]egionen|[Rr]evisor(?:en)?|[Ll]everandøren|[Kk]ommunerne|[Vv]irksomhederne|[Bb]orgerne"
    r"|[Aa]-kasserne|[Aa]nkestyrelsen|[Ss]kolen|[Bb]orgeren|[Ll]oven|[Ll]ovgivningen|[Rr]eformen|[Ll]ovforslaget)(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body at the characters from `start` to `end`. `generic`: "udvalget", "det nye udvalg", without a name."""

    start: int
    end: int
    name: str
    generic: bool

    @property
    def key(self) -> str:
        """The name folded for comparison."""
        return body_key(self.name)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named at the characters from `start` to `end`."""

    start: int
    end: int
    name: str


def bodies_in(text: str) -> list[NamedBody]:
    """The political bodies named in `text`; committees of staff and of users are none."""
    found = [
        NamedBody(start, end, name, False)
        for start, end, name in find_bodies(text)
        if not _FOLLOWS_A_SEAT.search(text[:start][-20:]) and "MED-" not in name and not name.startswith("Folketing")
    ]
    for match in _GENERIC.finditer(text):
        inside = any(body.start < match.end() and match.start() < body.end for body in found)
        if not inside and not _FOLLOWS_A_SEAT.search(text[max(0, match.start() - 20) : match.start()]):
            found.append(NamedBody(match.start(), match.end(), match.group(), True))
    return sorted(found, key=lambda body: body.start)


def administration_in(text: str) -> Named | None:
    """The first part of the administration that `text` names."""
    match = _ADMINISTRATION.search(text)
    return Named(match.start(), match.end(), match.group().removesuffix("s")) if match else None


def speaker_in(text: str) -> Named | None:
    """The mayor or chair that `text` names first."""
    match = _SPEAKERS.search(text)
    return Named(match.start(), match.end(), match.group()) if match else None


def stranger_in(text: str) -> Named | None:
    """The first in `text` for whom the municipality cannot promise: the state, suppliers, citizens."""
    match = _STRANGERS.search(text)
    return Named(match.start(), match.end(), match.group()) if match else None
