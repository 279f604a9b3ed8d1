"""Talks and offers from 01.07.2026: two and two talks, 75 percent of a group, and the first talk to everyone."""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import months_after
from pejl.law.enactments import LOV_1750
from pejl.law.indsats.sources import LBK_280, MINUTES_2025_09, STAR_FAQ, STAR_WEBINAR, STAR_WORK_DUTY
from pejl.law.rule import rule
from pejl.law.status import Status

_ACT = "Lov nr. 1750 af 29.12.2025 (LAB § 31)"


@rule(
    "Den, der er visiteret til en mindre intensiv indsats, er fritaget for samtaler og tilbud.",
    since="2026-07-01",
    by=LOV_1750,
    cites="LAB § 106",
    source=f"star.dk, spørgsmål og svar af 9. marts 2020; {STAR_WORK_DUTY}: fuld fritagelse er mulig som hidtil",
    status=Status.DERIVED,
)
def fritaget_efter_106(mindre_intensiv_indsats: bool) -> bool:
    return mindre_intensiv_indsats


@rule(
    "På dagpenge skal a-kassen holde to samtaler og kommunen to.",
    since="2026-07-01",
    by=LOV_1750,
    cites=_ACT,
    source=f"{STAR_FAQ}; {MINUTES_2025_09}",
    unit="samtaler",
)
def samtaler_dagpenge_krav(samtaler_akasse_antal: int, samtaler_kommune_antal: int) -> int:
    return samtaler_akasse_antal + samtaler_kommune_antal


@rule(
    "A-kassen mangler det, der er tilbage af de to samtaler, for at borgeren tæller blandt de 75 pct.",
    since="2026-07-01",
    by=LOV_1750,
    cites=_ACT,
    source=STAR_FAQ,
    unit="samtaler",
)
def samtaler_akasse_mangler(
    maalgruppe: str, fritaget_efter_106: bool, samtaler_hos_akasse: int, samtaler_akasse_antal: int
) -> int:
    if maalgruppe == "dagpengemodtager" and not fritaget_efter_106:
        return max(0, samtaler_akasse_antal - samtaler_hos_akasse)
    return 0


@rule(
    "Kommunen mangler det, der er tilbage af to samtaler på dagpenge og af fire for jobparate og på "
    "ledighedsydelse, for at borgeren tæller blandt de 75 pct. Om ressourceforløb, revalidering og jobafklaring "
    "svarer reglen ikke.",
    since="2026-07-01",
    by=LOV_1750,
    cites=_ACT,
    source=f"{STAR_FAQ}; {MINUTES_2025_09}",
    unit="samtaler",
)
def samtaler_kommune_mangler(
    maalgruppe: str,
    fritaget_efter_106: bool,
    samtaler_hos_kommune: int,
    samtaler_kommune_antal: int,
    samtaler_halvaar_antal: int,
) -> int | None:
    if fritaget_efter_106:
        return 0
    if maalgruppe == "dagpengemodtager":
        return max(0, samtaler_kommune_antal - samtaler_hos_kommune)
    if maalgruppe in ("jobparat", "ledighedsydelse"):
        return max(0, samtaler_halvaar_antal - samtaler_hos_kommune)
    if maalgruppe in ("ressourceforloeb", "revalidend", "jobafklaring"):
        return None
    return 0


@rule(
    "Den første samtale skal senest være holdt, når de første 3 måneder på dagpenge eller de 6 måneder som jobparat er "
    "gået: kilden nævner ingen kortere frist. For andre er der ingen frist.",
    since="2026-07-01",
    by=LOV_1750,
    cites=_ACT,
    source=f"{STAR_FAQ}; fristen udledt af den tid, samtalerne skal holdes inden for",
    status=Status.DERIVED,
)
def foerste_samtale_frist(
    maalgruppe: str, case_start: dt.date, akassens_maaneder: int, kontaktforloeb_maaneder: int
) -> dt.date | None:
    if maalgruppe == "dagpengemodtager":
        return months_after(case_start, akassens_maaneder)
    if maalgruppe == "jobparat":
        return months_after(case_start, kontaktforloeb_maaneder)
    return None


@rule(
    "Alle på dagpenge og alle jobparate skal have den første samtale; her er ingen fleksibilitet.",
    since="2026-07-01",
    by=LOV_1750,
    cites=_ACT,
    source=STAR_FAQ,
)
def foerste_samtale_mangler(maalgruppe: str, fritaget_efter_106: bool, foerste_samtale_holdt: bool) -> bool:
    return maalgruppe in ("dagpengemodtager", "jobparat") and not fritaget_efter_106 and not foerste_samtale_holdt


@rule(
    (
        "Tilbud inden for 6 måneder skyldes på dagpenge, som jobparat og som uddannelsesparat, når borgeren "
        "ikke er fritaget."
    ),
    since="2026-07-01",
    by=LOV_1750,
    cites="Lov nr. 1750 af 29.12.2025 (LAB § 102)",
    source=f"{STAR_WEBINAR}; monrad.app/agenda_items/90534; {MINUTES_2025_09}",
)
def skal_have_tilbud(maalgruppe: str, fritaget_efter_106: bool) -> bool:
    return maalgruppe in ("dagpengemodtager", "jobparat", "uddannelsesparat") and not fritaget_efter_106


@rule(
    (
        "I den gruppe, hvor 75 pct. er nok, er de, der skal have tilbud, undtagen dem med arbejdspligt: de "
        "skal alle have det."
    ),
    since="2026-07-01",
    by=LOV_1750,
    cites="Lov nr. 1750 af 29.12.2025 (LAB § 102)",
    source=f"{STAR_WEBINAR}; {MINUTES_2025_09}",
)
def i_tilbudsgruppen(skal_have_tilbud: bool, omfattet_af_arbejdspligt: bool) -> bool:
    return skal_have_tilbud and not omfattet_af_arbejdspligt


@rule(
    "Et tilbud efter kap. 11-14 på mindst 2 uger i træk tæller, og øvrig vejledning og opkvalificering "
    "(§ 91) tæller igen. "
    "Ordblindeundervisning og realkompetencevurdering (§ 93) tæller ikke.",
    since="2026-07-01",
    by=LOV_1750,
    cites="Lov nr. 1750 af 29.12.2025 (LAB § 102)",
    source=f"{MINUTES_2025_09}; {STAR_WEBINAR}; {LBK_280}",
)
def tilbud_taeller(tilbudstype: str, tilbud_dage: int, tilbud_mindste_dage: int) -> bool:
    rette_slags = tilbudstype in (
        "virksomhedspraktik",
        "loentilskud",
        "nytteindsats",
        "uddannelse",
        "vejledning_opkvalificering",
    )
    return rette_slags and tilbud_dage >= tilbud_mindste_dage


@rule(
    "Gruppens krav er opfyldt, når mindst 75 pct. af gruppen har fået det, de har krav på.",
    since="2026-07-01",
    by=LOV_1750,
    cites="Lov nr. 1750 af 29.12.2025 (LAB §§ 31 og 102)",
    source=f"{STAR_FAQ}; monrad.app/agenda_items/90534",
)
def gruppekrav_opfyldt(gruppe_betjent: int, gruppe_antal: int, gruppe_andel: float) -> bool:
    return gruppe_betjent >= gruppe_antal * gruppe_andel


@rule(
    "Hver borger i gruppen, der ikke har haft den første samtale, er et brud: de 75 pct. gælder ikke for den.",
    since="2026-07-01",
    by=LOV_1750,
    cites=_ACT,
    source=STAR_FAQ,
    unit="borgere",
)
def mangler_foerste_samtale_antal(gruppe_foerste_samtale: int, gruppe_antal: int) -> int:
    return gruppe_antal - gruppe_foerste_samtale


@rule(
    "Kravene er opfyldt, når gruppens andel er nået, og ingen mangler den første samtale.",
    since="2026-07-01",
    by=LOV_1750,
    cites=_ACT,
    source=STAR_FAQ,
)
def alle_krav_opfyldt(gruppekrav_opfyldt: bool, mangler_foerste_samtale_antal: int) -> bool:
    return gruppekrav_opfyldt and mangler_foerste_samtale_antal == 0
