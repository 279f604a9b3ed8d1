"""How many talks are missing: the same under all the laws of follow-up."""

from __future__ import annotations

from pejl.law.rule import rule


@rule(
    "Der mangler det, der er tilbage af de samtaler, der kræves i det første halve år.",
    since="2024-01-01",
    cites="SDP § 13 b",
    source="LBK nr. 1179 af 2023, § 13 b (elov.dk)",
    unit="samtaler",
)
def sygesamtaler_mangler(sygesamtaler_krav: int, sygesamtaler_holdt: int) -> int:
    return max(0, sygesamtaler_krav - sygesamtaler_holdt)
