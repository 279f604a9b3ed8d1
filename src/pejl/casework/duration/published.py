"""What a committee was told that longer spells cost: printed figures with their source, beside which ours are laid."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.law.yaml_text import beside, read_yaml


@dataclass(frozen=True, slots=True)
class Published:
    """A printed figure: kroner a year for so many days more, for all on the benefit; `persons` on both benefits."""

    municipality: str
    source: str
    benefit: str
    days: int
    kroner: int
    persons: int


def published(benefit: str, days: int) -> Published | None:
    """The printed figure for this benefit and so many days; None where none was printed."""
    return next((each for each in all_published() if (each.benefit, each.days) == (benefit, days)), None)


def all_published() -> list[Published]:
    """Every printed figure."""
    told = read_yaml(beside(__package__ or "", "published.yaml"))
    return [
        Published(told["municipality"], told["source"], each["benefit"], each["days"], each["kroner"], told["persons"])
        for each in told["amounts"]
    ]
