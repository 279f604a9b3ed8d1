"""Who had to be told of the work duty of 01.07.2025, was told, was missed, or was told wrongly.

All but the last are on kontanthjælp at the lowest rate from 12 May to 10 October 2025, with 37 hours a week. By hand:
who meets neither condition comes under the duty on 1 July, so a letter by that day is in time, and one after it late;
who meets one of them does not, and a letter that says so is wrong until it is taken back; who was on selvforsørgelses-
og hjemrejseydelse had been under a work duty since 10 February, and needed no letter.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import held, placed, then
from pejl.register.simulation.stories.story import (
    ABSENT,
    AHEAD,
    ENDED,
    LEFT,
    MET,
    Finding,
    Letter,
    Offer,
    Spell,
    Story,
)

MISSED, WRONGLY, LATE_LETTER, IN_TIME = "missed", "wrongly", "late", "told"
CORRECTED, NEEDLESS = "corrected", "needless"

_HOURS, _TALKS, _OFFER = "timer_arbejdspligt", "samtaler_halvaar", "foerste_tilbud"
_OWED = (
    Finding(_TALKS, "2025-11-12", (ABSENT, AHEAD, AHEAD, LEFT, LEFT)),
    Finding(_OFFER, "2025-11-12", (ABSENT, AHEAD, AHEAD, LEFT, LEFT)),
)
_UNDER_THE_DUTY = (
    then(_HOURS, "2025-07-12", ABSENT, AHEAD, MET),
    then(_HOURS, "2025-09-12", ABSENT, ABSENT, AHEAD, MET),
)


def _may(number: int, says: str, letters: tuple[Letter, ...], *informed: str, residence: float = 4.0) -> Story:
    """`informed` is how it stands on 30.06.2025 and 31.08.2025; the last stays."""
    june, august = informed
    spell = Spell("kontanthjaelp", "jobparat", "2025-05-12", "2025-10-10", exit="arbejde", rate="mindstesats")
    return Story(
        number,
        says,
        (spell,),
        held("2025-05-15"),
        (Offer("arbejdspligt", "2025-05-12", "2025-10-10", hours=37),),
        letters=letters,
        informed=(ABSENT, june, august, august, august),
        finds=_OWED if residence >= 9 else _OWED + _UNDER_THE_DUTY,
        born=1990,
        residence=residence,
        work=1.0,
        entered=True,
    )


_IN_JUNE = Letter("2025-06-23")

_NOT_TOLD = tuple(
    _may(1000 + place, f"Nummer {place} af de tyve, som ingen udsøgte, og som ikke fik besked.", (), MISSED, MISSED)
    for place in range(1, 21)
)
_TOLD_WRONGLY = tuple(
    _may(
        1030 + place,
        f"Nummer {place} af de fem, som opfylder opholdskravet og fik at vide, at de er omfattet.",
        (_IN_JUNE,),
        WRONGLY,
        WRONGLY,
        residence=9.5,
    )
    for place in range(1, 6)
)
"""As many as in the case that this is drawn from."""

STORIES = (
    *_NOT_TOLD,
    *_TOLD_WRONGLY,
    _may(931, "Skulle have besked om arbejdspligten og fik den ikke.", (), MISSED, MISSED),
    _may(932, "Fik besked om arbejdspligten en uge før.", (_IN_JUNE,), IN_TIME, IN_TIME),
    _may(933, "Fik besked om arbejdspligten på dagen.", (Letter("2025-07-01"),), MISSED, IN_TIME),
    _may(934, "Fik besked om arbejdspligten en uge for sent.", (Letter("2025-07-08"),), MISSED, LATE_LETTER),
    _may(
        935,
        "Fik brevet om pligten på den gamle ydelse, og det er ikke den, der gælder.",
        (Letter("2025-06-20", "arbejdspligt_januar_2025"),),
        WRONGLY,
        WRONGLY,
    ),
    _may(
        936,
        "Opfylder opholdskravet og fik alligevel besked om arbejdspligten.",
        (_IN_JUNE,),
        WRONGLY,
        WRONGLY,
        residence=10.0,
    ),
    _may(
        937,
        "Opfylder opholdskravet, fik forkert besked om arbejdspligten og i august en rettelse.",
        (_IN_JUNE, Letter("2025-08-12", "arbejdspligt_rettelse", "berigtigelse")),
        WRONGLY,
        CORRECTED,
        residence=10.0,
    ),
    Story(
        938,
        "Var allerede under arbejdspligt på selvforsørgelses- og hjemrejseydelse og fik et brev, der ikke behøvedes.",
        (
            Spell("shydelse", "jobparat", "2025-02-10", "2025-06-30", exit="anden_ydelse"),
            Spell(
                "kontanthjaelp",
                "jobparat",
                "2025-07-01",
                "2025-10-10",
                exit="arbejde",
                rate="mindstesats",
                case="2025-02-10",
            ),
        ),
        held("2025-02-13", "2025-03-25", "2025-05-06", "2025-07-08"),
        (Offer("arbejdspligt", "2025-02-10", "2025-10-10", hours=37), placed("2025-04-07", "2025-05-04")),
        letters=(_IN_JUNE,),
        informed=(ABSENT, NEEDLESS, NEEDLESS, NEEDLESS, NEEDLESS),
        finds=(
            Finding(_TALKS, "2025-08-10", (ABSENT, AHEAD, MET, MET, MET)),
            Finding(_HOURS, "2025-07-10", (ABSENT, AHEAD, ENDED, ENDED, ENDED)),
            Finding(_HOURS, "2025-09-01", (ABSENT, ABSENT, AHEAD, MET, MET)),
        ),
        born=1987,
        residence=3.0,
        work=0.0,
        entered=True,
    ),
)
