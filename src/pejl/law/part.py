"""What a statute consists of: rules, parameters and duties."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What something of a statute is. The value is the word on the site; to other programs it is the name."""

    RULE = "regel"
    PARAMETER = "sats"
    DUTY = "pligt"
