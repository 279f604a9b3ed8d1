"""Numbers and days in forms are Danish, whatever language the browser speaks."""

from __future__ import annotations

import re

from house.tree import SOURCE, named

BROWSERS_OWN = re.compile(r"type=\W?(date|month|week|time|datetime-local)\b")
"""Fields that a browser writes in its own language: a day stands in `page/day_field.html`."""
NO_WHOLE_NUMBER = re.compile(r'<input[^>]*type="number"[^>]*step="(any|[^"]*\.)')
"""A number with decimals is written with a comma: `inputmode="decimal"`, and read by `pejl.calendar.numbers`."""


def written_by_the_browser(text: str) -> bool:
    return bool(BROWSERS_OWN.search(text) or NO_WHOLE_NUMBER.search(text))


def test_no_field_is_written_in_the_language_of_the_browser() -> None:
    templates = sorted(SOURCE.rglob("*.html"))
    assert templates
    assert not [named(path) for path in templates if written_by_the_browser(path.read_text(encoding="utf-8"))]


def test_the_patterns_find_what_they_are_for() -> None:
    wrong = ('<input type="date">', "<input type='month'>", "<input type=datetime-local>")
    assert all(written_by_the_browser(text) for text in (*wrong, '<input name="x" type="number" step="0.5">'))
    assert not written_by_the_browser('<input type="number" step="1"> <input type="text" name="date">')
