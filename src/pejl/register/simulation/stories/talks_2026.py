"""Talks on kontanthjælp and ledighedsydelse across 01.07.2026: the four become a duty to the group, the first stays one
to each, and its week is not confirmed any more."""

from __future__ import annotations

from pejl.register.simulation.stories.parts import held, in_2026, placed, supposed
from pejl.register.simulation.stories.story import (
    ABSENT,
    AHEAD,
    LOST,
    OVERDUE,
    UNSETTLED,
    Finding,
    Offer,
    Spell,
    Story,
    Talk,
)


def _ready(
    number: int, says: str, start: str, talks: tuple[Talk, ...], offers: tuple[Offer, ...], *finds: Finding
) -> Story:
    spell = Spell("kontanthjaelp", "jobparat", start, rate="forhoejet_sats")
    return Story(number, says, (spell,), talks, offers, finds=finds, born=1986)


STORIES = (
    _ready(
        341,
        "Tre af fire samtaler er holdt; den fjerde og tilbuddet venter.",
        "2026-04-13",
        held("2026-04-17", "2026-05-26", "2026-08-11"),
        (),
        in_2026("samtaler_halvaar", "2026-10-13", AHEAD, AHEAD),
        in_2026("foerste_tilbud", "2026-10-13", AHEAD, AHEAD),
    ),
    _ready(
        342,
        "Ingen samtale er holdt: ugen er overskredet, og den første, som alle skal have, venter endnu.",
        "2026-04-13",
        (),
        (),
        in_2026("foerste_samtale", "2026-04-20", OVERDUE, OVERDUE),
        in_2026("foerste_samtale_jobparat", "2026-10-13", AHEAD, AHEAD),
        in_2026("samtaler_halvaar", "2026-10-13", AHEAD, AHEAD),
        in_2026("foerste_tilbud", "2026-10-13", AHEAD, AHEAD),
    ),
    _ready(
        343,
        "Tre af fire samtaler på seks måneder: den første er holdt, men gruppens fire er det ikke.",
        "2026-03-09",
        held("2026-03-13", "2026-05-05", "2026-07-14"),
        (placed("2026-05-11", "2026-06-07"),),
        in_2026("samtaler_halvaar", "2026-09-09", AHEAD, LOST),
    ),
    _ready(
        344,
        "Ingen samtale på seks måneder, heller ikke den første, som alle skal have.",
        "2026-03-09",
        (),
        (placed("2026-05-11", "2026-06-07"),),
        in_2026("foerste_samtale", "2026-03-16", OVERDUE, OVERDUE),
        in_2026("foerste_samtale_jobparat", "2026-09-09", AHEAD, OVERDUE),
        in_2026("samtaler_halvaar", "2026-09-09", AHEAD, LOST),
    ),
    _ready(
        345,
        "Ny sag efter 1. juli 2026: ingen frist på en uge, men den første samtale og de fire venter.",
        "2026-07-06",
        (),
        (),
        in_2026("foerste_samtale_jobparat", "2027-01-06", ABSENT, AHEAD),
        in_2026("samtaler_halvaar", "2027-01-06", ABSENT, AHEAD),
        in_2026("foerste_tilbud", "2027-01-06", ABSENT, AHEAD),
    ),
    _ready(
        346,
        "Ugen til den første samtale gik ud efter den 30. juni 2026; om fristen er bevaret, er ikke bekræftet.",
        "2026-06-25",
        held("2026-07-07"),
        (),
        in_2026("foerste_samtale", "2026-07-02", AHEAD, UNSETTLED),
        in_2026("foerste_samtale_jobparat", "2026-12-25", AHEAD, ABSENT),
        in_2026("samtaler_halvaar", "2026-12-25", AHEAD, AHEAD),
        in_2026("foerste_tilbud", "2026-12-25", AHEAD, AHEAD),
    ),
    Story(
        347,
        "Ledighedsydelse: tre af fire samtaler, og fristen falder under de nye regler.",
        (Spell("ledighedsydelse", "ledighedsydelse", "2026-03-09"),),
        held("2026-03-13", "2026-05-05", "2026-07-14"),
        finds=(
            in_2026("samtaler_halvaar", "2026-09-09", AHEAD, LOST),
            supposed(in_2026("cv_fleksjob", "2027-03-09", AHEAD, AHEAD)),
        ),
        born=1967,
    ),
    Story(
        348,
        "Aktivitetsparat i ny sag efter 1. juli 2026: ingen af pligterne gælder mere.",
        (Spell("kontanthjaelp", "aktivitetsparat", "2026-07-06", rate="forhoejet_sats"),),
        born=1977,
    ),
)
