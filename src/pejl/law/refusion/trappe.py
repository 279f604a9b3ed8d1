"""The scale of state reimbursement: the longer somebody is on a benefit, the more of it the municipality pays."""

from __future__ import annotations

from pejl.law.arithmetic import oere
from pejl.law.rule import rule
from pejl.law.status import Status

_SCALE = "cabiweb.dk/jobcentre/refusionsreform; docplayer 23753532"
_ACT = "Lov om kommunernes finansiering af visse offentlige ydelser"
_NO_SOURCE = f"{_ACT} i Retsinformation; reglen er alment kendt og endnu ikke slået op"


@rule(
    "Staten betaler en del af ydelsen, som falder efter uge 4, uge 26 og uge 52.",
    since="2023-01-01",
    cites=_ACT,
    source=_SCALE,
    unit="pct.",
)
def statens_andel(
    uge: int,
    foerste_trin_til_uge: int,
    andet_trin_til_uge: int,
    tredje_trin_til_uge: int,
    statens_andel_foerste_trin: float,
    statens_andel_andet_trin: float,
    statens_andel_tredje_trin: float,
    statens_andel_derefter: float,
) -> float:
    if uge <= foerste_trin_til_uge:
        return statens_andel_foerste_trin
    if uge <= andet_trin_til_uge:
        return statens_andel_andet_trin
    if uge <= tredje_trin_til_uge:
        return statens_andel_tredje_trin
    return statens_andel_derefter


@rule(
    "Kommunen betaler resten af ydelsen.",
    since="2023-01-01",
    cites=_ACT,
    source=_SCALE,
    status=Status.DERIVED,
    unit="pct.",
)
def kommunens_andel(statens_andel: float) -> float:
    return 100 - statens_andel


@rule(
    "Kommunens udgift i en uge er dens andel af det, der udbetales om ugen.",
    since="2023-01-01",
    cites=_ACT,
    source=_SCALE,
    status=Status.DERIVED,
    unit="kr.",
)
def kommunens_udgift_i_ugen(ydelse_pr_uge: float, kommunens_andel: float) -> float:
    return ydelse_pr_uge * kommunens_andel / 100


@rule(
    "Af ugerne lægges dem på hvert trin sammen og vægtes med kommunens andel på trinnet: så mange ugers ydelse betaler "
    "kommunen selv.",
    since="2023-01-01",
    cites=_ACT,
    source=_SCALE,
    status=Status.DERIVED,
    unit="uger",
)
def uger_kommunen_betaler(
    fra_uge: int,
    til_uge: int,
    foerste_trin_til_uge: int,
    andet_trin_til_uge: int,
    tredje_trin_til_uge: int,
    statens_andel_foerste_trin: float,
    statens_andel_andet_trin: float,
    statens_andel_tredje_trin: float,
    statens_andel_derefter: float,
) -> float:
    foer = max(fra_uge - 1, 0)
    foerste = max(min(til_uge, foerste_trin_til_uge) - foer, 0)
    andet = max(min(til_uge, andet_trin_til_uge) - max(foer, foerste_trin_til_uge), 0)
    tredje = max(min(til_uge, tredje_trin_til_uge) - max(foer, andet_trin_til_uge), 0)
    derefter = max(til_uge - max(foer, tredje_trin_til_uge), 0)
    af_foerste = foerste * (100 - statens_andel_foerste_trin)
    af_andet = andet * (100 - statens_andel_andet_trin)
    af_tredje = tredje * (100 - statens_andel_tredje_trin)
    return (af_foerste + af_andet + af_tredje + derefter * (100 - statens_andel_derefter)) / 100


@rule(
    "Kommunens udgift for ugerne er de uger, den selv betaler, gange ydelsen pr. uge.",
    since="2023-01-01",
    cites=_ACT,
    source=_SCALE,
    status=Status.DERIVED,
    unit="kr.",
)
def kommunens_udgift(ydelse_pr_uge: float, uger_kommunen_betaler: float) -> float:
    return oere(ydelse_pr_uge * uger_kommunen_betaler)


@rule(
    "Kontanthjælp, sygedagpenge og ressourceforløbsydelse har refusion; dagpenge har medfinansiering. Om andre ydelser "
    "siger kilden intet her.",
    since="2023-01-01",
    cites=f"{_ACT} §§ 2-3",
    source="ft.dk (L 4, 2014-15, 2. samling)",
)
def finansiering(ydelse: str) -> str | None:
    if ydelse in ("kontanthjaelp", "sygedagpenge", "ressourceforloeb"):
        return "refusion"
    if ydelse == "dagpenge":
        return "medfinansiering"
    return None


@rule(
    "Kommunens medfinansiering af dagpenge følger samme trappe som refusionen.",
    since="2023-01-01",
    cites=f"{_ACT} §§ 2-3",
    source=_NO_SOURCE,
    status=Status.UNCONFIRMED,
    unit="pct.",
)
def medfinansiering_andel(kommunens_andel: float) -> float:
    return kommunens_andel


@rule(
    "Kommunens medfinansiering af dagpenge for ugerne følger samme trappe som refusionen.",
    since="2023-01-01",
    cites=f"{_ACT} §§ 2-3",
    source=_NO_SOURCE,
    status=Status.UNCONFIRMED,
    unit="kr.",
)
def kommunens_medfinansiering(kommunens_udgift: float) -> float:
    return kommunens_udgift


@rule(
    "Ugerne tælles forfra efter 52 uger uden offentlig ydelse inden for 3 år.",
    since="2023-01-01",
    cites=_ACT,
    source=_NO_SOURCE,
    status=Status.UNCONFIRMED,
)
def uger_taelles_forfra(uger_uden_ydelse: int, uger_uden_ydelse_til_nulstilling: int) -> bool:
    return uger_uden_ydelse >= uger_uden_ydelse_til_nulstilling
