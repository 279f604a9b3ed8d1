"""Lines of the site's log: without personal numbers, which people type into addresses and forms."""

from __future__ import annotations

import logging

from pejl.calendar.stray_numbers import without_numbers


class WithoutNumbers(logging.Formatter):
    """A line, and the trace under it, with the mask for every number that passes as a personal number."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the line."""
        return "\n".join(map(without_numbers, super().format(record).split("\n")))
