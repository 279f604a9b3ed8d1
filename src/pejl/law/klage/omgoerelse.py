"""Complaints: what counts as reversed, whose turn it is, and by when."""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import weeks_after, whole_kroner
from pejl.law.rule import rule
from pejl.law.status import Status

_TERMS = "ast.dk/tal-og-undersogelser/tal-fra-ankestyrelsen/statistik/begreber-fra-statistikken"
_NO_SOURCE = "retssikkerhedsloven i Retsinformation; fristen er alment kendt og endnu ikke slået op"


@rule(
    "De afgjorte sager er de stadfæstede, de ændrede eller ophævede og de hjemviste. Afviste og henviste er ikke med.",
    since="2023-01-01",
    cites="Ankestyrelsens begreber",
    source=_TERMS,
    unit="sager",
)
def afgjorte_klager(stadfaestede: int, aendrede: int, hjemviste: int) -> int:
    return stadfaestede + aendrede + hjemviste


@rule(
    "Omgørelsesprocenten er de hjemviste og de ændrede eller ophævede af de afgjorte sager.",
    since="2023-01-01",
    cites="Ankestyrelsens begreber",
    source=_TERMS,
    unit="pct.",
)
def omgoerelsesprocent(aendrede: int, hjemviste: int, afgjorte_klager: int) -> float | None:
    if afgjorte_klager <= 0:
        return None
    return (aendrede + hjemviste) * 100 / afgjorte_klager


@rule(
    "I tabeller vises omgørelsesprocenten i hele procent.",
    since="2023-01-01",
    cites="Ankestyrelsens begreber",
    source=_TERMS,
    unit="pct.",
)
def omgoerelsesprocent_hel(omgoerelsesprocent: float) -> float:
    return whole_kroner(omgoerelsesprocent)


@rule(
    "En klage tæller i omgørelsesprocenten, når Ankestyrelsen har stadfæstet, ændret, ophævet eller hjemvist.",
    since="2023-01-01",
    cites="Ankestyrelsens begreber",
    source=_TERMS,
)
def taeller_i_omgoerelse(klage_udfald: str) -> bool:
    return klage_udfald in ("stadfaestet", "aendret", "hjemvist")


@rule(
    "En klage er omgjort, når Ankestyrelsen har ændret, ophævet eller hjemvist.",
    since="2023-01-01",
    cites="Ankestyrelsens begreber",
    source=_TERMS,
)
def omgjort(klage_udfald: str) -> bool:
    return klage_udfald in ("aendret", "hjemvist")


@rule(
    "Kommunen vurderer først sin afgørelse igen. Holder den fast, går sagen til Ankestyrelsen.",
    since="2023-01-01",
    cites="RSL (§ 66 er ikke bekræftet)",
    source="Gladsaxe, referat 06.05.2026, punkt 5",
)
def klagen_ligger_hos(genvurderet: bool, fastholdt_ved_genvurdering: bool) -> str:
    if genvurderet and fastholdt_ved_genvurdering:
        return "ankestyrelsen"
    return "kommunen"


@rule(
    "En klage skal være kommet inden for 4 uger efter, at borgeren fik afgørelsen.",
    since="2023-01-01",
    cites="RSL (bestemmelsen er ikke slået op)",
    source=_NO_SOURCE,
    status=Status.UNCONFIRMED,
)
def sidste_klagedag(afgoerelse_modtaget: dt.date, klagefrist_uger: int) -> dt.date:
    return weeks_after(afgoerelse_modtaget, klagefrist_uger)


@rule(
    "Kommunen skal have vurderet sin afgørelse igen inden for en frist efter, at klagen kom.",
    since="2023-01-01",
    cites="RSL § 66 (ikke bekræftet)",
    source=_NO_SOURCE,
    status=Status.UNCONFIRMED,
)
def genvurderet_senest(klage_modtaget: dt.date, genvurderingsfrist_uger: int) -> dt.date:
    return weeks_after(klage_modtaget, genvurderingsfrist_uger)
