"""Somebody types a CPR number where it does not belong: the site's log does not keep it."""

from __future__ import annotations

import logging
import logging.config

import pytest
from django.conf import settings
from django.test import Client

from pejl.calendar.personal_numbers import MASK


@pytest.fixture
def line() -> logging.Formatter:
    """What writes the lines of the log, as the settings make it."""
    return logging.config.DictConfigurator(settings.LOGGING).configure_formatter(settings.LOGGING["formatters"]["line"])


@pytest.mark.django_db
@pytest.mark.parametrize("written", ["010180-1234", "0101801234", "010180%201234"])
def test_an_address_with_a_personal_number_is_logged_without_it(
    written: str, line: logging.Formatter, caplog: pytest.LogCaptureFixture
) -> None:
    Client().get(f"/register/person/{written}")
    said = "\n".join(map(line.format, caplog.records))
    assert "Not Found: /register/person/" in said
    assert MASK in said
    assert "1234" not in said


def test_a_trace_is_logged_without_it_and_keeps_its_lines(line: logging.Formatter) -> None:
    try:
        raise ValueError("010180-1234 er ikke\nen dag")
    except ValueError as trouble:
        record = logging.LogRecord("pejl", logging.ERROR, "", 1, "Fejl", (), (type(trouble), trouble, None))
    said = line.format(record)
    assert said.count("\n") >= 2
    assert "1234" not in said


def test_the_time_of_a_line_is_no_number(line: logging.Formatter) -> None:
    record = logging.LogRecord("pejl", logging.ERROR, "", 1, "Fejl", (), None)
    for day in range(0, 366 * 24 * 3600, 86_399):
        record.created = 1_767_225_600.0 + day
        assert MASK not in line.format(record)
