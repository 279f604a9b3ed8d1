"""What the invented statute must be told."""

from __future__ import annotations

import datetime as dt

from pejl.law.given import Given

GIVENS = (
    Given("loen", float, "Løn i måneden.", unit="kr. pr. måned", example=1000.0),
    Given("rask", bool, "Om borgeren er rask.", example=True),
    Given("foedt", dt.date, "Fødselsdag.", example=dt.date(1980, 2, 29)),
    Given("farve", str, "En farve.", words=("roed", "groen", "blaa"), example="roed"),
    Given("opbrugt", int, "Hvor meget der er opbrugt.", example=1),
)
