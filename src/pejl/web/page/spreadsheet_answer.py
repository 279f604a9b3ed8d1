"""Rows as a file that a reader takes out: the site's one way of giving a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from pejl.record.spreadsheet import MEDIA_TYPE, as_csv


def spreadsheet_answer(file_name: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    """The rows as an answer that a browser keeps as a file."""
    answer = HttpResponse(as_csv(rows), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return answer
