"""What came with 2025: no third category any more, and the order on medical certificates."""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import days_after
from pejl.law.enactments import SYGEDAGPENGE_2025
from pejl.law.rule import rule
from pejl.law.status import Status


@rule(
    "Kategori 1, når raskmelding ventes inden for 8 uger; ellers kategori 2. Kategori 3 er ophævet.",
    since="2025-01-01",
    by=SYGEDAGPENGE_2025,
    cites="SDP § 12",
    source="SDP § 12 i Retsinformation fra 2025 (ft.dk, BEU alm. del bilag 210: »§ 12, stk. 1, nr. 3, ophæves«)",
    status=Status.UNCONFIRMED,
)
def sygedagpenge_kategori(ventet_uger: float, kategori_uger: int) -> int:
    if ventet_uger <= kategori_uger:
        return 1
    return 2


@rule(
    "Lægen svarer normalt inden 14 dage.",
    since="2025-01-01",
    by=SYGEDAGPENGE_2025,
    cites="BEK nr. 1710 af 30. december 2024, § 11",
    source="elov.dk; at bekendtgørelsen gælder fra 1. januar 2025, er ikke slået op",
)
def attest_svarfrist(attest_anmodet: dt.date, attest_svar_dage: int) -> dt.date:
    return days_after(attest_anmodet, attest_svar_dage)


@rule(
    "Lægen kan ikke få en kortere frist end 8 dage.",
    since="2025-01-01",
    by=SYGEDAGPENGE_2025,
    cites="BEK nr. 1710 af 30. december 2024, § 11",
    source="elov.dk; at bekendtgørelsen gælder fra 1. januar 2025, er ikke slået op",
)
def attest_tidligste_svarfrist(attest_anmodet: dt.date, attest_mindste_dage: int) -> dt.date:
    return days_after(attest_anmodet, attest_mindste_dage)
