"""Every line that an export is laid out as belongs to a part of the document; none is there for show."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pejl.minutes.document import Minutes
from pejl.minutes.reader import read, source_bytes

from .samples_read import bytes_of, exports


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def told(minutes: Minutes) -> set[int]:
    lines = {line.line for line in (*minutes.head, *minutes.furniture, *minutes.unread)}
    for item in minutes.items:
        lines |= {line.line for line in item.heading} | {each.line for each in item.attachments}
        for section in item.sections:
            lines |= set(range(section.lines.first, section.lines.last + 1))
    return lines


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_every_line_is_in_a_part_of_the_document(path: Path) -> None:
    lines = source_bytes(path.name, bytes_of(path)).lines
    minutes = read(path)
    assert minutes.source.lines == len(lines)
    left = [line for number, line in enumerate(lines, start=1) if line.strip() and number not in told(minutes)]
    assert left == []


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_what_a_part_says_stands_on_its_lines(path: Path) -> None:
    lines = source_bytes(path.name, bytes_of(path)).lines
    for item in read(path).items:
        for each in item.attachments:
            assert each.title in lines[each.line - 1]
        for participant in item.participants:
            assert participant.name in lines[participant.line - 1]
        for stop in item.route:
            assert stop.body in lines[stop.line - 1]
        if item.decision:
            said = "\n".join(lines[item.decision.lines.first - 1 : item.decision.lines.last])
            assert item.decision.text.split("\n")[0] in said
    for member in read(path).members:
        assert member.line is None or member.name in lines[member.line - 1]


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_items_lie_one_after_the_other(path: Path) -> None:
    spans = [item.lines for item in read(path).items]
    assert all(before.last < after.first for before, after in pairwise(spans))
