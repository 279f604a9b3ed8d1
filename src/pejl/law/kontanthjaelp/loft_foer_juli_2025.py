"""What stood beside the rates to 30.06.2025: the ceiling, 225 hours, wages, særlig støtte, and the totals."""

from __future__ import annotations

from pejl.law.enactments import LOV_1655
from pejl.law.rule import rule
from pejl.law.status import Status

_LOFT = "bm.dk/satser/satser-for-2024/kontanthjaelpsloft og siden for 2023"
_OVERVIEW = "bm.dk/arbejdsomraader/aktuelle-fokusomraader/kontanthjaelpsloft-overblik"
_ODENSE = "odense.dk, regler for kontanthjælp"


@rule(
    "Kontanthjælpsloftet efter stk. 1 følger, om borgeren er gift eller samlevende, og hvor mange børn der er.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 25 b, stk. 1",
    source=_LOFT,
    unit="kr. pr. måned",
)
def kontanthjaelpsloft_stk_1(
    familie: str,
    boern: int,
    loft_par_forsoerger: float,
    loft_par: float,
    loft_enlig_flere_boern: float,
    loft_enlig_et_barn: float,
    loft_enlig: float,
) -> float:
    if familie in ("par", "par_forsoerger"):
        return loft_par_forsoerger if boern > 0 else loft_par
    if boern > 1:
        return loft_enlig_flere_boern
    if boern > 0:
        return loft_enlig_et_barn
    return loft_enlig


@rule(
    "Kontanthjælpsloftet efter stk. 2 er det, der står i rækken på siden med satser.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 25 b, stk. 2",
    source=f"{_LOFT}; hvem hver række gælder, er ikke bekræftet",
    unit="kr. pr. måned",
)
def kontanthjaelpsloft_stk_2(
    loft_raekke: int,
    loft_stk_2_raekke_1: float,
    loft_stk_2_raekke_2: float,
    loft_stk_2_raekke_3: float,
    loft_stk_2_raekke_4: float,
    loft_stk_2_raekke_5: float,
    loft_stk_2_raekke_6: float,
) -> float | None:
    if loft_raekke == 1:
        return loft_stk_2_raekke_1
    if loft_raekke == 2:
        return loft_stk_2_raekke_2
    if loft_raekke == 3:
        return loft_stk_2_raekke_3
    if loft_raekke == 4:
        return loft_stk_2_raekke_4
    if loft_raekke == 5:
        return loft_stk_2_raekke_5
    if loft_raekke == 6:
        return loft_stk_2_raekke_6
    return None


@rule(
    "Kontanthjælpsloftet efter stk. 3 er det, der står i rækken på siden med satser.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 25 b, stk. 3",
    source=f"{_LOFT}; hvem hver række gælder, er ikke bekræftet",
    unit="kr. pr. måned",
)
def kontanthjaelpsloft_stk_3(
    loft_raekke: int,
    loft_stk_3_raekke_1: float,
    loft_stk_3_raekke_2: float,
    loft_stk_3_raekke_3: float,
    loft_stk_3_raekke_4: float,
    loft_stk_3_raekke_5: float,
    loft_stk_3_raekke_6: float,
) -> float | None:
    if loft_raekke == 1:
        return loft_stk_3_raekke_1
    if loft_raekke == 2:
        return loft_stk_3_raekke_2
    if loft_raekke == 3:
        return loft_stk_3_raekke_3
    if loft_raekke == 4:
        return loft_stk_3_raekke_4
    if loft_raekke == 5:
        return loft_stk_3_raekke_5
    if loft_raekke == 6:
        return loft_stk_3_raekke_6
    return None


@rule(
    "Når ydelse, boligstøtte og særlig støtte tilsammen er over loftet, sættes den særlige støtte ned med det, der er "
    "over, men aldrig under nul. Ydelsen selv sættes ikke ned.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 25 b, jf. § 34",
    source=f"LAS § 25 b i LBK nr. 808 af 25/6/2024; {_OVERVIEW} nævner de tre beløb, ikke hvad der sættes ned",
    status=Status.UNCONFIRMED,
    unit="kr. pr. måned",
)
def saerlig_stoette_efter_loft(
    kontanthjaelp_brutto: float,
    boligstoette: float,
    saerlig_stoette_foer_loft: float,
    kontanthjaelpsloft_stk_1: float,
) -> float:
    over_loftet = kontanthjaelp_brutto + boligstoette + saerlig_stoette_foer_loft - kontanthjaelpsloft_stk_1
    return max(saerlig_stoette_foer_loft - max(over_loftet, 0), 0)


@rule(
    "Den, der kan arbejde, skal have haft mindst 225 timers arbejde på et år. Ellers sættes hjælpen ned.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS, 225-timersreglen (§ 13 f er ikke bekræftet)",
    source=_OVERVIEW,
)
def nedsat_efter_225_timer(kan_arbejde: bool, loentimer_paa_et_aar: float, timekrav_paa_et_aar: int) -> bool:
    return kan_arbejde and loentimer_paa_et_aar < timekrav_paa_et_aar


@rule(
    "Så meget sættes hjælpen ned efter 225-timersreglen.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS, 225-timersreglen (§ 13 f er ikke bekræftet)",
    source=_OVERVIEW,
    unit="kr. pr. måned",
)
def fradrag_for_225_timer(nedsat_efter_225_timer: bool, nedsaettelse_225_timer: float) -> float:
    return nedsaettelse_225_timer if nedsat_efter_225_timer else 0


@rule(
    "Der ses bort fra et beløb for hver time med løn, for højst 160 timer om måneden.",
    since="2021-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS (bestemmelsen er ikke slået op)",
    source=_ODENSE,
    unit="kr. pr. måned",
)
def fri_arbejdsindtaegt(loentimer: float, fri_loentimer_hoejst: int, fri_loen_pr_time: float) -> float:
    if loentimer <= 0:
        return 0
    return min(loentimer, fri_loentimer_hoejst) * fri_loen_pr_time


@rule(
    "Resten af lønnen trækkes fra krone for krone, dog ikke mere end ydelsen.",
    since="2021-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS (bestemmelsen er ikke slået op)",
    source=_ODENSE,
    unit="kr. pr. måned",
)
def modregning(arbejdsindtaegt: float, fri_arbejdsindtaegt: float, kontanthjaelp_foer_modregning: float) -> float:
    if arbejdsindtaegt <= 0:
        return 0
    return min(max(arbejdsindtaegt - fri_arbejdsindtaegt, 0), kontanthjaelp_foer_modregning)


@rule(
    "Ydelsen før fradrag for løn er satsen og et aktivitetstillæg.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS §§ 22-25",
    source="bm.dk/satser/satser-for-2023",
    unit="kr. pr. måned",
)
def kontanthjaelp_foer_modregning(kontanthjaelp_sats: float, aktivitetstillaeg: float) -> float:
    return kontanthjaelp_sats + aktivitetstillaeg


@rule(
    "Særlig støtte til høje boligudgifter kommer oven i ydelsen.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 34",
    source="Gladsaxe, referat 08.09.2025, punkt 4",
    unit="kr. pr. måned",
)
def ved_siden_af_ydelsen(saerlig_stoette_bevilget: float) -> float:
    return saerlig_stoette_bevilget
