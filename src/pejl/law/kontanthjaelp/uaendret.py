"""What is the same before and after 01.07.2025: who provides for children, the totals, tax, wealth and sanctions."""

from __future__ import annotations

from pejl.law.rule import rule
from pejl.law.status import Status

_SANCTION = "bm.dk, satser for 2023 (§ 35, stk. 4)"
_WEALTH = "lundsteenwiederquist.dk/index.php/2025/02/21 (sekundær kilde)"
_TAX = "Pejls regnestykke af det, skattekortet viser; det er ingen skatteberegning"


@rule(
    "Forsørger er den, der har forsørgelsespligt over for mindst ét barn, også når barnet bor et andet sted.",
    since="2021-01-01",
    cites="LAS § 25, stk. 2, nr. 1, og §§ 16-20",
    source="kalundborg.dk, tillæg til kontanthjælp; Gladsaxe, referat 08.09.2025, punkt 4",
)
def forsoerger(boern: int) -> bool:
    return boern > 0


@rule(
    "Udbetalt ydelse i måneden før skat, uden tillæg, der kommer ved siden af, og før nedsættelse efter "
    "225-timersreglen, sanktioner og ATP.",
    since="2023-01-01",
    cites="LAS kap. 4",
    source="Summen af de trin, den hviler på",
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def kontanthjaelp_brutto(kontanthjaelp_foer_modregning: float, modregning: float) -> float:
    return max(kontanthjaelp_foer_modregning - modregning, 0)


@rule(
    "I alt i måneden: ydelsen før skat og det, der kommer ved siden af uden skat.",
    since="2023-01-01",
    cites="LAS kap. 4",
    source="Summen af de trin, den hviler på",
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def kontanthjaelp_i_alt(kontanthjaelp_brutto: float, ved_siden_af_ydelsen: float) -> float:
    return kontanthjaelp_brutto + ved_siden_af_ydelsen


@rule(
    "Trækket er trækprocenten af det, der er over månedens fradrag. Uden skattekortets oplysninger regnes det ikke.",
    since="2023-01-01",
    cites="Skattekortet",
    source=_TAX,
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def skattetraek(kontanthjaelp_brutto: float, traekprocent: float, maanedsfradrag: float) -> float:
    return max(kontanthjaelp_brutto - maanedsfradrag, 0) * traekprocent / 100


@rule(
    "Efter skat er det, der er tilbage af ydelsen, når trækket er taget.",
    since="2023-01-01",
    cites="Skattekortet",
    source=_TAX,
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def kontanthjaelp_netto(kontanthjaelp_brutto: float, skattetraek: float) -> float:
    return kontanthjaelp_brutto - skattetraek


@rule(
    "Efter skat i alt: ydelsen efter skat og det, der kommer ved siden af uden skat.",
    since="2023-01-01",
    cites="Skattekortet",
    source=_TAX,
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def kontanthjaelp_netto_i_alt(kontanthjaelp_netto: float, ved_siden_af_ydelsen: float) -> float:
    return kontanthjaelp_netto + ved_siden_af_ydelsen


@rule(
    "Borgerens del af ATP trækkes fra den ydelse, der kommer til udbetaling.",
    since="2025-01-01",
    cites="LAS (bestemmelsen er ikke slået op)",
    source="borger.dk, ATP af kontanthjælp; læst af to borgeres ydelse i Gladsaxe, referat 08.09.2025, punkt 4",
    status=Status.UNCONFIRMED,
    unit="kr. pr. måned",
)
def kontanthjaelp_efter_atp(kontanthjaelp_brutto: float, atp_borgerens_del: float) -> float:
    return kontanthjaelp_brutto - atp_borgerens_del


@rule(
    "En formue over grænsen skal bruges, før der er ret til hjælp. Der er én grænse for enlige og én for par.",
    since="2023-01-01",
    cites="LAS (bestemmelsen er ikke slået op)",
    source=_WEALTH,
)
def formue_over_graensen(formue: float, familie: str, formue_par: float, formue_enlig: float) -> bool:
    graense = formue_par if familie in ("par", "par_forsoerger") else formue_enlig
    return formue > graense


@rule(
    "En sanktion er et beløb for hver hændelse, og et lavt beløb, når ydelsen er under en grænse.",
    since="2023-01-01",
    cites="LAS § 35, stk. 4",
    source=_SANCTION,
    unit="kr. pr. måned",
)
def sanktion(
    sanktioner: int,
    kontanthjaelp_brutto: float,
    sanktion_graense: float,
    sanktion_lav: float,
    sanktion_almindelig: float,
) -> float:
    if sanktioner <= 0:
        return 0
    if kontanthjaelp_brutto < sanktion_graense:
        return sanktioner * sanktion_lav
    return sanktioner * sanktion_almindelig
