"""Whom the rules are about. All of them are asked of a person."""

from openfisca_core.entities import build_entity

Person = build_entity(
    key="person",
    plural="persons",
    label="Person",
    doc="A person on kontanthjælp.",
    is_person=True,
)

entities = [Person]
