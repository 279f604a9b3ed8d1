"""What several statutes must be told. The words are those of the register's contract; a test holds them together."""

from __future__ import annotations

import datetime as dt

from pejl.law.given import Given

DAY = "dag"
"""The day judged: the one given that nobody supplies, since it is the day of the law."""
CASE_START = "case_start"
"""The day that binds a case to the law it began under."""

BENEFITS = (
    "dagpenge",
    "kontanthjaelp",
    "uddannelseshjaelp",
    "shydelse",
    "sygedagpenge",
    "jobafklaring",
    "ressourceforloeb",
    "revalidering",
    "ledighedsydelse",
    "fleksjob",
    "foertidspension",
    "seniorpension",
    "barsel",
    "uddannelse",
)
TARGET_GROUPS = (
    "dagpengemodtager",
    "jobparat",
    "aktivitetsparat",
    "uddannelsesparat",
    "aktivitetsparat_uddannelse",
    "sygedagpengemodtager",
    "sygedagpenge_kategori_1",
    "sygedagpenge_kategori_2",
    "sygedagpenge_kategori_3",
    "jobafklaring",
    "ressourceforloeb",
    "ledighedsydelse",
    "fleksjob",
    "revalidend",
    "unge_uden_uddannelse",
    "selvforsoergende",
)

COMMON: tuple[Given, ...] = (
    Given(DAY, dt.date, "Den dag, der bedømmes. Den følger af spørgsmålet og skal ikke oplyses."),
    Given(
        CASE_START,
        dt.date,
        "Den første dag i den ubrudte sag. Ikke den dag, hvor sagen skiftede gruppe eller sats.",
        example=dt.date(2025, 3, 3),
    ),
    Given("alder", int, "Alder i hele år på den dag, der bedømmes.", unit="år", example=34),
    Given(
        "familie",
        str,
        "Familie: om borgeren bor alene eller med en partner, og om der bor børn i hjemmet. Hjemmeboende er den, der "
        "bor hos en forælder uden eget barn i hjemmet.",
        words=("enlig", "enlig_forsoerger", "par", "par_forsoerger", "hjemmeboende"),
        example="enlig_forsoerger",
    ),
    Given("boern", int, "Hvor mange børn under 18 år borgeren forsørger, også børn, der bor et andet sted.", example=2),
    Given("boern_hjemme", int, "Hvor mange børn under 18 år der bor hos borgeren.", example=2),
    Given("ydelse", str, "Den ydelse, som borgeren får.", words=BENEFITS, example="kontanthjaelp"),
    Given("maalgruppe", str, "Den målgruppe, som borgeren er visiteret til.", words=TARGET_GROUPS, example="jobparat"),
)
