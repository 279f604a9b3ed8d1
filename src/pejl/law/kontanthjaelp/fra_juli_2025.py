"""One kontanthjælp from 01.07.2025: the conditions, the four rates, and what follows from them."""

from __future__ import annotations

from pejl.law.enactments import LOV_1655
from pejl.law.rule import rule
from pejl.law.status import Status

_STAR = "star.dk, om ny arbejdspligt"
_AALBORG = "aalborg.dk, det skal du vide om det nye kontanthjælpssystem"
_LAW = "LBK nr. 1004 af 30/6/2025"
_AGREEMENT = (
    "aftalen om kontanthjælp, gengivet på lundsteenwiederquist.dk/index.php/2023/11/01; at LAS § 31 siger det samme, "
    "er udledt, til nogen har læst den"
)


@rule(
    "Opholdskravet er opfyldt efter lovligt ophold i Danmark i mindst 9 af de seneste 10 år.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS § 11, stk. 3",
    source=_LAW,
)
def opholdskrav_opfyldt(opholdsaar: float, opholdskrav_aar: float) -> bool:
    return opholdsaar >= opholdskrav_aar


@rule(
    "Beskæftigelseskravet gælder den, der er kommet til Danmark i 1968 eller senere og ikke er undtaget.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS § 11 (stykket er ikke slået op)",
    source=f"{_STAR}; undtagelserne: refugees.dk (2025), sekundær kilde",
)
def beskaeftigelseskrav_gaelder(indrejst_1968_eller_senere: bool, undtaget_fra_beskaeftigelseskrav: bool) -> bool:
    return indrejst_1968_eller_senere and not undtaget_fra_beskaeftigelseskrav


@rule(
    "Beskæftigelseskravet er opfyldt efter 2½ års ordinært arbejde på fuld tid inden for 10 år, eller når det ikke "
    "gælder.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS § 11 (stykket er ikke slået op)",
    source=_STAR,
)
def beskaeftigelseskrav_opfyldt(
    beskaeftigelseskrav_gaelder: bool, arbejdsaar: float, beskaeftigelseskrav_aar: float
) -> bool:
    return not beskaeftigelseskrav_gaelder or arbejdsaar >= beskaeftigelseskrav_aar


@rule(
    "Mindstesatsen gives til den, der ikke opfylder opholdskravet eller ikke opfylder beskæftigelseskravet: det er "
    "nok, at ét af dem mangler.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS § 16, stk. 1 og 2, jf. § 11",
    source=f"{_LAW}; {_STAR}",
)
def paa_mindstesats(opholdskrav_opfyldt: bool, beskaeftigelseskrav_opfyldt: bool) -> bool:
    return not opholdskrav_opfyldt or not beskaeftigelseskrav_opfyldt


@rule(
    "Satsen er mindstesats, når et af de to krav mangler; ellers sats for den, der er under 30 år og bor hos en "
    "forælder uden eget barn i hjemmet; ellers forhøjet sats fra 30 år, og fra 25 år med 2½ års arbejde; ellers "
    "grundsats.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS §§ 16-20",
    source=(
        f"{_AALBORG}; at mindstesatsen går forud for sats for hjemmeboende, og den for forhøjet sats, er Pejls læsning"
    ),
)
def satsgruppe(
    paa_mindstesats: bool,
    alder: int,
    familie: str,
    arbejdsaar: float,
    aldersgraense_ung: int,
    aldersgraense_yngst: int,
    beskaeftigelseskrav_aar: float,
) -> str:
    if paa_mindstesats:
        return "mindstesats"
    if alder >= aldersgraense_ung:
        return "forhoejet_sats"
    if familie == "hjemmeboende":
        return "hjemmeboendesats"
    if alder >= aldersgraense_yngst and arbejdsaar >= beskaeftigelseskrav_aar:
        return "forhoejet_sats"
    return "grundsats"


@rule(
    "Satsen er den, som gruppen giver.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS §§ 16-20",
    source=f"{_LAW}; {_AALBORG}",
    unit="kr. pr. måned",
)
def kontanthjaelp_sats(
    satsgruppe: str,
    mindstesats_beloeb: float,
    grundsats_beloeb: float,
    forhoejet_sats_beloeb: float,
    hjemmeboendesats_beloeb: float,
) -> float:
    if satsgruppe == "mindstesats":
        return mindstesats_beloeb
    if satsgruppe == "grundsats":
        return grundsats_beloeb
    if satsgruppe == "forhoejet_sats":
        return forhoejet_sats_beloeb
    return hjemmeboendesats_beloeb


@rule(
    "Et beløb af lønnen er frit: ét for grundsats og mindstesats, ét for forhøjet sats, intet for hjemmeboende.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS § 31",
    source=_AGREEMENT,
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def fri_arbejdsindtaegt(
    satsgruppe: str, fri_arbejdsindtaegt_grundsats: float, fri_arbejdsindtaegt_forhoejet: float
) -> float:
    if satsgruppe == "hjemmeboendesats":
        return 0
    if satsgruppe == "forhoejet_sats":
        return fri_arbejdsindtaegt_forhoejet
    return fri_arbejdsindtaegt_grundsats


@rule(
    "Af lønnen over det frie beløb trækkes 65 pct. fra.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS § 31",
    source=_AGREEMENT,
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def fradrag_for_loen(arbejdsindtaegt: float, fri_arbejdsindtaegt: float, modregning_pct: float) -> float:
    if arbejdsindtaegt <= 0:
        return 0
    return max(arbejdsindtaegt - fri_arbejdsindtaegt, 0) * modregning_pct / 100


@rule(
    "Løn og ydelse kan tilsammen nå en del af de højeste dagpenge, før hver krone mere trækkes fra. For hjemmeboende "
    "nævner kilden ingen grænse, og den er så summen selv.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS § 31",
    source=_AGREEMENT,
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def loft_for_loen_og_ydelse(
    satsgruppe: str,
    arbejdsindtaegt: float,
    kontanthjaelp_foer_modregning: float,
    dagpenge_hoejst: float,
    loft_pct_grundsats: float,
    loft_pct_forhoejet: float,
) -> float:
    if satsgruppe == "hjemmeboendesats":
        return arbejdsindtaegt + kontanthjaelp_foer_modregning
    if satsgruppe == "forhoejet_sats":
        return dagpenge_hoejst * loft_pct_forhoejet / 100
    return dagpenge_hoejst * loft_pct_grundsats / 100


@rule(
    "Der trækkes 65 pct. fra, og krone for krone, når løn og ydelse tilsammen når grænsen; aldrig mere end ydelsen.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAS § 31",
    source=f"{_AGREEMENT}; at tillæg til satsen regnes med i ydelsen, er Pejls læsning",
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def modregning(
    arbejdsindtaegt: float,
    fradrag_for_loen: float,
    loft_for_loen_og_ydelse: float,
    kontanthjaelp_foer_modregning: float,
) -> float:
    if arbejdsindtaegt <= 0:
        return 0
    over_graensen = arbejdsindtaegt + kontanthjaelp_foer_modregning - loft_for_loen_og_ydelse
    return min(max(fradrag_for_loen, min(arbejdsindtaegt, over_graensen)), kontanthjaelp_foer_modregning)


@rule(
    "Arbejdspligten gælder som udgangspunkt alle på mindstesats. Sådan står det i et referat; det er videre, end "
    "styrelsen siger, og kapitlet i loven skal læses.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAB kap. 16 a",
    source="LAB kap. 16 a i Retsinformation; ordene står i Gladsaxe, referat 04.03.2026, punkt 2",
    status=Status.UNCONFIRMED,
)
def arbejdspligt_som_udgangspunkt(satsgruppe: str) -> bool:
    return satsgruppe == "mindstesats"
