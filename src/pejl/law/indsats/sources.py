"""Where the rules of the employment effort are read, and the times between which they are law."""

from __future__ import annotations

import datetime as dt

from pejl.law.enactments import LOV_727, LOV_1750
from pejl.law.rule import InForce

LBK_280 = "LBK nr. 280 af 1. marts 2024 (elov.dk)"
STAR_FAQ = "star.dk, generelle spørgsmål og svar om reformen, 4. juni 2025"
STAR_WEBINAR = "star.dk, webinar om reglerne fra 1. juli 2026"
STAR_WORK_DUTY = "star.dk, om ny arbejdspligt"
MINUTES_2025_09 = "Gladsaxe, referat 08.09.2025, punkt 2"
MINUTES_2026_03 = "Gladsaxe, referat 04.03.2026, punkt 2"
NO_SOURCE = "LAB i Retsinformation: alment kendt, men ingen har læst det"
SECTION_31_FROM_JULY_2026 = "LAB § 31 i Retsinformation, som den er fra 1. juli 2026 (star.dk nævner ingen frist)"

YEAR_2023 = InForce(since=dt.date(2023, 1, 1), until=dt.date(2023, 12, 31), ended_by=LOV_727)
"""The last year before the a-kasse got the first three months."""

DAGPENGE_TO_JULY_2026 = InForce(since=dt.date(2024, 1, 1), until=dt.date(2026, 6, 30), by=LOV_727, ended_by=LOV_1750)
TO_JULY_2026 = InForce(since=dt.date(2024, 1, 1), until=dt.date(2026, 6, 30), ended_by=LOV_1750)
"""What LBK 280 of 2024 says. How it was before 2024 nobody has read yet, so nothing is judged there."""

FROM_JULY_2026 = InForce(since=dt.date(2026, 7, 1), by=LOV_1750)
