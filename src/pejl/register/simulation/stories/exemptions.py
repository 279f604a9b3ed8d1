"""Those who are exempt from talks and offers (LAB § 106): while it lasts nothing is owed, and who was exempt when the
first offer fell due has a month from the exemption's end.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import always, held, placed, supposed, then
from pejl.register.simulation.stories.story import (
    ABSENT,
    AHEAD,
    EXEMPT,
    LATE,
    LOST,
    MET,
    OVERDUE,
    Finding,
    Offer,
    Spell,
    Story,
    Talk,
)

_TALKS, _FIRST, _OFFER = "samtaler_halvaar", "foerste_samtale", "foerste_tilbud"


def _until_august(number: int, says: str, offers: tuple[Offer, ...], *finds: Finding) -> Story:
    """Exempt from the first day, 15 January 2024, to 31 August; the offer, due on 15 July, is due on 30 September."""
    spells = (
        Spell("kontanthjaelp", "aktivitetsparat", "2024-01-15", "2024-08-31", exit="anden_ydelse", exempt=True),
        Spell("kontanthjaelp", "aktivitetsparat", "2024-09-01", "2024-11-22", exit="arbejde", case="2024-01-15"),
    )
    exempt = (always(_FIRST, "2024-01-22", EXEMPT), always(_TALKS, "2024-07-15", EXEMPT))
    return Story(number, says, spells, (), offers, finds=(*exempt, *finds), born=1959)


def _changing(
    number: int,
    says: str,
    exempt_to: str,
    owed_from: str,
    talks: tuple[Talk, ...],
    offers: tuple[Offer, ...],
    *finds: Finding,
) -> Story:
    spells = (
        Spell("kontanthjaelp", "aktivitetsparat", "2024-04-22", exempt_to, exit="anden_ydelse", exempt=True),
        Spell("kontanthjaelp", "aktivitetsparat", owed_from, "2025-01-31", exit="arbejde", case="2024-04-22"),
    )
    return Story(number, says, spells, talks, offers, finds=finds, born=1961)


STORIES = (
    Story(
        701,
        "Ledighedsydelse med mindre intensiv indsats: ingen samtaler, og der skal heller ingen være.",
        (Spell("ledighedsydelse", "ledighedsydelse", "2024-05-13", exempt=True),),
        finds=(
            always(_TALKS, "2024-11-13", EXEMPT),
            supposed(then("cv_fleksjob", "2025-05-13", AHEAD, OVERDUE)),
        ),
        born=1963,
    ),
    _until_august(
        702,
        "Fritaget, da fristen faldt; tilbuddet begyndte på den sidste dag af måneden efter fritagelsen.",
        (placed("2024-09-30", "2024-10-27"),),
    ),
    _until_august(
        703,
        "Fritaget, da fristen faldt; tilbuddet begyndte en måned og en dag efter fritagelsen.",
        (placed("2024-10-01", "2024-10-28"),),
        always(_OFFER, "2024-09-30", LATE),
    ),
    _until_august(
        704,
        "Fritaget, da fristen faldt; der kom intet tilbud efter fritagelsen.",
        (),
        always(_OFFER, "2024-09-30", LOST),
    ),
    _changing(
        705,
        "Fritagelsen var ophørt, da fristen faldt: den flytter ikke noget, og der kom intet tilbud.",
        "2024-07-31",
        "2024-08-01",
        held("2024-08-06", "2024-08-27", "2024-09-17", "2024-10-15"),
        (),
        always(_FIRST, "2024-04-29", EXEMPT),
        then(_OFFER, "2024-10-22", OVERDUE, LOST),
    ),
    _changing(
        706,
        "Fritagelsen ophørte den 10. november; tilbuddet ventede den 30. november og kom i tide.",
        "2024-11-10",
        "2024-11-11",
        (),
        (placed("2024-12-09", "2025-01-05"),),
        always(_FIRST, "2024-04-29", EXEMPT),
        always(_TALKS, "2024-10-22", EXEMPT),
        then(_OFFER, "2024-12-10", AHEAD, MET),
    ),
    Story(
        707,
        "Fritaget i hele sagen: samtaler og tilbud var aldrig pligt, og der var ingen måned at nå det i bagefter.",
        (
            Spell(
                "kontanthjaelp",
                "aktivitetsparat",
                "2024-08-05",
                "2025-11-07",
                exit="foertidspension",
                rate="forhoejet_sats",
                exempt=True,
            ),
            Spell("foertidspension", "", "2025-11-08"),
        ),
        finds=(
            always(_FIRST, "2024-08-12", EXEMPT),
            always(_TALKS, "2025-02-05", EXEMPT),
            Finding(_OFFER, "2025-02-05", (EXEMPT, EXEMPT, EXEMPT, ABSENT, ABSENT)),
        ),
        born=1960,
    ),
)
