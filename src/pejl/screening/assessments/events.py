"""What can happen to a sick leave, a person or the screening itself, as the log tells it."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    """What happened. The word is kept in the log and never used for something else."""

    VURDERET = "vurderet"
    """A model assessed a sick leave. The detail holds the whole assessment, with what went into it."""
    VIST = "vist"
    """Somebody was shown the advice."""
    TILBAGEHOLDT = "tilbageholdt"
    """The advice is shown to nobody: a shadow case, or the control arm of a trial."""
    EGEN = "egen"
    """Somebody wrote what they hold themselves, before they saw the advice."""
    FULGT = "fulgt"
    FRAVEGET = "fraveget"
    SLUPPET = "sluppet"
    """Somebody was left in peace, on a person's word. The detail has the days of the re-checks."""
    GENTJEK = "gentjek"
    """A re-check of somebody who was left in peace, and whether it stays so."""
    UNDERRETTET = "underrettet"
    FORKLARET = "forklaret"
    HOERT = "hoert"
    INDSIGELSE = "indsigelse"
    INDSIGELSE_TRUKKET = "indsigelse_trukket"
    STOPPET = "stoppet"
    STARTET = "startet"
    SPURGT = "spurgt"
    """A link to the questions was made for a person."""
    LINK_TRUKKET = "link_trukket"
    """The link was taken back before it was used."""
    SVARET = "svaret"
    RETTET = "rettet"
    """Something that went into an assessment was wrong, and what it is taken for instead."""
    AKTIVERET = "aktiveret"
    SUSPENDERET = "suspenderet"
    SLETTET = "slettet"
    """What entries said was removed by law. Their places in the chain stay."""

    @property
    def danish(self) -> str:
        """The words on the site."""
        return _DANISH[self]


DECISIONS = (Event.FULGT, Event.FRAVEGET, Event.SLUPPET)
"""What a person decided on an advice that they saw."""
_DANISH = {
    Event.VURDERET: "Vurderet",
    Event.VIST: "Rådet er vist",
    Event.TILBAGEHOLDT: "Rådet er holdt tilbage",
    Event.EGEN: "Egen vurdering",
    Event.FULGT: "Rådet er fulgt",
    Event.FRAVEGET: "Rådet er fraveget",
    Event.SLUPPET: "Sluppet",
    Event.GENTJEK: "Set efter igen",
    Event.UNDERRETTET: "Borgeren er underrettet",
    Event.FORKLARET: "Vurderingen er forklaret for borgeren",
    Event.HOERT: "Borgeren er hørt",
    Event.INDSIGELSE: "Indsigelse",
    Event.INDSIGELSE_TRUKKET: "Indsigelsen er trukket tilbage",
    Event.STOPPET: "Screeningen er stoppet",
    Event.STARTET: "Screeningen er startet igen",
    Event.SPURGT: "Spørgsmål er sendt",
    Event.LINK_TRUKKET: "Spørgsmålene er trukket tilbage",
    Event.SVARET: "Borgeren har svaret",
    Event.RETTET: "En oplysning er rettet",
    Event.AKTIVERET: "En model er taget i brug",
    Event.SUSPENDERET: "Modellen er taget ud af brug",
    Event.SLETTET: "Slettet",
}
