"""An item's lines in sections: labelled parts, and the case text's own headings.

A heading that no table knows is a short line of its own without a stop, before text. Inside a decision or a
recommendation such a line ends the part only where it cannot be an outcome, a name or a clause.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from pejl.minutes.absence import absence_label
from pejl.minutes.bodies import is_body
from pejl.minutes.document import Role
from pejl.minutes.labels import Label, Labels
from pejl.minutes.lines import Line, split_mark
from pejl.minutes.outcome import outcome_of
from pejl.minutes.people import is_people_only, read_parties, says_nobody
from pejl.minutes.references import is_reference_line

_FREE = {Role.TEXT, Role.PRESENTATION, Role.ANNOUNCEMENT}
_HEADING_MAX = 170
_VOTE_WORDS = re.compile(
    r"^(?:For|Imod|Mod|Hverken|Undlod|Undlader|Blankt?)\b|"
    r"\b(?:stemte|stemmer|undlod|afbud|fraværende|forslag\w*|Ad\.? ?\d)\b",
    re.IGNORECASE,
)


@dataclass
class RawSection:
    """A section before it is read: its label (None: unlabelled), its heading's line, and the lines under it."""

    role: Role
    heading: str | None
    heading_line: Line | None
    level: int
    lines: list[Line] = field(default_factory=list)
    body: str | None = None
    day: dt.date | None = None
    closes_with_line: bool = False

    @property
    def filled(self) -> bool:
        """Whether anything stands under the heading."""
        return any(not line.blank for line in self.lines)


def split_sections(lines: list[Line], labels: Labels, first: RawSection | None = None) -> list[RawSection]:
    """The sections of an item's lines after its title, in order. Text before the first label belongs to `first`, else
    to a section without heading.
    """
    sections: list[RawSection] = [first or RawSection(Role.TEXT, None, None, 1)]
    resume: RawSection | None = None
    for index, line in enumerate(lines):
        current = sections[-1]
        if line.blank:
            current.lines.append(line)
            continue
        if current.closes_with_line and labels.of(line) is None:
            current = RawSection(Role.TEXT, None, None, 1)
            sections.append(current)
        if current.role is Role.ABSENT and resume is not None and not _is_absence(line):
            if labels.of(line) is None:
                current = _resumed(sections, resume)
            resume = None
        label = labels.of(line)
        if label and label.role is Role.TEXT and _goes_on_a_list(lines, index):
            label = None
        if label and label.role is Role.ABSENT:
            resume = current if current.role is Role.DECISION else None
        if label:
            sections.append(_labelled(label, line))
        elif _is_heading(lines, index, current):
            sections.append(RawSection(Role.TEXT, line.text, line, min(6, max(2, line.level))))
        else:
            current.lines.append(line)
    return [section for section in sections if section.heading or section.filled]


def _goes_on_a_list(lines: list[Line], index: int) -> bool:
    """Whether the line is one more entry of the list that the line right above it belongs to."""
    line, above = lines[index], lines[index - 1] if index else None
    return bool(line.bullet and above and above.bullet == line.bullet and above.indent == line.indent)


def _resumed(sections: list[RawSection], resume: RawSection) -> RawSection:
    """Go on with the part that an absence list interrupted ("Fraværende:" and then the decision's own words)."""
    again = RawSection(resume.role, None, None, resume.level, body=resume.body, day=resume.day)
    sections.append(again)
    return again


def _is_absence(line: Line) -> bool:
    text = split_mark(line)[1]
    return says_nobody(text) or is_people_only(text) or absence_label(line.text) is not None


def _labelled(label: Label, line: Line) -> RawSection:
    section = RawSection(label.role, label.heading, line, 1, body=label.body, day=label.day)
    if label.value:
        section.lines.append(Line(line.number, line.raw, label.value, 0, "", line.indent))
        section.closes_with_line = label.role is Role.ROUTE
    return section


def _is_heading(lines: list[Line], index: int, current: RawSection) -> bool:
    line = lines[index]
    if line.level:
        return True
    if not _looks_like_heading(line) or not _stands_alone(lines, index):
        return False
    following = next((later for later in lines[index + 1 :] if not later.blank), None)
    if following is None or ("\t" in following.raw.strip() and current.role not in _FREE):
        return False
    if current.role in _FREE:
        if current.heading is None and not any(len(above.text) > 100 for above in current.lines):
            return False  # what stands under the title before any label is particulars, not headings
        return not (is_reference_line(line.text) or is_people_only(line.text) or is_body(line.text))
    if current.role in {Role.DECISION, Role.RECOMMENDATION, Role.EARLIER_DECISION}:
        return current.filled and _cannot_be_decision(line) and following.text.endswith(".")
    return False


def _looks_like_heading(line: Line) -> bool:
    text = line.text
    if len(text) < 4 or (not text[:1].isupper() and not text[:1].isdigit()) or len(text) > _HEADING_MAX or line.bullet:
        return False
    if split_mark(line)[0] and not re.match(r"^\d{1,2}\.\s+[A-ZÆØÅ][^.]*:?$", text):
        return False
    return not text.endswith((".", ",", ";", "?", "!", '"', "”", "-")) and "\t" not in text and "|" not in text


def _stands_alone(lines: list[Line], index: int) -> bool:
    """Alone in its paragraph: blank lines around it, or (in tight layouts) nothing above and long text below."""
    above = index == 0 or lines[index - 1].blank
    below = index + 1 < len(lines) and lines[index + 1].blank
    return above and below


def _cannot_be_decision(line: Line) -> bool:
    text = line.text
    if (
        outcome_of(text)
        or _VOTE_WORDS.search(text)
        or is_people_only(text)
        or read_parties(text)
        or len(text.split()) > 9
    ):
        return False
    return not text.startswith(("at ", "At "))
