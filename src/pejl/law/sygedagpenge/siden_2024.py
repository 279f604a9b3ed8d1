"""What the sources say of 2024 and nobody has said is changed: right, reassessment, extension, certificates."""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import days_after, last_of_month, months_after, weeks_after
from pejl.law.rule import rule
from pejl.law.status import Status

_22_WEEKS = "cabiweb.dk/lovstof/sygedagpenge-efter-22-uger"
_27 = "dsa.dk; lundsteenwiederquist.dk (ordlyden fra 2016)"


@rule(
    "Sygedagpenge fra arbejdsgiveren kræver 8 ugers ansættelse og 74 timer i de 8 uger.",
    since="2024-01-01",
    cites="SDP (stykket er ikke slået op)",
    source="hjernesagen.dk",
)
def ret_fra_arbejdsgiver(
    har_arbejdsgiver: bool,
    uger_ansat: float,
    timer_8_uger: float,
    ret_arbejdsgiver_uger: int,
    ret_arbejdsgiver_timer: int,
) -> bool:
    return har_arbejdsgiver and uger_ansat >= ret_arbejdsgiver_uger and timer_8_uger >= ret_arbejdsgiver_timer


@rule(
    "Sygedagpenge fra kommunen kræver 240 timer i de seneste 26 uger.",
    since="2024-01-01",
    cites="SDP (stykket er ikke slået op)",
    source="hjernesagen.dk",
)
def ret_fra_kommunen(timer_26_uger: float, ret_kommune_timer: int) -> bool:
    return timer_26_uger >= ret_kommune_timer


@rule(
    "Arbejdsgiveren betaler de første 30 dage, den første fraværsdag talt med.",
    since="2024-01-01",
    cites="SDP (stykket er ikke slået op)",
    source="hjernesagen.dk",
)
def arbejdsgiverperiode_slut(foerste_fravaersdag: dt.date, arbejdsgiverperiode_dage: int) -> dt.date:
    return days_after(foerste_fravaersdag, arbejdsgiverperiode_dage - 1)


@rule(
    "Arbejdsgiveren holder selv en samtale inden 4 uger fra den første fraværsdag.",
    since="2024-01-01",
    cites="SDP (stykket er ikke slået op)",
    source="cabiweb.dk, opfølgning",
)
def arbejdsgiver_samtale_frist(foerste_fravaersdag: dt.date, arbejdsgiver_samtale_uger: int) -> dt.date:
    return weeks_after(foerste_fravaersdag, arbejdsgiver_samtale_uger)


@rule(
    "Ugerne tæller i revurderingen fra den første dag efter de 30 dage hos en arbejdsgiver, for "
    "selvstændige efter 2 uger, "
    "for andre fra den første fraværsdag.",
    since="2024-01-01",
    cites="SDP § 24",
    source=_22_WEEKS,
)
def revurdering_taeller_fra(
    foerste_fravaersdag: dt.date,
    har_arbejdsgiver: bool,
    selvstaendig: bool,
    arbejdsgiverperiode_dage: int,
    selvstaendig_uger: int,
) -> dt.date:
    if har_arbejdsgiver:
        return days_after(foerste_fravaersdag, arbejdsgiverperiode_dage)
    if selvstaendig:
        return weeks_after(foerste_fravaersdag, selvstaendig_uger)
    return foerste_fravaersdag


@rule(
    "De betalte uger ses i de 9 måneder før dagen.",
    since="2024-01-01",
    cites="SDP § 24",
    source=_22_WEEKS,
)
def revurdering_vindue_fra(dag: dt.date, revurdering_maaneder: int) -> dt.date:
    return months_after(dag, -revurdering_maaneder)


@rule(
    "Retten skal revurderes, når der er betalt for mere end 22 uger i de seneste 9 måneder.",
    since="2024-01-01",
    cites="SDP § 24",
    source=_22_WEEKS,
)
def revurdering_skal_ske(betalte_uger_9_maaneder: float, revurdering_uger: int) -> bool:
    return betalte_uger_9_maaneder > revurdering_uger


@rule(
    "Revurderingen sker ved udgangen af den måned, hvor de 22 uger er overskredet. Er de ikke det, er der ingen dag.",
    since="2024-01-01",
    cites="SDP § 24",
    source=_22_WEEKS,
)
def revurdering_dag(revurdering_skal_ske: bool, dag: dt.date) -> dt.date | None:
    if revurdering_skal_ske:
        return last_of_month(dag)
    return None


@rule(
    (
        "Uden afbrydelse passeres de 22 uger 22 uger efter den dag, ugerne tæller fra, og retten revurderes "
        "ved månedens udgang."
    ),
    since="2024-01-01",
    cites="SDP § 24",
    source=f"{_22_WEEKS}; udledt for ét ubrudt forløb",
    status=Status.DERIVED,
)
def revurdering_dag_ubrudt(revurdering_taeller_fra: dt.date, revurdering_uger: int) -> dt.date:
    return last_of_month(weeks_after(revurdering_taeller_fra, revurdering_uger))


@rule(
    "For pensionister m.fl. er der ikke ret til mere, når der er betalt for mere end 26 uger i de seneste 12 måneder.",
    since="2024-01-01",
    cites="SDP § 25",
    source="elov.dk, SDP § 25",
)
def revurdering_25_skal_ske(betalte_uger_12_maaneder: float, revurdering_25_uger: int) -> bool:
    return betalte_uger_12_maaneder > revurdering_25_uger


@rule(
    "Forlængelse for at afklare arbejdsevnen (nr. 2) slutter senest 69 uger efter revurderingen, og under eller før "
    "behandling (nr. 3) senest 134 uger efter. De andre grunde har ingen sådan grænse.",
    since="2024-01-01",
    cites="SDP § 27, stk. 1, nr. 2 og 3",
    source=_27,
)
def forlaengelse_senest(
    forlaengelsesgrund: str, revurderet_dag: dt.date, forlaengelse_nr_2_uger: int, forlaengelse_nr_3_uger: int
) -> dt.date | None:
    if forlaengelsesgrund == "nr_2":
        return weeks_after(revurderet_dag, forlaengelse_nr_2_uger)
    if forlaengelsesgrund == "nr_3":
        return weeks_after(revurderet_dag, forlaengelse_nr_3_uger)
    return None


@rule(
    "En ny sygemelding inden 9 måneder efter, at sygedagpengene ophørte, hører under § 24 a.",
    since="2024-01-01",
    cites="SDP § 24 a",
    source="vejl. 9078/2020",
)
def ny_sygemelding_under_24_a(
    sygedagpenge_ophoerte: dt.date, foerste_fravaersdag: dt.date, revurdering_maaneder: int
) -> bool:
    return sygedagpenge_ophoerte < foerste_fravaersdag <= months_after(sygedagpenge_ophoerte, revurdering_maaneder)


@rule(
    "En lægeattest hentes kun, når kommunen finder den nødvendig, eller borgeren ønsker den.",
    since="2024-01-01",
    cites="SDP §§ 11 a og 11 c",
    source="lovguiden.dk (LBK nr. 97 af 29. januar 2025); lov nr. 1555 af 2019",
)
def attest_hentes(attest_noedvendig: bool, attest_oensket: bool) -> bool:
    return attest_noedvendig or attest_oensket
