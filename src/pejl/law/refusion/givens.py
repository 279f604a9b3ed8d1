"""What the rules on state reimbursement must be told."""

from __future__ import annotations

from pejl.law.given import Given

GIVENS: tuple[Given, ...] = (
    Given(
        "uge",
        int,
        "Ugens nummer på offentlig ydelse: 1 er den første uge. Ugerne tælles på tværs af ydelser.",
        unit="uge",
        example=27,
    ),
    Given("fra_uge", int, "Den første af de uger, der regnes på; 1 er ydelsens første uge.", unit="uge", example=27),
    Given("til_uge", int, "Den sidste af de uger, der regnes på, med i regnestykket.", unit="uge", example=28),
    Given(
        "ydelse_pr_uge",
        float,
        "Hvad kommunen udbetaler i ydelse om ugen, før skat og før refusion.",
        unit="kr. pr. uge",
        example=4695.0,
    ),
    Given(
        "uger_uden_ydelse",
        int,
        "Hvor mange uger uden offentlig ydelse borgeren har haft inden for de seneste 3 år.",
        unit="uger",
        example=10,
    ),
)
