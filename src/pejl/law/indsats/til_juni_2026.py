"""Talks and offers to 30.06.2026: three and three talks on dagpenge, four for others, offers to nr. 1-3.

From 2024 on, but for § 106, which the source knows since 2020.
"""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import weeks_after
from pejl.law.enactments import LOV_727, LOV_1750
from pejl.law.indsats.sources import LBK_280
from pejl.law.rule import rule


@rule(
    "Samtalerne er kommunens fra første dag for den, der er omfattet af § 27, stk. 3.",
    since="2024-01-01",
    until="2026-06-30",
    by=LOV_727,
    ended_by=LOV_1750,
    cites="LAB § 27, stk. 3",
    source=LBK_280,
)
def omfattet_af_27_stk_3(paragraf_27_stk_3: bool) -> bool:
    return paragraf_27_stk_3


@rule(
    "Den, der er visiteret til en mindre intensiv indsats, er fritaget for samtaler og tilbud.",
    since="2023-01-01",
    until="2026-06-30",
    ended_by=LOV_1750,
    cites="LAB § 106",
    source="star.dk, spørgsmål og svar af 9. marts 2020",
)
def fritaget_efter_106(mindre_intensiv_indsats: bool) -> bool:
    return mindre_intensiv_indsats


@rule(
    "På dagpenge skal a-kassen holde tre samtaler og kommunen tre; den, der er omfattet af § 27, stk. 3, får seks af "
    "kommunen.",
    since="2024-01-01",
    until="2026-06-30",
    by=LOV_727,
    ended_by=LOV_1750,
    cites="LAB § 31, stk. 1",
    source=LBK_280,
    unit="samtaler",
)
def samtaler_dagpenge_krav(
    omfattet_af_27_stk_3: bool,
    samtaler_27_stk_3_antal: int,
    samtaler_akasse_antal: int,
    samtaler_kommune_antal: int,
) -> int:
    if omfattet_af_27_stk_3:
        return samtaler_27_stk_3_antal
    return samtaler_akasse_antal + samtaler_kommune_antal


@rule(
    "A-kassen mangler det, der er tilbage af de tre samtaler, og intet, hvis borgeren er fritaget eller er kommunens.",
    since="2024-01-01",
    until="2026-06-30",
    by=LOV_727,
    ended_by=LOV_1750,
    cites="LAB § 31, stk. 1",
    source=LBK_280,
    unit="samtaler",
)
def samtaler_akasse_mangler(
    maalgruppe: str,
    fritaget_efter_106: bool,
    omfattet_af_27_stk_3: bool,
    samtaler_hos_akasse: int,
    samtaler_akasse_antal: int,
) -> int:
    if maalgruppe == "dagpengemodtager" and not fritaget_efter_106 and not omfattet_af_27_stk_3:
        return max(0, samtaler_akasse_antal - samtaler_hos_akasse)
    return 0


@rule(
    "Kommunen mangler det, der er tilbage af tre samtaler på dagpenge (seks efter § 27, stk. 3) og af fire på "
    "kontanthjælp, uddannelseshjælp og ledighedsydelse, og intet, hvis borgeren er fritaget. Om ressourceforløb, "
    "revalidering og jobafklaring svarer reglen ikke.",
    since="2024-01-01",
    until="2026-06-30",
    by=LOV_727,
    ended_by=LOV_1750,
    cites="LAB § 31, stk. 1 og 3",
    source=LBK_280,
    unit="samtaler",
)
def samtaler_kommune_mangler(
    maalgruppe: str,
    fritaget_efter_106: bool,
    omfattet_af_27_stk_3: bool,
    samtaler_hos_kommune: int,
    samtaler_kommune_antal: int,
    samtaler_27_stk_3_antal: int,
    samtaler_halvaar_antal: int,
) -> int | None:
    if fritaget_efter_106:
        return 0
    if maalgruppe == "dagpengemodtager" and omfattet_af_27_stk_3:
        return max(0, samtaler_27_stk_3_antal - samtaler_hos_kommune)
    if maalgruppe == "dagpengemodtager":
        return max(0, samtaler_kommune_antal - samtaler_hos_kommune)
    if maalgruppe in (
        "jobparat",
        "aktivitetsparat",
        "uddannelsesparat",
        "aktivitetsparat_uddannelse",
        "ledighedsydelse",
    ):
        return max(0, samtaler_halvaar_antal - samtaler_hos_kommune)
    if maalgruppe in ("ressourceforloeb", "revalidend", "jobafklaring"):
        return None
    return 0


@rule(
    "Den første samtale skal holdes senest 2 uger efter tilmeldingen på dagpenge og senest 1 uge efter den første "
    "henvendelse på kontanthjælp. For andre er der ingen frist.",
    since="2024-01-01",
    until="2026-06-30",
    by=LOV_727,
    ended_by=LOV_1750,
    cites="LAB § 31, stk. 4 og 5",
    source=LBK_280,
)
def foerste_samtale_frist(
    maalgruppe: str, case_start: dt.date, foerste_samtale_akasse_uger: int, foerste_samtale_kommune_uger: int
) -> dt.date | None:
    if maalgruppe == "dagpengemodtager":
        return weeks_after(case_start, foerste_samtale_akasse_uger)
    if maalgruppe in ("jobparat", "aktivitetsparat", "uddannelsesparat", "aktivitetsparat_uddannelse"):
        return weeks_after(case_start, foerste_samtale_kommune_uger)
    return None


@rule(
    "Det første tilbud skyldes på dagpenge, som jobparat og som aktivitetsparat, når borgeren ikke er fritaget.",
    since="2024-01-01",
    until="2026-06-30",
    ended_by=LOV_1750,
    cites="LAB §§ 100 og 102",
    source=LBK_280,
)
def skal_have_tilbud(maalgruppe: str, fritaget_efter_106: bool) -> bool:
    return maalgruppe in ("dagpengemodtager", "jobparat", "aktivitetsparat") and not fritaget_efter_106


@rule(
    "Et tilbud efter kap. 11-14 på mindst 2 uger i træk tæller. Øvrig vejledning og opkvalificering (§ 91), "
    "ordblindeundervisning og realkompetencevurdering (§ 93) tæller ikke.",
    since="2024-01-01",
    until="2026-06-30",
    ended_by=LOV_1750,
    cites="LAB § 102, stk. 5 og 6",
    source=f"{LBK_280}; Gladsaxe, referat 08.09.2025, punkt 2",
)
def tilbud_taeller(tilbudstype: str, tilbud_dage: int, tilbud_mindste_dage: int) -> bool:
    rette_slags = tilbudstype in ("virksomhedspraktik", "loentilskud", "nytteindsats", "uddannelse")
    return rette_slags and tilbud_dage >= tilbud_mindste_dage
