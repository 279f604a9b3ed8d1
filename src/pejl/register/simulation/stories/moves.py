"""Cases in which the citizen moves: to another visitation, away before the last day, and back again."""

from __future__ import annotations

from pejl.register.simulation.stories.parts import always, held, placed, then
from pejl.register.simulation.stories.story import AHEAD, LEFT, LOST, Spell, Story

_FOUR = held("2024-05-17", "2024-07-02", "2024-08-20", "2024-10-15")

STORIES = (
    Story(
        401,
        "Fik arbejde efter tre måneder med en samtale: intet nåede at forfalde.",
        (Spell("kontanthjaelp", "jobparat", "2024-07-01", "2024-10-10", exit="arbejde"),),
        held("2024-07-05"),
        born=1994,
    ),
    Story(
        402,
        "Fik arbejde i december, mens samtaler og tilbud ventede.",
        (Spell("kontanthjaelp", "jobparat", "2024-07-01", "2024-12-13", exit="arbejde"),),
        held("2024-07-05", "2024-08-20"),
        finds=(
            then("samtaler_halvaar", "2025-01-01", AHEAD, LEFT),
            then("foerste_tilbud", "2025-01-01", AHEAD, LEFT),
        ),
        born=1990,
    ),
    Story(
        403,
        "Blev jobparat efter at have været aktivitetsparat; sagens fire samtaler og tilbud kom i tide.",
        (
            Spell("kontanthjaelp", "aktivitetsparat", "2024-05-13", "2024-08-31", exit="anden_ydelse"),
            Spell("kontanthjaelp", "jobparat", "2024-09-01", "2024-11-26", exit="arbejde", case="2024-05-13"),
        ),
        _FOUR,
        (placed("2024-07-08", "2024-08-04"),),
        born=1971,
    ),
    Story(
        404,
        "Blev uddannelsesparat før fristen for tilbuddet, og den gruppe havde ikke den pligt.",
        (
            Spell("kontanthjaelp", "jobparat", "2024-05-13", "2024-09-30", exit="anden_ydelse"),
            Spell(
                "uddannelseshjaelp",
                "uddannelsesparat",
                "2024-10-01",
                "2024-11-26",
                exit="uddannelse",
                case="2024-05-13",
            ),
        ),
        _FOUR,
        born=1999,
        education=False,
    ),
    Story(
        405,
        "Blev jobparat før fristen for tilbuddet, og den gruppe har pligten; der kom intet.",
        (
            Spell("uddannelseshjaelp", "uddannelsesparat", "2024-05-13", "2024-09-30", exit="anden_ydelse"),
            Spell("kontanthjaelp", "jobparat", "2024-10-01", "2024-11-26", exit="arbejde", case="2024-05-13"),
        ),
        _FOUR,
        finds=(always("foerste_tilbud", "2024-11-13", LOST),),
        born=1998,
        education=False,
    ),
    Story(
        406,
        "Kom igen efter en pause; den nye sag har sine egne frister, og de gamle samtaler tæller ikke i den.",
        (
            Spell("kontanthjaelp", "aktivitetsparat", "2024-01-15", "2024-03-31", exit="arbejde"),
            Spell("kontanthjaelp", "aktivitetsparat", "2024-05-13", "2024-11-26", exit="arbejde"),
        ),
        held("2024-01-19", "2024-02-06", "2024-02-27", "2024-03-19"),
        (placed("2024-09-02", "2024-09-29"),),
        finds=(always("foerste_samtale", "2024-05-20", LOST), always("samtaler_halvaar", "2024-11-13", LOST)),
        born=1965,
    ),
)
