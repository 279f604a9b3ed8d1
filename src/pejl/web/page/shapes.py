"""What every answer of the API is made of, whatever room it is about."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Any answer: closed to fields that the schema does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Resource(Shape):
    """Something with an address in the API and a page on the site."""

    url: str = Field(description="The resource in the API.")
    page: str = Field(description="The same on the site.")


class Listing(Shape):
    """A stretch of a list. `next` and `previous` are null at its ends."""

    total: int = Field(ge=0, description="How many there are in all.")
    limit: int = Field(ge=1)
    offset: int = Field(ge=0)
    next: str | None
    previous: str | None
