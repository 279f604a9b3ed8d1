"""What has held since 01.01.2024 and goes on: the handover from the a-kasse, the days of offers, the visitation."""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import last_of_month, months_after, weeks_after
from pejl.law.enactments import LOV_727
from pejl.law.indsats.sources import LBK_280, MINUTES_2026_03
from pejl.law.rule import rule


@rule(
    "Kommunen tager over, når borgeren ved månedens udgang har brugt mere end 410 timer med dagpenge.",
    since="2024-01-01",
    by=LOV_727,
    cites="LAB § 31",
    source="ma-kasse.dk, nyt samtaleforløb fra 1. januar 2024",
)
def overdraget_til_kommunen(dagpengetimer: float, overdragelse_timer: int) -> bool:
    return dagpengetimer > overdragelse_timer


@rule(
    "Før overdragelsen holder a-kassen samtalerne, efter den kommunen.",
    since="2024-01-01",
    by=LOV_727,
    cites="LAB § 31",
    source="ma-kasse.dk, nyt samtaleforløb fra 1. januar 2024",
)
def samtaler_holdes_af(overdraget_til_kommunen: bool) -> str:
    if overdraget_til_kommunen:
        return "kommune"
    return "akasse"


@rule(
    "Overdragelsen sker den sidste dag i den måned, hvor timegrænsen er passeret.",
    since="2024-01-01",
    by=LOV_727,
    cites="LAB § 31",
    source="ma-kasse.dk, nyt samtaleforløb fra 1. januar 2024",
)
def overdragelsesdag(timegraense_passeret: dt.date) -> dt.date:
    return last_of_month(timegraense_passeret)


@rule(
    "Senest 16 måneder efter den første dag skal der være holdt en fælles samtale om en intensiv indsats.",
    since="2024-01-01",
    cites="LAB § 32",
    source=f"{LBK_280}; star.dk, generelle spørgsmål og svar om reformen (bevaret fra 1. juli 2026)",
)
def faelles_samtale_frist(case_start: dt.date, faelles_samtale_maaneder: int) -> dt.date:
    return months_after(case_start, faelles_samtale_maaneder)


@rule(
    "Det første tilbud skal være begyndt inden for 6 måneder fra sagens første dag, og senest 1 måned "
    "efter en fritagelse, "
    "som gjaldt på fristens dag. Løber fritagelsen endnu, er fristen ukendt.",
    since="2024-01-01",
    cites="LAB § 102",
    source=LBK_280,
)
def tilbud_frist(
    case_start: dt.date,
    fritaget_paa_fristdagen: bool,
    fritagelse_slut: dt.date,
    tilbud_maaneder: int,
    tilbud_efter_fritagelse_maaneder: int,
) -> dt.date:
    if fritaget_paa_fristdagen:
        return months_after(fritagelse_slut, tilbud_efter_fritagelse_maaneder)
    return months_after(case_start, tilbud_maaneder)


@rule(
    "Tilbuddet er rettidigt, når det tæller og er begyndt senest på fristens dag. For løntilskud er det nok, at det er "
    "givet til tiden og begynder senest 3 uger efter fristen.",
    since="2024-01-01",
    cites="LAB § 102",
    source=LBK_280,
)
def tilbud_rettidigt(
    tilbud_taeller: bool,
    tilbudstype: str,
    tilbud_givet: dt.date,
    tilbud_start: dt.date,
    tilbud_frist: dt.date,
    loentilskud_uger: int,
) -> bool:
    begyndt_til_tiden = tilbud_start <= tilbud_frist
    givet_til_tiden = tilbud_givet <= tilbud_frist and tilbud_start <= weeks_after(tilbud_frist, loentilskud_uger)
    return tilbud_taeller and (begyndt_til_tiden or (tilbudstype == "loentilskud" and givet_til_tiden))


@rule(
    "Aktivitetsparat er den, der ikke skønnes at kunne forsørge sig selv inden for grænsen.",
    since="2024-01-01",
    cites="LAB § 6 (stykket er ikke slået op)",
    source=MINUTES_2026_03,
)
def skoennes_aktivitetsparat(maaneder_til_selvforsoergelse: int, selvforsoergelse_graense: int) -> bool:
    return maaneder_til_selvforsoergelse > selvforsoergelse_graense
