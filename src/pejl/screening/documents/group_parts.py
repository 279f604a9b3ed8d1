"""How groups fare, as parts of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pejl.calendar.numbers import danish_number
from pejl.screening.documents.document import Block, Heading, Paragraph, Table
from pejl.screening.documents.numbers import told, told_share
from pejl.screening.fairness.attributes import ATTRIBUTES, attribute_word
from pejl.screening.training.run import Group, TrainingRun

ERROR_HEADS = ("Gruppe", "Forløb", "Rådes til indsats", "Råd uden behov", "Lange, der overses")
HOLD_HEADS = ("Gruppe", "Observeret/forventet", "Orden (AUC)", "Kan slippes", "Lange blandt de slupne")


def group_parts(run: TrainingRun) -> Iterator[Block]:
    """Each attribute's groups, and what another way of choosing would do."""
    yield Paragraph(
        "Grupperne er kun til at se, om fejl rammer skævt. Køn er ikke i modellen. Grupper under fem "
        "personer er lagt sammen med andre, tal for få er ikke vist, og antal er til nærmeste ti. »Råd uden behov« er "
        "af dem, der ikke blev lange; »lange, der overses« er af dem, der gjorde."
    )
    for attribute in dict.fromkeys(group.attribute for group in run.groups):
        groups = [group for group in run.groups if group.attribute == attribute]
        yield Heading(attribute_word(attribute), 3)
        yield Table(f"{attribute_word(attribute)}: fejl", ERROR_HEADS, tuple(map(_errors, groups)))
        yield Table(f"{attribute_word(attribute)}: kalibrering og slip", HOLD_HEADS, tuple(map(_holds, groups)))
    yield from _ways(run)


def attributes_tried(run: TrainingRun) -> list[str]:
    """What the model was held against, in words."""
    tried = {group.attribute for group in run.groups}
    return [word.lower() for name, word in ATTRIBUTES.items() if name in tried and name != "alle"]


def _errors(group: Group) -> tuple[str, ...]:
    shares = (group.flagged, group.false_positive, group.false_negative)
    return (group.danish, danish_number(group.spells), *map(told_share, shares))


def _holds(group: Group) -> tuple[str, ...]:
    return (
        group.danish,
        told(group.ratio),
        told(group.auc),
        told_share(group.released),
        told_share(group.released_long),
    )


def _ways(run: TrainingRun) -> Iterator[Block]:
    if not run.ways:
        return
    yield Heading("Måden at vælge på", 3)
    yield Paragraph(
        "Den samme grænse for alle er den måde, der bruges. Ved siden af står, hvad der ville ske, hvis lige så mange "
        "blev valgt, men den samme andel af hver gruppe. Det er kun til oplysning: hvem der vælges, er en politisk "
        "beslutning, og at vælge efter gruppe kan være ulovligt."
    )
    heads = ("Gruppe", "Valgt: samme grænse", "Lange, der overses", "Valgt: samme andel", "Lange, der overses")
    for way in run.ways:
        yield Table(
            f"To måder at vælge på: {attribute_word(way.attribute).lower()}",
            heads,
            tuple(_both(way.threshold, way.same_share)),
        )


def _both(first: Sequence[Group], second: Sequence[Group]) -> Iterator[tuple[str, ...]]:
    others = {group.value: group for group in second}
    for group in first:
        other = others.get(group.value)
        if other is not None:
            shown = (group.flagged, group.false_negative, other.flagged, other.false_negative)
            yield (group.danish, *map(told_share, shown))
