"""What the law needs to be told: facts of a person, a case or a month that no rule computes."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 10**15
"""What no amount and no count of the law comes near; what is larger is no number that øre can be told of."""


@dataclass(frozen=True, slots=True)
class Given:
    """A fact that must be given. `kind` is bool, int, float, str or datetime.date; a str has its `words`.

    `means` says in Danish what it is, and what it is not. It may be unknown (None, or a null in a column): then what
    rests on it is unknown too, unless it makes no difference (»not true or unknown« is unknown, »true or unknown« is
    true). `example` is a plausible value, for forms and docs.
    """

    name: str
    kind: type
    means: str
    unit: str = ""
    words: tuple[str, ...] = ()
    example: object = None
    cites: str = ""
