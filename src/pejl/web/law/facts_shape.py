"""The facts of a person as the API takes them: one field for each fact that any rule of the law asks for.

It is made of the law's own list, so that what can be sent is described name by name, with its meaning and its words.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, create_model

from pejl.law.given import Given
from pejl.law.givens import DAY
from pejl.law.law import law
from pejl.web.page.parameters import IsoDay
from pejl.web.page.shapes import Shape

MOST = 1_000_000
"""More than any amount, age or count of one person."""
FIRST_YEAR, LAST_YEAR = 1800, 2199
_YEARS = "^(1[89]|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
"""The same as a pattern, for the description."""


def _within_reach(day: dt.date) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"it must lie between {FIRST_YEAR} and {LAST_YEAR}")
    return day


LawDay = Annotated[IsoDay, AfterValidator(_within_reach), Field(json_schema_extra={"pattern": _YEARS})]
"""A day that the law can be asked about."""


@dataclass(frozen=True)
class OneOf:
    """Lets a text pass that is one of the words. `as_enum` describes it."""

    words: tuple[str, ...]

    def __call__(self, word: str) -> str:
        """The word, if it is one of them."""
        if word not in self.words:
            raise ValueError(f"it must be one of {', '.join(self.words)}")
        return word

    @property
    def as_enum(self) -> Any:
        """The words for the description."""
        return Field(json_schema_extra={"enum": list(self.words)})


def _whole(number: object) -> object:
    """JSON knows one kind of number: 12.0 is a whole one, as JSON Schema has it too."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _kind(given: Given) -> Any:
    if given.kind is bool:
        return StrictBool
    if given.kind is dt.date:
        return LawDay
    if given.kind is str:
        words = OneOf(given.words)
        return Annotated[str, AfterValidator(words), words.as_enum]
    bounded = Field(strict=True, ge=-MOST, le=MOST, allow_inf_nan=False)
    return Annotated[int, bounded, BeforeValidator(_whole)] if given.kind is int else Annotated[float, bounded]


def _field(given: Given) -> tuple[Any, Any]:
    unit = f" ({given.unit})" if given.unit else ""
    return _kind(given) | None, Field(default=None, description=f"{given.means}{unit}")


if TYPE_CHECKING:

    class LawFacts(Shape):
        """What is known of a person."""
else:
    LawFacts = create_model(
        "LawFacts",
        __base__=Shape,
        __doc__="What is known of a person. Null is unknown; what is left out is not told.",
        **{name: _field(given) for name, given in law().book.givens.items() if name != DAY},
    )
