"""An export gives the same minutes as the printed text of the same meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from .samples_read import TWINS, exported, in_print, said


def name_of(twin: Path) -> str:
    return f"{twin.parent.name}/{twin.name.removesuffix('.twin.txt')}"


@pytest.mark.parametrize("twin", TWINS, ids=name_of)
def test_an_export_says_what_the_printed_text_says(twin: Path) -> None:
    of_export, of_print = exported(twin), in_print(twin)
    assert [item.label for item in of_export.items] == [item.label for item in of_print.items]
    for one, other in zip(said(of_export)["items"], said(of_print)["items"], strict=True):
        assert one == other
    assert said(of_export) == said(of_print)
