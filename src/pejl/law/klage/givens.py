"""What the rules on complaints must be told."""

from __future__ import annotations

import datetime as dt

from pejl.law.given import Given

GIVENS: tuple[Given, ...] = (
    Given(
        "stadfaestede",
        int,
        "Hvor mange klager Ankestyrelsen har stadfæstet. Sager, der er afvist eller henvist, tæller ikke.",
        unit="sager",
        example=144,
    ),
    Given(
        "aendrede",
        int,
        "Hvor mange klager Ankestyrelsen har ændret eller ophævet, helt eller delvist. En sag med flere udfald tælles "
        "efter det mest vidtgående.",
        unit="sager",
        example=12,
    ),
    Given("hjemviste", int, "Hvor mange klager Ankestyrelsen har hjemvist til kommunen.", unit="sager", example=8),
    Given(
        "klage_udfald",
        str,
        "Hvad der blev af klagen.",
        words=("stadfaestet", "aendret", "hjemvist", "afvist", "medhold", "trukket"),
        example="stadfaestet",
    ),
    Given("genvurderet", bool, "Om kommunen har vurderet sin afgørelse igen, efter at klagen kom.", example=True),
    Given(
        "fastholdt_ved_genvurdering",
        bool,
        "Om kommunen holdt fast i afgørelsen ved genvurderingen. Ukendt, så længe der ikke er genvurderet.",
        example=True,
    ),
    Given("afgoerelse_modtaget", dt.date, "Den dag, borgeren fik afgørelsen.", example=dt.date(2025, 3, 3)),
    Given("klage_modtaget", dt.date, "Den dag, kommunen fik klagen.", example=dt.date(2025, 3, 20)),
)
