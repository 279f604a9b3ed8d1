"""Sickness benefit under SDP § 13 b and § 24: the first talk by the end of week 8 in person, four in half a year, and
the reassessment at the end of the month in which more than 22 weeks have been paid within nine months.

By hand: the first day of absence is day 1 of week 1. From 7 May 2024 week 8 ends on 1 July and the half-year on 7
November. With an employer the first 30 days are not paid by the municipality: from 7 May it pays from 6 June. 22 weeks
are 154 days: paid from 4 March 2024 they are full on 4 August, and passed on 5 August. While a leave runs, its
reassessment is ahead on the day on which it will be due if it goes on.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import always, followed_up, then
from pejl.register.simulation.stories.story import (
    AHEAD,
    LATE,
    LEFT,
    LOST,
    OVERDUE,
    Finding,
    SickLeave,
    Spell,
    Story,
    Talk,
)

_TWO = "sygedagpenge_kategori_2"
_FIRST, _FOUR, _AGAIN = "foerste_samtale_sygedagpenge", "samtaler_sygedagpenge", "revurdering"


def _employed(number: int, says: str, talks: tuple[Talk, ...], *finds: Finding, group: str = _TWO) -> Story:
    """Absent from 7 May to 25 October 2024, with an employer."""
    spell = Spell("sygedagpenge", group, "2024-06-06", "2024-10-25", exit="rask", case="2024-05-07")
    leave = SickLeave("2024-05-07", "2024-10-25", "rask")
    return Story(number, says, (spell,), talks, sick_leaves=(leave,), finds=finds, born=1962 + number % 35)


def _jobless(
    number: int,
    says: str,
    first: str,
    last: str,
    talks: tuple[Talk, ...],
    *finds: Finding,
    group: str = _TWO,
) -> Story:
    """Absent without an employer: the municipality pays from the first day."""
    spell = Spell("sygedagpenge", group, first, last, exit="rask")
    leave = SickLeave(first, last, "rask", employer=False)
    return Story(number, says, (spell,), talks, sick_leaves=(leave,), finds=finds, born=1962 + number % 35)


_MARCH_TALKS = followed_up("2024-04-16", "2024-05-21", "2024-06-25")

STORIES = (
    _employed(
        601,
        "Den første samtale blev holdt på den sidste dag af uge 8.",
        followed_up("2024-07-01", "2024-08-06", "2024-09-03", "2024-10-01"),
    ),
    _employed(
        602,
        "Den første samtale blev holdt dagen efter uge 8.",
        followed_up("2024-07-02", "2024-08-06", "2024-09-03", "2024-10-01"),
        always(_FIRST, "2024-07-01", LATE),
    ),
    _employed(
        603,
        "Den første samtale i uge 8 var over telefon; den første ved fremmøde kom i uge 10.",
        followed_up("2024-06-25", form="telefon") + followed_up("2024-07-15", "2024-08-13", "2024-09-10"),
        always(_FIRST, "2024-07-01", LATE),
    ),
    _employed(
        604,
        "Alle fire samtaler var over telefon, så den første ved fremmøde blev aldrig holdt.",
        followed_up("2024-06-25", "2024-07-15", "2024-08-13", "2024-09-10", form="telefon"),
        always(_FIRST, "2024-07-01", LOST),
    ),
    _employed(
        605,
        "Kategori 1: ventes rask inden 8 uger, og der skal ikke holdes samtaler.",
        (),
        group="sygedagpenge_kategori_1",
    ),
    _jobless(
        606,
        "Kategori 3, som fandtes til 2025: ingen samtale, og rask før det halve år.",
        "2024-03-04",
        "2024-06-14",
        (),
        always(_FIRST, "2024-04-28", LOST),
        group="sygedagpenge_kategori_3",
    ),
    _jobless(
        607,
        "Tre samtaler på et halvt år, og retten blev ikke revurderet efter 22 uger.",
        "2024-03-04",
        "2024-09-20",
        _MARCH_TALKS,
        always(_FOUR, "2024-09-04", LOST),
        always(_AGAIN, "2024-08-31", LOST),
    ),
    _jobless(
        608,
        "Præcis 22 uger: grænsen er nået og ikke passeret.",
        "2024-03-04",
        "2024-08-04",
        _MARCH_TALKS + followed_up("2024-07-23"),
    ),
    _jobless(
        609,
        "22 uger og en dag, men rask, før måneden var omme.",
        "2024-03-04",
        "2024-08-05",
        _MARCH_TALKS + followed_up("2024-07-23"),
    ),
    _jobless(
        610,
        "Fire samtaler i tide, men retten blev ikke revurderet ved udgangen af den måned, hvor 22 uger blev passeret.",
        "2024-03-04",
        "2024-09-03",
        _MARCH_TALKS + followed_up("2024-07-23"),
        always(_AGAIN, "2024-08-31", LOST),
    ),
    Story(
        611,
        "To sygeforløb på 9 måneder: ugerne lægges sammen og passerer 22 i det andet.",
        (
            Spell("sygedagpenge", _TWO, "2024-01-08", "2024-04-07", exit="rask"),
            Spell("sygedagpenge", _TWO, "2024-06-03", "2024-09-06", exit="rask"),
        ),
        followed_up("2024-02-13", "2024-07-16"),
        sick_leaves=(
            SickLeave("2024-01-08", "2024-04-07", "rask", employer=False),
            SickLeave("2024-06-03", "2024-09-06", "rask", employer=False, weeks_paid=13),
        ),
        finds=(always(_AGAIN, "2024-08-31", LOST),),
        born=1976,
    ),
    Story(
        612,
        "De første 30 dage hos en arbejdsgiver tæller ikke: 22 uger passeres først i oktober.",
        (Spell("sygedagpenge", _TWO, "2024-05-01", "2024-11-08", exit="rask", case="2024-04-01"),),
        followed_up("2024-05-21", "2024-06-25", "2024-08-06", "2024-09-10"),
        sick_leaves=(SickLeave("2024-04-01", "2024-11-08", "rask"),),
        finds=(always(_AGAIN, "2024-10-31", LOST),),
        born=1981,
    ),
    Story(
        613,
        "De første 30 dage hos en arbejdsgiver tæller ikke: det blev præcis 22 uger.",
        (Spell("sygedagpenge", _TWO, "2024-05-01", "2024-10-01", exit="rask", case="2024-04-01"),),
        followed_up("2024-05-21", "2024-06-25", "2024-08-06", "2024-09-10"),
        sick_leaves=(SickLeave("2024-04-01", "2024-10-01", "rask"),),
        born=1982,
    ),
    _jobless(
        614,
        "22 uger blev passeret i november; den 30. er sidste dag for revurderingen, og den kom ikke.",
        "2024-06-10",
        "2025-01-24",
        followed_up("2024-07-16", "2024-08-20", "2024-09-24", "2024-10-29"),
        then(_AGAIN, "2024-11-30", AHEAD, LOST),
    ),
    Story(
        615,
        "Den første samtale ventede dagen før uge 8 var omme; den kom ikke, og borgeren blev rask.",
        (Spell("sygedagpenge", _TWO, "2024-11-06", "2024-12-13", exit="rask", case="2024-10-07"),),
        sick_leaves=(SickLeave("2024-10-07", "2024-12-13", "rask"),),
        finds=(
            then(_FIRST, "2024-12-01", AHEAD, LOST),
            then(_FOUR, "2025-04-07", AHEAD, LEFT),
            then(_AGAIN, "2025-04-30", AHEAD, LEFT),
        ),
        born=1970,
    ),
    _jobless(
        616,
        "Den første samtale var overskredet den 30. juni 2025 og blev holdt ugen efter.",
        "2025-05-05",
        "2025-09-26",
        followed_up("2025-07-08"),
        Finding(_FIRST, "2025-06-29", ("", OVERDUE, LATE, LATE, LATE)),
        Finding(_FOUR, "2025-11-05", ("", AHEAD, AHEAD, LEFT, LEFT)),
        Finding(_AGAIN, "2025-10-31", ("", AHEAD, AHEAD, LEFT, LEFT)),
    ),
)
