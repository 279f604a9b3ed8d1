"""Kontanthjælp, uddannelseshjælp and selvforsørgelses- og hjemrejseydelse to 30.06.2025: which rate, which supplement.

Where a person under 30 belongs to several groups, the source does not say which one counts. The texts ask in the order
psykisk syg, enlig forsørger, gravid, forsørger, which gives the highest of the amounts of 2023.
"""

from __future__ import annotations

from pejl.law.enactments import LOV_1655
from pejl.law.rule import rule
from pejl.law.status import Status

_KH = "bm.dk/satser/satser-for-2023/kontanthjaelp"
_UH = "bm.dk/satser/satser-for-2023/uddannelseshjaelp"


@rule(
    "En person på 30 år eller mere får kontanthjælp med én sats for forsørgere og én for andre.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 25, stk. 2",
    source=_KH,
    unit="kr. pr. måned",
)
def kontanthjaelp_fra_30(forsoerger: bool, kh_forsoerger: float, kh_andre: float) -> float:
    return kh_forsoerger if forsoerger else kh_andre


@rule(
    "En person under 30 år får kontanthjælp efter, om vedkommende er forsørger, gravid, psykisk syg eller bor hjemme.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 25, stk. 3",
    source=_KH,
    unit="kr. pr. måned",
)
def kontanthjaelp_under_30(
    forsoerger: bool,
    familie: str,
    psykisk_syg: bool,
    gravid_efter_uge_12: bool,
    ret_til_ekstra_boernetilskud: bool,
    kh_ung_psykisk_syg_forsoerger: float,
    kh_ung_psykisk_syg: float,
    kh_ung_enlig_forsoerger: float,
    kh_ung_gravid: float,
    kh_ung_forsoerger: float,
    kh_ung_hjemmeboende: float,
    kh_ung_udeboende: float,
) -> float:
    if psykisk_syg and forsoerger:
        return kh_ung_psykisk_syg_forsoerger
    if forsoerger and familie in ("enlig", "enlig_forsoerger") and ret_til_ekstra_boernetilskud:
        return kh_ung_enlig_forsoerger
    if psykisk_syg and familie != "hjemmeboende":
        return kh_ung_psykisk_syg
    if gravid_efter_uge_12:
        return kh_ung_gravid
    if forsoerger:
        return kh_ung_forsoerger
    if familie == "hjemmeboende":
        return kh_ung_hjemmeboende
    return kh_ung_udeboende


@rule(
    "Uddannelseshjælp gives efter, om vedkommende er forsørger, gravid, psykisk syg eller bor hjemme.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 23",
    source=_UH,
    unit="kr. pr. måned",
)
def uddannelseshjaelp_sats(
    forsoerger: bool,
    familie: str,
    psykisk_syg: bool,
    gravid_efter_uge_12: bool,
    ret_til_ekstra_boernetilskud: bool,
    uh_psykisk_syg_forsoerger: float,
    uh_psykisk_syg: float,
    uh_enlig_forsoerger: float,
    uh_gravid: float,
    uh_forsoerger: float,
    uh_hjemmeboende: float,
    uh_udeboende: float,
) -> float:
    if psykisk_syg and forsoerger:
        return uh_psykisk_syg_forsoerger
    if forsoerger and familie in ("enlig", "enlig_forsoerger") and ret_til_ekstra_boernetilskud:
        return uh_enlig_forsoerger
    if psykisk_syg and familie != "hjemmeboende":
        return uh_psykisk_syg
    if gravid_efter_uge_12:
        return uh_gravid
    if forsoerger:
        return uh_forsoerger
    if familie == "hjemmeboende":
        return uh_hjemmeboende
    return uh_udeboende


@rule(
    "Satsen følger ydelsen: uddannelseshjælp, selvforsørgelses- og hjemrejseydelse eller kontanthjælp efter alder.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS §§ 22-25",
    source=f"LBK nr. 808 af 25/6/2024; {_KH}; {_UH}",
    unit="kr. pr. måned",
)
def kontanthjaelp_sats(
    ydelse: str,
    alder: int,
    aldersgraense_ung: int,
    uddannelseshjaelp_sats: float,
    shydelse_beloeb: float,
    kontanthjaelp_under_30: float,
    kontanthjaelp_fra_30: float,
) -> float:
    if ydelse == "uddannelseshjaelp":
        return uddannelseshjaelp_sats
    if ydelse == "shydelse":
        return shydelse_beloeb
    if alder < aldersgraense_ung:
        return kontanthjaelp_under_30
    return kontanthjaelp_fra_30


@rule(
    "Aktivitetstillæg til uddannelseshjælp hæver den til omtrent det, som en person på 30 år eller mere får; "
    "under 25 år til satsen for kontanthjælp.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 24, stk. 3",
    source=f"{_UH}; hvem de to første beløb gælder, er udledt af forskellen til 15.874 kr.",
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def uddannelseshjaelp_aktivitetstillaeg(
    forsoerger: bool,
    familie: str,
    alder: int,
    aldersgraense_yngst: int,
    ret_til_ekstra_boernetilskud: bool,
    uh_aktivitet_enlig_forsoerger: float,
    uh_aktivitet_forsoerger: float,
    uh_aktivitet_udeboende: float,
    uh_aktivitet_hjemmeboende: float,
    uh_aktivitet_under_25_udeboende: float,
    uh_aktivitet_under_25_hjemmeboende: float,
) -> float:
    if forsoerger and familie in ("enlig", "enlig_forsoerger") and ret_til_ekstra_boernetilskud:
        return uh_aktivitet_enlig_forsoerger
    if forsoerger:
        return uh_aktivitet_forsoerger
    if alder < aldersgraense_yngst:
        return uh_aktivitet_under_25_hjemmeboende if familie == "hjemmeboende" else uh_aktivitet_under_25_udeboende
    return uh_aktivitet_hjemmeboende if familie == "hjemmeboende" else uh_aktivitet_udeboende


@rule(
    "Aktivitetstillæg til kontanthjælp under 30 år hæver den til omtrent det, som en person på 30 år eller mere får.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 25, stk. 9",
    source=f"{_KH}; hvem de fire beløb gælder, er udledt af forskellene til 15.874 og 11.944 kr.",
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def kontanthjaelp_aktivitetstillaeg(
    forsoerger: bool,
    familie: str,
    alder: int,
    aldersgraense_ung: int,
    aldersgraense_yngst: int,
    ret_til_ekstra_boernetilskud: bool,
    kh_aktivitet_enlig_forsoerger: float,
    kh_aktivitet_forsoerger: float,
    kh_aktivitet_udeboende: float,
    kh_aktivitet_hjemmeboende: float,
) -> float:
    if alder >= aldersgraense_ung:
        return 0
    if forsoerger and familie in ("enlig", "enlig_forsoerger") and ret_til_ekstra_boernetilskud:
        return kh_aktivitet_enlig_forsoerger
    if forsoerger:
        return kh_aktivitet_forsoerger
    if alder < aldersgraense_yngst:
        return 0
    return kh_aktivitet_hjemmeboende if familie == "hjemmeboende" else kh_aktivitet_udeboende


@rule(
    "Aktivitetstillæg gives til den, som kommunen har bevilget det; den, der får satsen for gravide eller psykisk "
    "syge, har allerede det fulde beløb.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=LOV_1655,
    cites="LAS § 24, stk. 3, og § 25, stk. 9",
    source=f"{_KH}; {_UH}",
    status=Status.DERIVED,
    unit="kr. pr. måned",
)
def aktivitetstillaeg(
    ret_til_aktivitetstillaeg: bool,
    psykisk_syg: bool,
    gravid_efter_uge_12: bool,
    ydelse: str,
    forsoerger: bool,
    familie: str,
    ret_til_ekstra_boernetilskud: bool,
    uddannelseshjaelp_aktivitetstillaeg: float,
    kontanthjaelp_aktivitetstillaeg: float,
) -> float:
    enlig_med_tilskud = forsoerger and familie in ("enlig", "enlig_forsoerger") and ret_til_ekstra_boernetilskud
    syges_sats = psykisk_syg and (forsoerger or familie != "hjemmeboende")
    gravides_sats = gravid_efter_uge_12 and not enlig_med_tilskud
    if not ret_til_aktivitetstillaeg or syges_sats or gravides_sats or ydelse == "shydelse":
        return 0
    if ydelse == "uddannelseshjaelp":
        return uddannelseshjaelp_aktivitetstillaeg
    return kontanthjaelp_aktivitetstillaeg
