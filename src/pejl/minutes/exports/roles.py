"""What the texts of an exported item are for, where the export's own fields and the words inside them disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.minutes.document import Role
from pejl.minutes.exports.exported import ExportedField
from pejl.minutes.item import Setting
from pejl.minutes.keys import body_key
from pejl.minutes.labels import Label, Labels
from pejl.minutes.lines import Line, read_line
from pejl.minutes.sections import RawSection


@dataclass(frozen=True)
class FieldSections:
    """The sections that one field gives. The first is the field itself; the others begin at headings inside it."""

    role: Role
    sections: list[RawSection]


def label_of(line: Line, labels: Labels) -> Label | None:
    """The label that a field's name is. Exports write some in small letters, which no line of text is taken for."""
    return labels.of(line) or labels.of(read_line(line.number, line.text[:1].upper() + line.text[1:]))


def role_of(told: ExportedField, labels: Labels) -> Role:
    """What a field is for: as the export says, else as its name does."""
    named = label_of(read_line(1, told.label), labels) if told.label else None
    return told.role or (named.role if named else Role.TEXT)


def settle_roles(
    fields: Sequence[FieldSections], declared: Sequence[ExportedField], setting: Setting, labels: Labels
) -> list[RawSection]:
    """The sections of all fields, each with what it is for.

    Where a field is the decision, or the recommendation, that word inside another field is a quotation: `declared`
    tells of such fields even when nothing stands in them. Of decisions by several bodies, this body's is the decision.
    """
    own = {role_of(each, labels) for each in declared}
    for told in fields:
        for section in told.sections[0 if told.role is Role.TEXT else 1 :]:
            if section.role is Role.DECISION and Role.DECISION in own and told.role is not Role.DECISION:
                section.role = Role.EARLIER_DECISION
            elif section.role is Role.RECOMMENDATION and Role.RECOMMENDATION in own and told.role is not section.role:
                section.role = Role.TEXT
    sections = [section for told in fields for section in told.sections]
    for section in sections:
        if section.role is Role.DECISION and _is_other_bodys(section, setting):
            section.role = Role.EARLIER_DECISION
    return sections


def _is_other_bodys(section: RawSection, setting: Setting) -> bool:
    """Whether a decision names another body than the one that met. One dated on the meeting's day is this meeting's."""
    if section.body is None or setting.body is None or body_key(section.body) == body_key(setting.body):
        return False
    return section.day is None or section.day != setting.day
