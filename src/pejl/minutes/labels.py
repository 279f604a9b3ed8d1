"""The labels that head the parts of an item, and what each is for. One table serves every layout; a family adds its own.

A label stands alone on its line ("Indstilling", "Beslutning i Byrådet den 17-01-2018:"), or before its value
("Fraværende: Navn (V)"). A word inside a sentence is never a label.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from pejl.calendar.days import find_days
from pejl.minutes.bodies import first_body, is_body
from pejl.minutes.document import Role
from pejl.minutes.lines import Line

_BY_ROLE: dict[Role, str] = {
    Role.RECOMMENDATION: (
        r"Indstilling(?:en)?|(?:Forvaltningens|Administrationens|Direktionens|Direktørens|Borgmesterens|Magistratens|Centrets|Chefens) indstilling|"
        r"Forvaltningen (?:foreslår|indstiller)|Administrationen (?:foreslår|indstiller)|Forslag til beslutning|Indstilling til \w+"
    ),
    Role.DECISION: (
        r"Beslutning(?:en|er)?|(?:Udvalgets |Byrådets |Kommunalbestyrelsens |Økonomiudvalgets )?beslutning|Afgørelse|Beslutning for punkt \d+|"
        r"Beslutningsprotokol|Protokol"
    ),
    Role.ROUTE: (
        r"Kommende behandlingsforløb|Videre behandling(?:sforløb)?|(?:Sagens )?videre forløb|Videre sagsgang|Sagens gang|"
        r"Sagsgang(?: og sagstype)?|Behandlingsforløb|Sagens forløb|Sagsforløb|Behandlingsplan|Sagen skal behandles i"
    ),
    Role.RELATED: (
        r"Relateret behandling|Relaterede (?:sager|behandlinger)|Tidligere behandling(?:er)?|Tidligere beslutning(?:er)?|"
        r"Tidligere politisk behandling|Tidligere sager|Sagshistorik"
    ),
    Role.PARTICIPANTS: (
        r"Deltagere? i (?:sagens|punktets) behandling|Deltagere? (?:under|i|ved) (?:punktet|sagen)|Deltagelse|Deltager under punktet|Eksterne deltagere"
    ),
    Role.ATTACHMENTS: r"Bilag|Bilagsliste|Bilagsoversigt|Vedlagte bilag|Bilag til sagen|Liste over bilag|Vedhæftede filer|Bilag i sagen",
    Role.ABSENT: r"Fraværende|Afbud|Afbud/Fraværende|Fraværende medlemmer|Ikke til stede",
    Role.ANNOUNCEMENT: r"Meddelelser?|Mundtlige? meddelelser?|Meddelelse fra \w+",
    Role.PRESENTATION: (
        r"Gennemgang af sagen|Sagsfremstilling(?:en)?|Supplerende sagsfremstilling|Sagsbeskrivelse|Beskrivelse(?: af sagen)?|Præsentation|"
        r"Sagens kerne|Fremstilling|Sagen kort"
    ),
    Role.TEXT: (
        r"Resum[eé]|Sagsresum[eé]|Baggrund(?: og vurdering)?|Økonomi(?:ske konsekvenser| og finansiering| og personale)?|Økonomiske forhold(?: og konsekvenser)?|Økonomisk vurdering|"
        r"Retligt grundlag|Lovgrundlag|Lovgrundlag mv\.?|Juridiske forhold|Juridiske konsekvenser|Historik|Inddragelse(?: og høring)?|Høring|Alternativer|"
        r"Kompetence|Beslutningskompetence|Beslutningstema|Sagen afgøres i|Problemstilling|Løsning|Videre proces|Politisk handlerum|"
        r"Personale(?:mæssige konsekvenser)?|Personaleforhold|Handicapaspekter|Kommunikation|Forvaltningens (?:bemærkninger|vurdering)|Administrationens vurdering|"
        r"Centrets bemærkninger|Vurdering|Konklusion|Konsekvenser|Tidsplan|Tidsperspektiv|Evaluering|Opfølgning|Anbefaling(?:er)?|Øvrige sagsbehandlere|"
        r"Sundhed|Sundhedsmæssige konsekvenser|Bæredygtighed|Klima og miljø|Miljø|Børn og unge|Borgerinddragelse|Bemærkninger|Sagstype|Sagsgang|Forudsætninger|"
        r"Målsætning|Ressourcer|Planforhold|Planer og politikker|Tværgående konsekvenser|Konsekvenser for .{3,60}"
    ),
}
_ROLE_OF = [(role, re.compile(rf"(?:{words})", re.IGNORECASE)) for role, words in _BY_ROLE.items()]

_VALUED = re.compile(
    r"^(?P<label>Indstilling|Beslutning|Fraværende|Afbud|Bilag|Resum[eé]|Sagsforløb|Beslutningskompetence|Kompetence|Økonomi|Sagsfremstilling|"
    r"Baggrund|Sagsresum[eé]|Øvrige sagsbehandlere)\s*:\s*(?P<value>\S.*)$"
)
_DATED = [
    re.compile(
        r"^(?:Beslutning|Beslutninger|Referat|Protokol|Afgørelse)\s+(?:i|fra|for|af|på)\s+(?P<body>.+?)\s*,?\s*(?:den|d\.|,)?\s*(?P<rest>\d.*)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:Beslutning|Beslutninger)\s+(?:i|fra|for|af|på)\s+(?P<body>[^\d]+)$", re.IGNORECASE),
    re.compile(
        r"^(?P<body>.+?)s\s+(?:beslutning|møde|behandling)(?:\s+i\s+mødet)?\s*,?\s*(?:den|d\.)?\s*(?P<rest>\d.*)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<body>.+?)s\s+(?:beslutning)$", re.IGNORECASE),
    re.compile(
        r"^(?P<body>.+?)\s*,\s*(?:den\s+|d\.\s+)?(?P<rest>\d.*?,?\s*(?:pkt\.?|punkt|sag)\s*(?:nr\.?\s*)?\d+)$",
        re.IGNORECASE,
    ),
]


@dataclass(frozen=True)
class Label:
    """A label and what its line tells beside: `body` and `day` of a dated decision, `value` that stands on the same line."""

    role: Role
    heading: str
    value: str = ""
    body: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True)
class Labels:
    """The shared table with a family's own labels before it."""

    own: dict[str, Role] = field(default_factory=dict)

    def of(self, line: Line) -> Label | None:
        """The label that a line is, or None. Bullets and Markdown marks are already off the line's text."""
        text = line.text
        if not text or len(text) > 140 or not (text[0].isupper() or line.level):
            return None
        bare = text.rstrip().rstrip(":").rstrip()
        if not bare or (text.rstrip().endswith((".", ",", ";")) and not _DATED[0].match(bare)):
            return None
        if (own := self.own.get(bare.casefold())) is not None:
            return Label(own, bare)
        if len(bare) <= 70:
            for role, words in _ROLE_OF:
                if words.fullmatch(bare):
                    return Label(role, bare)
        if dated := _dated_decision(bare):
            return dated
        if valued := _VALUED.match(text):
            plain = self.of(Line(line.number, "", valued["label"], line.level, "", 0))
            return Label(plain.role, valued["label"], valued["value"]) if plain else None
        return None


def _dated_decision(bare: str) -> Label | None:
    """A decision's head that names its body, and often its day."""
    for pattern in _DATED:
        found = pattern.match(bare)
        if not found:
            continue
        rest = found.groupdict().get("rest")
        days = find_days(rest) if rest else []
        if rest and (not days or days[0].start > 12):
            continue
        named = found["body"].strip(" ,")
        body = first_body(named) if is_body(named) or first_body(named) else None
        if body is None and not (pattern is _DATED[0] and days):
            continue
        if body and len(named) > len(body) + 25:
            continue
        return Label(Role.DECISION, bare, body=body or named, day=days[0].day if days else None)
    return None
