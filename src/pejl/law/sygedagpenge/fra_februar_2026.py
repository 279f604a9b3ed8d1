"""Follow-up after lov 1750, from the first day on which it may have begun.

Which day it was is a parameter that somebody must look up; a scenario may say 1 February or 1 July 2026.
"""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import days_after, weeks_after
from pejl.law.enactments import LOV_1750
from pejl.law.rule import rule
from pejl.law.status import Status

_SECTION_13_B = "LBK nr. 1179 af 2023, § 13 b (elov.dk)"
_REFORM = "Skriftlig fremsættelse af L 66 (elov.dk 49447); opkurser.dk"


@rule(
    "Den, der har et job, og som både selv og hos arbejdsgiveren ventes tilbage inden 26 uger, følges "
    "ikke op af kommunen, "
    "fra den dag den nye opfølgning begyndte.",
    since="2026-02-01",
    by=LOV_1750,
    cites="Lov nr. 1750 af 29.12.2025, § 3 (SDP)",
    source=_REFORM,
)
def uden_for_opfoelgning(
    dag: dt.date,
    ny_sygeopfoelgning_fra: dt.date,
    har_arbejdsgiver: bool,
    ventet_uger_borger: float,
    ventet_uger_arbejdsgiver: float,
    kort_fravaer_uger: int,
) -> bool:
    begge_venter_kort = ventet_uger_borger < kort_fravaer_uger and ventet_uger_arbejdsgiver < kort_fravaer_uger
    return dag >= ny_sygeopfoelgning_fra and har_arbejdsgiver and begge_venter_kort


@rule(
    "Før den nye opfølgning skal der holdes fire samtaler i det første halve år i kategori 2 og 3; efter "
    "skal der holdes "
    "mindst én med alle, der ikke er uden for opfølgningen.",
    since="2026-02-01",
    by=LOV_1750,
    cites="SDP § 13 b; lov nr. 1750 af 29.12.2025, § 3",
    source=f"{_SECTION_13_B}; {_REFORM}",
    unit="samtaler",
)
def sygesamtaler_krav(
    dag: dt.date,
    maalgruppe: str,
    uden_for_opfoelgning: bool,
    ny_sygeopfoelgning_fra: dt.date,
    sygesamtaler_antal: int,
    sygesamtaler_antal_ny: int,
) -> int:
    gammel = dag < ny_sygeopfoelgning_fra
    if gammel and maalgruppe in ("sygedagpenge_kategori_2", "sygedagpenge_kategori_3"):
        return sygesamtaler_antal
    if gammel or uden_for_opfoelgning:
        return 0
    return sygesamtaler_antal_ny


@rule(
    "I kategori 2 og 3 skal den første samtale holdes senest ved udgangen af uge 8, hvis reglen først blev ændret "
    "1. juli 2026. For andre er der ingen frist.",
    since="2026-02-01",
    until="2026-06-30",
    by=LOV_1750,
    ended_by=LOV_1750,
    cites="SDP § 13 b",
    source="SDP § 13 b i Retsinformation, som den er efter lov nr. 1750 af 29. december 2025",
    status=Status.UNCONFIRMED,
)
def foerste_sygesamtale_frist(
    maalgruppe: str, foerste_fravaersdag: dt.date, foerste_sygesamtale_uger: int
) -> dt.date | None:
    if maalgruppe in ("sygedagpenge_kategori_2", "sygedagpenge_kategori_3"):
        return days_after(weeks_after(foerste_fravaersdag, foerste_sygesamtale_uger), -1)
    return None


@rule(
    "I en fast track-løsning skal den første samtale holdes senest 2 uger efter anmodningen, hvis reglen er bevaret.",
    since="2026-02-01",
    by=LOV_1750,
    cites="SDP § 13 b, stk. 2, jf. §§ 7 c og 7 e",
    source="SDP § 13 b i Retsinformation, som den er efter lov nr. 1750 af 29. december 2025",
    status=Status.UNCONFIRMED,
)
def fast_track_frist(fast_track_dag: dt.date, fast_track_uger: int) -> dt.date:
    return weeks_after(fast_track_dag, fast_track_uger)


@rule(
    "Sygedagpenge kan forlænges efter nr. 2, 3, 5, 6 og 7; om nr. 1 og 4 findes endnu, er ukendt, fordi "
    "revalidering og "
    "rehabiliteringsteam er afskaffet.",
    since="2026-02-01",
    by=LOV_1750,
    cites="SDP § 27, stk. 1",
    source="dsa.dk; lundsteenwiederquist.dk (ordlyden fra 2016); lovguiden.dk om L 66",
)
def forlaengelsesgrund_findes(forlaengelsesgrund: str) -> bool | None:
    if forlaengelsesgrund in ("nr_2", "nr_3", "nr_5", "nr_6", "nr_7"):
        return True
    return None
