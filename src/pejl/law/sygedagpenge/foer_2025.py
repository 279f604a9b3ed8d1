"""The visitation with three categories, until the amendment of 2024/25."""

from __future__ import annotations

from pejl.law.enactments import SYGEDAGPENGE_2025
from pejl.law.rule import rule


@rule(
    "Kategori 1, når raskmelding ventes inden for 8 uger; kategori 3, når den ventes senere og der er "
    "andre problemer, der "
    "kræver en tværgående indsats; ellers kategori 2.",
    since="2024-01-01",
    until="2024-12-31",
    ended_by=SYGEDAGPENGE_2025,
    cites="SDP § 12",
    source="danskelove.dk/sygedagpengeloven/12 (teksten i 2024)",
)
def sygedagpenge_kategori(ventet_uger: float, tvaergaaende_behov: bool, kategori_uger: int) -> int:
    if ventet_uger <= kategori_uger:
        return 1
    if tvaergaaende_behov:
        return 3
    return 2
