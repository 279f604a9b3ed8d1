"""The work duty: hours each month, from 01.01.2025 for those on selvforsørgelses- og hjemrejseydelse and from
01.07.2025 for those on the lowest rates who meet neither condition; outside the group's flexibility from 01.07.2026.

By hand: a spell of 3 March 2025 is made up on 3 April and 3 May; one of 1 July on 1 August, 1 September and 1 October;
until then the round waits, however many hours there are.
Who is under the duty from 1 July 2025 must be told; who is on the lowest rate and meets one of the conditions must not.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import held, then
from pejl.register.simulation.stories.story import (
    ABSENT,
    AHEAD,
    EXEMPT,
    LEFT,
    LOST,
    MET,
    OVERDUE,
    Finding,
    Offer,
    Spell,
    Story,
)

_HOURS, _TALKS, _OFFER, _OWN_OFFER = "timer_arbejdspligt", "samtaler_halvaar", "foerste_tilbud", "tilbud_arbejdspligt"


def _spring(number: int, says: str, offers: tuple[Offer, ...], *states: str) -> Story:
    """On selvforsørgelses- og hjemrejseydelse from 3 March to 5 May 2025."""
    spell = Spell("shydelse", "jobparat", "2025-03-03", "2025-05-05", exit="arbejde")
    finds = tuple(
        Finding(_HOURS, due, (ABSENT, state, state, state, state))
        for state in states
        for due in ("2025-04-03", "2025-05-03")
    )
    return Story(
        number,
        says,
        (spell,),
        held("2025-03-06"),
        offers,
        finds=finds,
        born=1992,
        residence=3.0,
        work=0.5,
        entered=True,
    )


def _july(
    number: int,
    says: str,
    offers: tuple[Offer, ...],
    *finds: Finding,
    residence: float = 4.0,
    work: float = 1.0,
) -> Story:
    """On mindstesats from 1 July to 24 October 2025. Four talks and the first offer are due on 1 January 2026."""
    spell = Spell("kontanthjaelp", "jobparat", "2025-07-01", "2025-10-24", exit="arbejde", rate="mindstesats")
    under = residence < 9 and work < 2.5
    others = (
        Finding(_TALKS, "2026-01-01", (ABSENT, ABSENT, AHEAD, LEFT, LEFT)),
        Finding(_OFFER, "2026-01-01", (ABSENT, ABSENT, AHEAD, LEFT, LEFT)),
    )
    return Story(
        number,
        says,
        (spell,),
        held("2025-07-03"),
        offers,
        informed=(ABSENT, ABSENT, "missed", "missed", "missed") if under else (ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
        finds=(*finds, *others),
        born=1988,
        residence=residence,
        work=work,
        entered=True,
    )


def _february(number: int, says: str, offers: tuple[Offer, ...], *finds: Finding) -> Story:
    """On mindstesats from 2 February 2026; the offer is due on 2 August, and all four talks are held."""
    return Story(
        number,
        says,
        (Spell("kontanthjaelp", "jobparat", "2026-02-02", rate="mindstesats"),),
        held("2026-02-06", "2026-03-17", "2026-04-28", "2026-06-09"),
        offers,
        informed=(ABSENT, ABSENT, ABSENT, "missed", "missed"),
        finds=(Finding(_OFFER, "2026-08-02", (ABSENT, ABSENT, ABSENT, EXEMPT, EXEMPT)), *finds),
        born=1985,
        residence=5.0,
        work=0.0,
        entered=True,
    )


def _made_up(due: str, *states: str) -> Finding:
    return then(_HOURS, due, *states)


STORIES = (
    _spring(901, "37 timer om ugen i hele tiden.", (Offer("arbejdspligt", "2025-03-03", "2025-05-05", hours=37),)),
    _spring(902, "20 timer om ugen er ikke 37.", (Offer("arbejdspligt", "2025-03-03", "2025-05-05", hours=20),), LOST),
    _spring(903, "Ingen timer i nogen af månederne.", (), LOST),
    _july(
        911,
        "Kom under arbejdspligten den 1. juli 2025 og skulle have det at vide; fik ingen timer.",
        (),
        _made_up("2025-08-01", ABSENT, ABSENT, LOST),
        _made_up("2025-09-01", ABSENT, ABSENT, AHEAD, LOST),
        _made_up("2025-10-01", ABSENT, ABSENT, ABSENT, LOST),
    ),
    _july(
        912,
        "Kom under arbejdspligten den 1. juli 2025 og fik 37 timer fra første dag.",
        (Offer("arbejdspligt", "2025-07-01", "2025-10-24", hours=37),),
        _made_up("2025-09-01", ABSENT, ABSENT, AHEAD, MET),
    ),
    _july(
        913,
        "Mindstesats, men opfylder opholdskravet: ikke under arbejdspligten, og må ikke få det at vide.",
        (),
        residence=10.0,
    ),
    _july(
        914,
        "Mindstesats, men opfylder beskæftigelseskravet: ikke under arbejdspligten, og må ikke få det at vide.",
        (),
        work=3.5,
    ),
    _february(
        921,
        "37 timer fra første dag; arbejdspligten er også tilbuddet, som ikke er fleksibelt.",
        (Offer("arbejdspligt", "2026-02-02", "2026-10-30", hours=37),),
        _made_up("2026-07-02", ABSENT, ABSENT, ABSENT, AHEAD, MET),
        _made_up("2026-10-02", ABSENT, ABSENT, ABSENT, ABSENT, AHEAD),
    ),
    _february(
        922,
        "Ingen timer og intet tilbud: uden for gruppens fleksibilitet, så hver skal have det.",
        (),
        Finding(_OWN_OFFER, "2026-08-02", (ABSENT, ABSENT, ABSENT, AHEAD, OVERDUE)),
        *(_made_up(f"2026-{month:02d}-02", ABSENT, ABSENT, ABSENT, LOST) for month in (3, 4, 5, 6)),
        _made_up("2026-07-02", ABSENT, ABSENT, ABSENT, AHEAD, LOST),
        *(_made_up(f"2026-{month:02d}-02", ABSENT, ABSENT, ABSENT, ABSENT, LOST) for month in (8, 9)),
        _made_up("2026-10-02", ABSENT, ABSENT, ABSENT, ABSENT, AHEAD),
    ),
)
