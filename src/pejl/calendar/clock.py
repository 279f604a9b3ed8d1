"""Clock times as Danish text writes them: "kl. 19.00", "19:00", "kl. 16"; always given back as "19:00".

A full stop between hours and minutes also stands in amounts and section numbers. In running text it makes a clock
time only after "kl.", after a word such as "Mødetid", or in a range ("16.30 - 18.00"). Seconds are read and dropped.
Midnight at a day's end ("24:00") is no time of that day, hence None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A clock time in running text: `time` is "HH:MM", `text` the characters from `start` to `end`, without "kl."."""

    time: str
    start: int
    end: int
    text: str


_HOUR = r"(?P<hour>[01]?[0-9]|2[0-3])"
_MINUTE = r"(?P<minute>[0-5][0-9])"
_ENDS = r"(?![0-9]|[.:][0-9])"
_AFTER_KL = r"(?<![^\W_])(?:kl|klokken)\b[.:]?\s{0,2}"

_WHOLE = re.compile(
    rf"(?:(?:{_AFTER_KL})?{_HOUR}[.:]{_MINUTE}(?:[.:][0-5][0-9])?|{_AFTER_KL}(?P<full_hour>[01]?[0-9]|2[0-3]))\.?",
    re.IGNORECASE,
)
_TIMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # kl. 19.00 · klokken 19:00:00
        rf"{_AFTER_KL}(?P<time>{_HOUR}[.:]{_MINUTE}(?:[.:][0-5][0-9])?){_ENDS}",
        # kl. 16
        rf"{_AFTER_KL}(?P<time>{_HOUR}(?P<minute>)){_ENDS}",
        # 19:00 · 19:00:00 · 2025-12-03T19:00:00, but not the time zone after it
        rf"(?<![0-9.,:])(?<![0-9]\+)(?<!:[0-9]{{2}}-)(?P<time>{_HOUR}:{_MINUTE}(?::[0-5][0-9])?){_ENDS}",
        # Mødetid: 16.30 · Starttidspunkt 9.00
        rf"(?:tid|tidspunkt|start|slut)\b[.:]?\s{{1,3}}(?P<time>{_HOUR}\.{_MINUTE}){_ENDS}",
        # 16.30 of 16.30 - 18.00
        rf"(?<![0-9.,:/-])(?P<time>{_HOUR}\.{_MINUTE})(?=\s?[-–]\s?(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]{_ENDS})",
    )
)
_UNTIL = re.compile(rf"\s?(?:[-–]|til)\s?(?:{_AFTER_KL})?(?P<time>{_HOUR}[.:]{_MINUTE}){_ENDS}", re.IGNORECASE)


def parse_time(text: str) -> str | None:
    """The clock time that the whole text is, as "HH:MM"; None where it is none. "kl. 19" is a time, "19" is not."""
    match = _WHOLE.fullmatch(text.strip())
    if match is None:
        return None
    return _canonical(match["hour"] or match["full_hour"], match["minute"])


def find_times(text: str) -> list[FoundTime]:
    """All clock times in running text, in their order; of a range ("16.30 - 18.00") both ends."""
    begun = [match for pattern in _TIMES for match in pattern.finditer(text)]
    ended = [match for start in begun if (match := _UNTIL.match(text, start.end("time")))]
    found: list[FoundTime] = []
    for match in sorted(begun + ended, key=lambda match: (match.start("time"), -match.end("time"))):
        if not found or match.start("time") >= found[-1].end:
            time = _canonical(match["hour"], match["minute"])
            found.append(FoundTime(time, match.start("time"), match.end("time"), match["time"]))
    return found


def find_time(text: str) -> FoundTime | None:
    """The first clock time in running text, None where there is none."""
    return next(iter(find_times(text)), None)


def _canonical(hour: str, minute: str | None) -> str:
    return f"{int(hour):02}:{minute or '00'}"
