"""The supplements from 01.07.2025, and what they make together with the rate."""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import days_after, last_of_month, months_after
from pejl.law.enactments import LOV_1655
from pejl.law.rule import rule

_KALUNDBORG = "kalundborg.dk, tillæg til kontanthjælp"
_RANDERS = "randers.dk, fritidstillæg til børnefamilier på kontanthjælp; lolland.dk, odense.dk, kk.dk"
_MINUTES = "Gladsaxe, referat 08.09.2025, punkt 4"


@rule(
    "Forsørgere får ét børnetillæg, uanset hvor mange børn de har, og om børnene bor hos dem. Barnet skal være i "
    "Danmark eller omfattet af EU-undtagelsen.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS §§ 16-20",
    source=_KALUNDBORG,
    unit="kr. pr. måned",
)
def boernetillaeg(forsoerger: bool, barn_i_danmark: bool, boernetillaeg_beloeb: float) -> float:
    return boernetillaeg_beloeb if forsoerger and barn_i_danmark else 0


@rule(
    "Enlige forsørgere på mindstesats eller grundsats med eget barn på adressen og ret til ekstra børnetilskud får et "
    "tillæg; enlige på grundsats eller forhøjet sats, der ikke er forsørgere, et mindre.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS §§ 16-20",
    source=_KALUNDBORG,
    unit="kr. pr. måned",
)
def tillaeg_for_enlige(
    familie: str,
    forsoerger: bool,
    boern_hjemme: int,
    satsgruppe: str,
    ret_til_ekstra_boernetilskud: bool,
    tillaeg_enlig_forsoerger: float,
    tillaeg_enlig_ikke_forsoerger: float,
) -> float:
    if familie not in ("enlig", "enlig_forsoerger"):
        return 0
    if forsoerger:
        med_barn = boern_hjemme > 0 and ret_til_ekstra_boernetilskud
        return tillaeg_enlig_forsoerger if med_barn and satsgruppe in ("mindstesats", "grundsats") else 0
    return tillaeg_enlig_ikke_forsoerger if satsgruppe in ("grundsats", "forhoejet_sats") else 0


@rule(
    "Aktivitetsparate under 30 år på grundsats får et særligt ungetillæg efter alder, og om de er forsørgere. Der er "
    "intet på mindstesats.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS §§ 16-20",
    source=_KALUNDBORG,
    unit="kr. pr. måned",
)
def ungetillaeg(
    maalgruppe: str,
    alder: int,
    satsgruppe: str,
    forsoerger: bool,
    aldersgraense_ung: int,
    aldersgraense_yngst: int,
    ungetillaeg_forsoerger: float,
    ungetillaeg_25_29: float,
    ungetillaeg_under_25: float,
) -> float:
    aktivitetsparat = maalgruppe in ("aktivitetsparat", "aktivitetsparat_uddannelse")
    if alder >= aldersgraense_ung or satsgruppe != "grundsats" or not aktivitetsparat:
        return 0
    if forsoerger:
        return ungetillaeg_forsoerger
    if alder >= aldersgraense_yngst:
        return ungetillaeg_25_29
    return ungetillaeg_under_25


@rule(
    "Personer under 30 år kan få et midlertidigt tilpasningstillæg, fra 01.07.2025 til 30.06.2027.",
    since="2025-07-01",
    until="2027-06-30",
    by=LOV_1655,
    ended_by=LOV_1655,
    cites="LAS §§ 16-20",
    source=_KALUNDBORG,
    unit="kr. pr. måned",
)
def tilpasningstillaeg(
    alder: int, aldersgraense_ung: int, ret_til_tilpasningstillaeg: bool, tilpasningstillaeg_beloeb: float
) -> float:
    return tilpasningstillaeg_beloeb if alder < aldersgraense_ung and ret_til_tilpasningstillaeg else 0


@rule(
    "Der er ret til fritidstillæg efter 3 måneder på kontanthjælp, når der er børn i hjemmet, og kvitteringerne er "
    "afleveret til tiden.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS (bestemmelsen er ikke slået op)",
    source=f"{_RANDERS}; at barnet skal bo i hjemmet, er Pejls læsning",
)
def ret_til_fritidstillaeg(
    dag: dt.date, case_start: dt.date, boern_hjemme: int, kvitteringer_i_orden: bool, fritidstillaeg_ventetid: int
) -> bool:
    return boern_hjemme > 0 and kvitteringer_i_orden and months_after(case_start, fritidstillaeg_ventetid) <= dag


@rule(
    "Fritidstillægget er skattefrit og gives for hvert barn i hjemmet, højst 3: ét beløb for par og ét for enlige.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS (bestemmelsen er ikke slået op)",
    source=f"{_RANDERS}; om et par med én på kontanthjælp får parrets beløb, er ikke bekræftet",
    unit="kr. pr. måned",
)
def fritidstillaeg(
    ret_til_fritidstillaeg: bool,
    familie: str,
    boern_hjemme: int,
    fritidstillaeg_boern_hoejst: int,
    fritidstillaeg_par: float,
    fritidstillaeg_enlig: float,
) -> float:
    pr_barn = fritidstillaeg_par if familie in ("par", "par_forsoerger") else fritidstillaeg_enlig
    return min(boern_hjemme, fritidstillaeg_boern_hoejst) * pr_barn if ret_til_fritidstillaeg else 0


@rule(
    "Kvitteringer for en tredjedel af fritidstillægget afleveres senest den 20. i måneden efter en periode på 3 "
    "måneder.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS (bestemmelsen er ikke slået op)",
    source=_RANDERS,
)
def fritidstillaeg_kvittering_senest(
    fritidstillaeg_periode_slut: dt.date, fritidstillaeg_dag_i_maaneden: int
) -> dt.date:
    return days_after(last_of_month(fritidstillaeg_periode_slut), fritidstillaeg_dag_i_maaneden)


@rule(
    "Fritidstillægget fortsætter i 3 måneder efter overgang til job.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS (bestemmelsen er ikke slået op)",
    source=_RANDERS,
)
def fritidstillaeg_efter_job_til(sidste_dag_paa_kontanthjaelp: dt.date, fritidstillaeg_efter_job: int) -> dt.date:
    return months_after(sidste_dag_paa_kontanthjaelp, fritidstillaeg_efter_job)


@rule(
    "Medicintilskuddet dækker det, borgeren selv har betalt for medicin til sig selv og sine børn.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS (bestemmelsen er ikke slået op)",
    source=_MINUTES,
    unit="kr. pr. måned",
)
def medicintilskud(egenbetaling_medicin: float) -> float:
    return max(egenbetaling_medicin, 0)


@rule(
    "Ydelsen før fradrag for løn er satsen med de tillæg, der beskattes.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS §§ 16-20",
    source=f"{_KALUNDBORG}; {_MINUTES}",
    unit="kr. pr. måned",
)
def kontanthjaelp_foer_modregning(
    kontanthjaelp_sats: float,
    boernetillaeg: float,
    tillaeg_for_enlige: float,
    ungetillaeg: float,
    tilpasningstillaeg: float,
) -> float:
    return kontanthjaelp_sats + boernetillaeg + tillaeg_for_enlige + ungetillaeg + tilpasningstillaeg


@rule(
    "Fritidstillæg og medicintilskud kommer ved siden af ydelsen. Særlig støtte efter § 34 er afskaffet.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS (bestemmelserne er ikke slået op)",
    source=f"{_RANDERS}; {_MINUTES}",
    unit="kr. pr. måned",
)
def ved_siden_af_ydelsen(fritidstillaeg: float, medicintilskud: float) -> float:
    return fritidstillaeg + medicintilskud
