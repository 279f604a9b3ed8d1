"""On the example municipality those who must be told of the work duty, and those told wrongly, are found exactly.

How each stands was decided by hand with their story, on the same five days as the deadlines.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from pejl.casework.informing.found import found
from pejl.casework.informing.letter import Letter, LetterKind
from pejl.casework.informing.templates import template_named
from pejl.casework.informing.told import Question
from pejl.casework.informing.topic import topic_named
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.law.law import law
from pejl.register.simulation.deliveries import SOURCE
from pejl.register.simulation.offices import STORIES as TEAM
from pejl.register.simulation.stories.every import STORIES
from pejl.register.simulation.stories.story import JUDGED, Story
from pejl.register.simulation.stories.written import TOPIC, TOPIC_FROM, number_at_source
from pejl.register.snapshot import Snapshot
from register.simulation.fjordby import KEY

Named = Callable[[Story], str]


@pytest.fixture(scope="module")
def named() -> Named:
    """The pseudonym of a story's person."""
    pseudonyms = Pseudonyms(KEY, SOURCE)
    return lambda story: str(pseudonyms.one(number_at_source(story), Identifier.OWN))


def letters(named: Named) -> list[Letter]:
    """The letters of the stories, each with the days for which its text is right."""
    sent = []
    for story in STORIES:
        for each in story.letters:
            template = template_named(each.template)
            assert template is not None
            sent.append(
                Letter(
                    len(sent) + 1,
                    named(story),
                    TOPIC,
                    dt.date.fromisoformat(each.day),
                    LetterKind(each.kind),
                    template.name,
                    template.version,
                    right_from=template.since,
                    right_until=template.until,
                )
            )
    return sent


@pytest.mark.parametrize(("place", "day"), list(enumerate(JUDGED)))
def test_who_was_missed_and_who_was_told_wrongly_is_found_neither_more_nor_less(
    snapshot: Snapshot, named: Named, place: int, day: str
) -> None:
    topic = topic_named(TOPIC, law().book)
    question = Question(topic, dt.date.fromisoformat(TOPIC_FROM), dt.date.fromisoformat(day))
    ours = {named(story): story for story in STORIES}
    rows = [row for row in found(snapshot, question, letters(named)).rows if row.person in ours]
    states = {(ours[row.person].number, row.state.value) for row in rows}
    assert states == {(story.number, story.informed[place]) for story in STORIES if story.informed[place]}


def test_all_of_them_have_the_stories_team(snapshot: Snapshot, named: Named) -> None:
    spells = snapshot.table("benefit_spells")
    teams = spells.filter(spells.person.isin([named(story) for story in STORIES])).team.topk(2).to_pyarrow().to_pylist()
    assert [row["team"] for row in teams] == [TEAM]
