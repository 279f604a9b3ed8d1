"""What a reader may ask of the record by the API, parameter by parameter. Of lists, see `page.listing`."""

from __future__ import annotations

from typing import Annotated

from ninja import Path, Query

from pejl.minutes.document import Outcome
from pejl.web.page.parameters import SLUG, TEXT, IsoDay

Slug = Annotated[str, Path(pattern=SLUG, max_length=200)]
Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="The hash of the file that was read.")]

Municipality = Annotated[str | None, Query(pattern=SLUG, max_length=200, description="A municipality's `slug`.")]
BodySlug = Annotated[str | None, Query(pattern=SLUG, max_length=200, description="A body's `slug`.")]
Case = Annotated[str | None, Query(pattern=TEXT, max_length=100, description="A case number as printed.")]
From = Annotated[IsoDay | None, Query(alias="from", description="Meetings on this day and later.")]
To = Annotated[IsoDay | None, Query(alias="to", description="Meetings on this day and earlier.")]
Year = Annotated[int | None, Query(ge=1800, le=2200, description="The year of the meeting.")]
Became = Annotated[Outcome | None, Query(description="What became of the item.")]
Subject = Annotated[
    str | None,
    Query(pattern=r"^[0-9]{2}(\.[0-9]{2}){0,2}$", description="A KLE subject or its first parts: 15, 15.00, 15.00.30."),
]
Words = Annotated[
    str,
    Query(
        pattern=TEXT,
        max_length=500,
        description='Words in any inflection, or a question; "words in quotes" together; -word leaves out. '
        "Without words: everything, newest first.",
    ),
]

PageNumber = Annotated[int, Query(ge=1, le=10_000, description="Which page of the hits, from 1.")]
Strictly = Annotated[
    bool, Query(description="Only what holds all of what was typed; nothing is put right, relaxed or found by meaning.")
]
PerPage = Annotated[int, Query(ge=1, le=100, description="How many hits a page has.")]
