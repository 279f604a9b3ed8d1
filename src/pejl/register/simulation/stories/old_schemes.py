"""Cases that are bound to the law they began under: ressourceforløb and revalidering were abolished for new citizens by
lov 1750, and old cases keep their four talks.

By hand: a ressourceforløb of 6 October 2025 owes four talks by 6 April 2026, after the abolition.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import always, followed_up, then
from pejl.register.simulation.stories.story import AHEAD, LOST, Spell, Story

_DUTY = "samtaler_gamle_ordninger"
_OLD = Spell("ressourceforloeb", "ressourceforloeb", "2025-10-06")
_THREE = followed_up("2025-10-28", "2025-12-09", "2026-02-10")

STORIES = (
    Story(
        501,
        "Ressourceforløb fra før afskaffelsen: den fjerde samtale blev holdt på fristens sidste dag.",
        (_OLD,),
        _THREE + followed_up("2026-04-06"),
        born=1973,
    ),
    Story(
        502,
        "Ressourceforløb fra før afskaffelsen: sagen følger de gamle regler, og den fjerde samtale mangler.",
        (_OLD,),
        _THREE,
        finds=(always(_DUTY, "2026-04-06", LOST, since=4),),
        born=1975,
    ),
    Story(
        503,
        "Ressourceforløb efter afskaffelsen: den gamle pligt gælder ikke.",
        (Spell("ressourceforloeb", "ressourceforloeb", "2026-02-09"),),
        born=1979,
    ),
    Story(
        504,
        "Ressourceforløb i 2024: to samtaler var holdt den 30. november, og der kom kun en mere.",
        (Spell("ressourceforloeb", "ressourceforloeb", "2024-07-01", "2025-05-16", exit="ingen_ret"),),
        followed_up("2024-08-06", "2024-10-01", "2024-12-10"),
        finds=(then(_DUTY, "2025-01-01", AHEAD, LOST),),
        born=1964,
    ),
    Story(
        505,
        "Revalidering i 2024: fire samtaler til tiden.",
        (Spell("revalidering", "revalidend", "2024-04-08", "2024-11-20", exit="uddannelse"),),
        followed_up("2024-04-23", "2024-06-11", "2024-08-13", "2024-10-08"),
        born=1985,
    ),
)
