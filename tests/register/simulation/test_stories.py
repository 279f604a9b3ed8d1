"""The stories are delivered with everybody else, in a team of their own, and what must be found stands beside them."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

from pejl.intake.pseudonym import PSEUDONYM
from pejl.register.contract import CONTRACT
from pejl.register.simulation import deliveries
from pejl.register.simulation.levels import NOVEMBER
from pejl.register.simulation.municipality import Municipality
from pejl.register.simulation.offices import STORIES as TEAM
from pejl.register.simulation.stories.every import STORIES, within
from pejl.register.simulation.stories.rows import person_number
from pejl.register.simulation.stories.story import JUDGED
from pejl.register.simulation.stories.written import HEADS
from register.simulation.fjordby import FIRST, KEY, LAST, Loaded

COUNTED = {"dagpenge", "kontanthjaelp", "sygedagpenge"}


def test_all_stories_lie_within_the_usual_time_and_the_judged_days_too() -> None:
    assert within(FIRST, LAST) == STORIES
    assert FIRST.isoformat() < min(JUDGED) and max(JUDGED) < LAST.isoformat()
    assert len({story.number for story in STORIES}) == len(STORIES)


def test_a_story_that_reaches_out_of_the_time_is_not_told() -> None:
    told = within(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    assert told
    assert all(story.first >= "2025-01-01" and story.last <= "2025-12-31" for story in told)


def test_nobody_in_a_story_is_counted_among_the_published_levels() -> None:
    day = NOVEMBER.isoformat()
    spells = [each for story in STORIES for each in story.spells if each.benefit in COUNTED]
    assert not [each for each in spells if each.start <= day <= (each.end or "9")]


def test_a_story_is_a_sentence_that_no_other_tells() -> None:
    assert all(story.says.endswith(".") and len(story.says) < 160 for story in STORIES)
    alike = [says for says, times in Counter(story.says for story in STORIES).items() if times > 1]
    assert alike == []


def test_what_is_found_on_a_day_is_found_once() -> None:
    for story in STORIES:
        found = Counter((each.duty, each.due, day) for each in story.finds for day, _ in each.on_days())
        assert set(found.values()) <= {1}, story.number


def test_the_stories_have_a_team_of_their_own(fjordby: Municipality, register: Loaded) -> None:
    ours = {person_number(story) for story in STORIES}
    for name in ("benefit_spells", "talks", "offers", "sick_leave_spells"):
        rows = pq.read_table(register.home.register / register.reports[-1].snapshot / f"{name}.parquet").to_pylist()
        told = [row for row in rows if row["team"] == TEAM]
        assert len({row["person"] for row in told}) == len(set(fjordby.table(name).values("person").tolist()) & ours)


def test_every_row_of_a_story_is_delivered_and_accepted(register: Loaded) -> None:
    folder = register.home.register / register.reports[-1].snapshot
    rows = pq.read_table(folder / "benefit_spells.parquet").to_pylist()
    assert sum(row["team"] == TEAM for row in rows) == sum(len(story.spells) for story in STORIES)
    talks = pq.read_table(folder / "talks.parquet").to_pylist()
    assert sum(row["team"] == TEAM for row in talks) == sum(len(story.talks) for story in STORIES)


def test_the_first_delivery_knows_no_more_than_its_day(register: Loaded) -> None:
    known = register.written[0].known
    rows = pq.read_table(register.home.register / register.reports[0].snapshot / "benefit_spells.parquet").to_pylist()
    ours = [row for row in rows if row["team"] == TEAM]
    assert all(row["start"] <= known and (row["end"] is None or row["end"] <= known) for row in ours)
    talks = pq.read_table(register.home.register / register.reports[0].snapshot / "talks.parquet").to_pylist()
    assert sum(row["team"] == TEAM for row in talks) < sum(len(story.talks) for story in STORIES)


def test_the_findings_lie_beside_the_deliveries_by_the_sources_numbers(register: Loaded) -> None:
    rows = read(register.folder / deliveries.STORIES)
    assert {row["person"] for row in rows} == {f"FK{person_number(story)}" for story in STORIES}
    assert {row["day"] for row in rows} == set(JUDGED)


def test_beside_the_register_they_are_found_by_pseudonym(
    fjordby: Municipality, register: Loaded, tmp_path: Path
) -> None:
    deliveries.keep_beside(fjordby, register.folder, tmp_path, LAST, KEY)
    rows = read(tmp_path / deliveries.STORIES)
    persons = pq.read_table(register.home.register / register.reports[-1].snapshot / "persons.parquet")
    assert {row["person"] for row in rows} <= set(persons.column("person").to_pylist())
    assert all(PSEUDONYM.match(row["person"]) for row in rows)
    assert {path.name for path in tmp_path.iterdir()} == {
        "truth.parquet",
        "planted.csv",
        "stories.csv",
        "letters.csv",
        "informed.csv",
    }


def test_the_words_of_the_stories_are_those_of_the_contract() -> None:
    groups = set(CONTRACT.table("benefit_spells").column("target_group").allowed)
    assert {spell.group for story in STORIES for spell in story.spells} <= {*groups, ""}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        found = csv.DictReader(file)
        rows = list(found)
    assert tuple(rows[0]) == HEADS
    return rows
