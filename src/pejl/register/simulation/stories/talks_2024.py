"""Talks on kontanthjælp and ledighedsydelse under the law to 30.06.2026: four in six months, the first within a week.

By hand: a case of 13 May 2024 owes its first talk by 20 May and all four by 13 November. The offer is in order.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import always, cancelled, held, missed, placed, then
from pejl.register.simulation.stories.story import AHEAD, LATE, LOST, MET, Finding, Offer, Spell, Story, Talk

_THREE = held("2024-05-17", "2024-07-02", "2024-08-20")
_FOUR = _THREE + held("2024-10-15")
_OFFER = (placed("2024-09-02", "2024-09-29"),)
_FIRST, _HALF = "2024-05-20", "2024-11-13"
_SHORT = always("samtaler_halvaar", _HALF, LOST)


def _may(number: int, says: str, talks: tuple[Talk, ...], *finds: Finding, group: str = "aktivitetsparat") -> Story:
    benefit = "ledighedsydelse" if group == "ledighedsydelse" else "kontanthjaelp"
    spell = Spell(benefit, group, "2024-05-13", "2024-11-27", exit="arbejde")
    offers = () if group == "ledighedsydelse" else _OFFER
    return Story(number, says, (spell,), talks, offers, finds=finds, born=1968 + number % 25)


STORIES = (
    _may(301, "Fire samtaler og et tilbud, alt til tiden.", _FOUR),
    _may(302, "Den første samtale blev holdt på ugens sidste dag.", held("2024-05-20") + _FOUR[1:]),
    _may(
        303,
        "Den første samtale blev holdt en dag for sent.",
        held("2024-05-21") + _FOUR[1:],
        always("foerste_samtale", _FIRST, LATE),
    ),
    _may(304, "Den fjerde samtale blev holdt på fristens sidste dag.", _THREE + held("2024-11-13")),
    _may(305, "Den fjerde samtale blev holdt dagen efter fristen.", _THREE + held("2024-11-14"), _SHORT),
    _may(
        306,
        "Borgeren aflyste den fjerde samtale, og der kom ikke en ny.",
        _THREE + cancelled("2024-10-15", "borger"),
        _SHORT,
    ),
    _may(
        307,
        "Kommunen aflyste den fjerde samtale og holdt den dagen før fristen.",
        _THREE + cancelled("2024-10-15", "kommune") + held("2024-11-12"),
    ),
    _may(308, "Borgeren udeblev fra den fjerde samtale.", _THREE + missed("2024-10-15"), _SHORT),
    _may(
        309,
        "Den fjerde samtale var et informationsmøde.",
        _THREE + held("2024-10-15", type="informationsmoede"),
        _SHORT,
    ),
    _may(
        310,
        "Den fjerde samtale blev holdt af a-kassen, og den har ingen pligt her.",
        (*_THREE, Talk("2024-10-15", authority="akasse")),
        _SHORT,
    ),
    _may(
        311,
        "Der blev ikke holdt nogen samtale.",
        (),
        always("foerste_samtale", _FIRST, LOST),
        _SHORT,
    ),
    _may(
        312,
        "Alle fire samtaler blev holdt over telefon; formen er fri.",
        held(*(each.day for each in _FOUR), form="telefon"),
    ),
    _may(313, "Fire samtaler på ledighedsydelse, og tilbud har den ingen pligt til.", _FOUR, group="ledighedsydelse"),
    _may(314, "Tre samtaler på ledighedsydelse.", _THREE, _SHORT, group="ledighedsydelse"),
)


def _march(
    number: int,
    says: str,
    talks: tuple[Talk, ...],
    offers: tuple[Offer, ...],
    *finds: Finding,
    start: str = "2025-03-03",
) -> Story:
    """A case that runs from March 2025 over the reform of 1 July and ends on 31 October."""
    spell = Spell("kontanthjaelp", "jobparat", start, "2025-10-31", exit="arbejde", rate="forhoejet_sats")
    return Story(number, says, (spell,), talks, offers, finds=finds, born=1972)


def _from_june(duty: str, due: str, june: str, august: str, after: str) -> Finding:
    return then(duty, due, "", june, august, after)


OVER_THE_REFORM = (
    _march(
        321,
        "Tre samtaler var holdt, da kontanthjælpen blev en anden den 1. juli 2025; den fjerde og tilbuddet kom i tide.",
        held("2025-03-07", "2025-04-15", "2025-05-27", "2025-07-08"),
        (placed("2025-08-04", "2025-08-31"),),
        _from_june("samtaler_halvaar", "2025-09-03", AHEAD, MET, MET),
        _from_june("foerste_tilbud", "2025-09-03", AHEAD, MET, MET),
    ),
    _march(
        322,
        "Den fjerde samtale og tilbuddet ventede endnu i august 2025 og kom aldrig.",
        held("2025-03-07", "2025-04-15", "2025-05-27"),
        (),
        _from_june("samtaler_halvaar", "2025-09-03", AHEAD, AHEAD, LOST),
        _from_june("foerste_tilbud", "2025-09-03", AHEAD, AHEAD, LOST),
    ),
    _march(
        323,
        "Tre samtaler mangler, og den 31. august er der to dage tilbage: det kan ikke nås.",
        held("2025-03-07"),
        (placed("2025-04-07", "2025-05-04"),),
        _from_june("samtaler_halvaar", "2025-09-01", AHEAD, LOST, LOST),
        start="2025-03-01",
    ),
    _march(
        324,
        "Tre samtaler mangler, og den 31. august er der fire dage tilbage: det kan endnu nås. Det blev det ikke.",
        held("2025-03-07"),
        (placed("2025-04-07", "2025-05-04"),),
        _from_june("samtaler_halvaar", "2025-09-03", AHEAD, AHEAD, LOST),
    ),
    Story(
        325,
        "Uddannelseshjælp blev til kontanthjælp den 1. juli 2025, og sagen og dens frister løb videre.",
        (
            Spell(
                "uddannelseshjaelp",
                "aktivitetsparat_uddannelse",
                "2025-04-07",
                "2025-06-30",
                exit="anden_ydelse",
            ),
            Spell(
                "kontanthjaelp",
                "aktivitetsparat_uddannelse",
                "2025-07-01",
                "2025-11-14",
                exit="uddannelse",
                rate="grundsats",
                case="2025-04-07",
            ),
        ),
        held("2025-04-11", "2025-05-20", "2025-07-08", "2025-09-02"),
        finds=(_from_june("samtaler_halvaar", "2025-10-07", AHEAD, AHEAD, MET),),
        born=2003,
        education=False,
        work=0.5,
    ),
    Story(
        326,
        "Uddannelseshjælp blev til kontanthjælp den 1. juli 2025; samtalerne før talte med, men den fjerde kom ikke.",
        (
            Spell("uddannelseshjaelp", "uddannelsesparat", "2025-04-07", "2025-06-30", exit="anden_ydelse"),
            Spell(
                "kontanthjaelp",
                "uddannelsesparat",
                "2025-07-01",
                "2025-11-14",
                exit="uddannelse",
                rate="grundsats",
                case="2025-04-07",
            ),
        ),
        held("2025-04-11", "2025-05-20", "2025-07-08"),
        finds=(_from_june("samtaler_halvaar", "2025-10-07", AHEAD, AHEAD, LOST),),
        born=2002,
        education=False,
        work=0.5,
    ),
)
