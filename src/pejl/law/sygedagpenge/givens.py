"""What the rules of sickness benefit must be told."""

from __future__ import annotations

import datetime as dt

from pejl.law.given import Given

GROUNDS = ("nr_1", "nr_2", "nr_3", "nr_4", "nr_5", "nr_6", "nr_7")

GIVENS: tuple[Given, ...] = (
    Given(
        "foerste_fravaersdag",
        dt.date,
        "Sygeforløbets første fraværsdag. Ikke den dag, hvor kommunen fik besked.",
        example=dt.date(2025, 3, 3),
        cites="SDP § 13 b",
    ),
    Given(
        "har_arbejdsgiver",
        bool,
        "Om borgeren var lønmodtager hos en arbejdsgiver på den første fraværsdag. Ikke selvstændig og ikke ledig.",
        example=True,
    ),
    Given("selvstaendig", bool, "Om borgeren var selvstændig på den første fraværsdag.", example=False),
    Given(
        "ventet_uger",
        float,
        "Hvor mange uger fra den første fraværsdag kommunen venter, der går, før borgeren er rask.",
        unit="uger",
        example=12.0,
        cites="SDP § 12",
    ),
    Given(
        "tvaergaaende_behov",
        bool,
        "Om borgeren har andre problemer, der kræver en indsats på tværs af forvaltninger.",
        example=False,
        cites="SDP § 12",
    ),
    Given(
        "ventet_uger_borger",
        float,
        "Hvor mange uger fra den første fraværsdag borgeren selv venter, der går.",
        unit="uger",
        example=10.0,
    ),
    Given(
        "ventet_uger_arbejdsgiver",
        float,
        "Hvor mange uger fra den første fraværsdag arbejdsgiveren venter, der går.",
        unit="uger",
        example=12.0,
    ),
    Given(
        "sygesamtaler_holdt",
        int,
        "Afholdte samtaler i det første halve år fra den første fraværsdag.",
        unit="samtaler",
        example=2,
    ),
    Given(
        "fast_track_dag",
        dt.date,
        "Den dag, hvor der blev bedt om en fast track-løsning.",
        example=dt.date(2025, 3, 10),
        cites="SDP §§ 7 c og 7 e",
    ),
    Given(
        "betalte_uger_9_maaneder",
        float,
        "Uger med sygedagpenge i de seneste 9 måneder. Dagene hos arbejdsgiveren og barsel er ikke talt med; delvise "
        "uger tæller som hele.",
        unit="uger",
        example=22.5,
        cites="SDP § 24",
    ),
    Given(
        "betalte_uger_12_maaneder",
        float,
        "Uger med sygedagpenge i de seneste 12 måneder for pensionister m.fl.",
        unit="uger",
        example=20.0,
        cites="SDP § 25",
    ),
    Given("uger_ansat", float, "Uger i ansættelsen før fraværet.", unit="uger", example=9.0),
    Given("timer_8_uger", float, "Arbejdstimer i de seneste 8 uger før fraværet.", unit="timer", example=80.0),
    Given("timer_26_uger", float, "Arbejdstimer i de seneste 26 uger før fraværet.", unit="timer", example=300.0),
    Given("ugentlige_timer", float, "Aftalte timer om ugen før fraværet.", unit="timer pr. uge", example=37.0),
    Given(
        "forlaengelsesgrund",
        str,
        "Hvilket nummer i § 27, stk. 1 sygedagpengene er forlænget efter.",
        words=GROUNDS,
        example="nr_2",
        cites="SDP § 27, stk. 1",
    ),
    Given(
        "revurderet_dag",
        dt.date,
        "Revurderingstidspunktet: den dag, hvor retten ville ophøre uden forlængelse.",
        example=dt.date(2025, 9, 30),
        cites="SDP § 24",
    ),
    Given("attest_noedvendig", bool, "Om kommunen finder en lægeattest nødvendig.", example=True, cites="SDP § 11 a"),
    Given("attest_oensket", bool, "Om borgeren selv ønsker en lægeattest.", example=False, cites="SDP § 11 c"),
    Given(
        "attest_anmodet",
        dt.date,
        "Den dag, hvor lægen blev bedt om attesten.",
        example=dt.date(2025, 4, 7),
        cites="BEK nr. 1710 af 30. december 2024, § 11",
    ),
    Given("sygedagpenge_ophoerte", dt.date, "Den dag, hvor sygedagpengene ophørte.", example=dt.date(2025, 1, 31)),
)
