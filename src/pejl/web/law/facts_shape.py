"""The facts of a person as the API takes them: one field for each fact that any rule of the law asks for.

It is made of the law's own list, so that what can be sent is described name by name, with its meaning and its words.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StrictBool, create_model
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from pejl.law.given import Given
from pejl.law.givens import DAY
from pejl.law.law import law
from pejl.web.page.shapes import Shape
from pejl.web.record.asked import IsoDay

MOST = 1_000_000
"""More than any amount, age or count of one person."""
FIRST_YEAR, LAST_YEAR = 1800, 2199
_YEARS = "^(1[89]|2[01])[0-9]{2}-"
"""The same as a pattern, for the description."""


def _within_reach(day: dt.date) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"it must lie between {FIRST_YEAR} and {LAST_YEAR}")
    return day


LawDay = Annotated[IsoDay, AfterValidator(_within_reach), Field(json_schema_extra={"pattern": _YEARS})]
"""A day that the law can be asked about."""


@dataclass(frozen=True)
class OneOf:
    """Marks a text that must be one of the words, and is described as such."""

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The text's schema, and after it the words."""
        return core_schema.no_info_after_validator_function(self._one, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The description."""
        return {**handler(schema), "enum": list(self.words)}

    def _one(self, word: str) -> str:
        if word not in self.words:
            raise ValueError(f"it must be one of {', '.join(self.words)}")
        return word


def _kind(given: Given) -> Any:
    if given.kind is bool:
        return StrictBool
    if given.kind is dt.date:
        return LawDay
    if given.kind is str:
        return Annotated[str, OneOf(given.words)]
    return Annotated[given.kind, Field(strict=True, ge=-MOST, le=MOST, allow_inf_nan=False)]


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
