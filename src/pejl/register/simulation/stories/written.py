"""The stories as a file: who, which duty, which last day, which judged day, what must be found, and why."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pejl.register.simulation.stories.rows import person_number
from pejl.register.simulation.stories.story import JUDGED, Story

SCENARIO = "fjordby"
"""The scenario that supposes what nobody has confirmed."""

TOPIC, TOPIC_FROM = "omfattet_af_arbejdspligt", "2025-07-01"
"""What the letters tell of, and from when."""

INFORMED_HEADS = ("person", "topic", "from", "day", "state", "story")
LETTER_HEADS = ("person", "topic", "sent", "template", "kind")
HEADS = ("person", "duty", "due", "day", "state", "scenario", "story")


def number_at_source(story: Story) -> str:
    """The person's number as the deliveries have it."""
    return f"FK{person_number(story)}"


def write(
    stories: Sequence[Story], path: Path, known: dt.date, named: Callable[[str], str] = lambda number: number
) -> None:
    """Write what must be found on the judged days up to `known`. `named` gives the word for a person's number.

    A person about whom nothing must be found has a line for each day with neither duty nor state.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(HEADS)
        for story in stories:
            for line in _lines(story):
                if line[2] <= known.isoformat():
                    rows.writerow((named(number_at_source(story)), *line, story.says))


def write_informed(
    stories: Sequence[Story], path: Path, known: dt.date, named: Callable[[str], str] = lambda number: number
) -> None:
    """Write how each person must stand to the work duty on the judged days up to `known`: told, missed and so on."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(INFORMED_HEADS)
        for story in stories:
            for day, state in zip(JUDGED, story.informed, strict=True):
                if state and day <= known.isoformat():
                    rows.writerow((named(number_at_source(story)), TOPIC, TOPIC_FROM, day, state, story.says))


def write_letters(stories: Sequence[Story], path: Path, named: Callable[[str], str] = lambda number: number) -> None:
    """Write the letters that were sent, as a file that can be taken in."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(LETTER_HEADS)
        for story in stories:
            for letter in story.letters:
                rows.writerow((named(number_at_source(story)), TOPIC, letter.day, letter.template, letter.kind))


def _lines(story: Story) -> Iterator[tuple[str, str, str, str, str]]:
    """Duty, last day, judged day, state, and the scenario under which it is found."""
    for day in JUDGED:
        found = [
            (each.duty, each.due, day, state, SCENARIO if each.supposed else "")
            for each in story.finds
            for on, state in each.on_days()
            if on == day
        ]
        yield from found or [("", "", day, "", "")]
