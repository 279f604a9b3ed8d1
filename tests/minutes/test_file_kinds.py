"""The same minutes as text, Word, web page and PDF are the same document."""

from __future__ import annotations

import html
import io
from functools import cache
from importlib import resources
from typing import Any

import docx
import pytest
import typst

from pejl.minutes.document import Minutes
from pejl.minutes.lines import read_lines
from pejl.minutes.reader import read_bytes

NAMES = [
    "beskaeftigelses-og-uddannelsesudvalget-2025-11-26.txt",
    "beskaeftigelsesudvalget-2026-09-09.txt",
    "oekonomiudvalget-2026-06-15.txt",
]
SET_PAGE = '#set page(paper: "a4", margin: 2.5cm, numbering: "1")\n#set text(size: 11pt, lang: "da")\n'


@cache
def text_of(name: str) -> str:
    return (resources.files("pejl.record") / "fjordby" / name).read_text("utf-8")


def runs_of(text: str) -> list[list[str]]:
    """The text as paragraphs and tables: a table is a run of lines with tabs."""
    runs: list[list[str]] = []
    for line in (line.text for line in read_lines(text.split("\n"))):
        if "\t" in line and runs and runs[-1] and "\t" in runs[-1][-1]:
            runs[-1].append(line)
        elif line:
            runs.append([line])
        else:
            runs.append([])
    return [run for run in runs if run]


def is_table(run: list[str]) -> bool:
    return len(run) > 1 and "\t" in run[0]


def as_word(text: str) -> bytes:
    document = docx.Document()
    for run in runs_of(text):
        if is_table(run):
            rows = [line.split("\t") for line in run]
            table = document.add_table(len(rows), max(map(len, rows)))
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    table.cell(r, c).text = cell
        else:
            for line in run:
                document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def as_web_page(text: str) -> bytes:
    parts = ["<!doctype html><html lang='da'><head><meta charset='utf-8'><title>Referat</title></head><body>"]
    for run in runs_of(text):
        if is_table(run):
            rows = "".join(
                "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line.split("\t")) + "</tr>" for line in run
            )
            parts.append(f"<table>{rows}</table>")
        else:
            parts += [f"<p>{html.escape(line)}</p>" for line in run]
    return "\n".join([*parts, "</body></html>"]).encode()


def as_pdf(text: str) -> bytes:
    parts = [SET_PAGE]
    for run in runs_of(text):
        if is_table(run):
            rows = [line.split("\t") for line in run]
            width = max(map(len, rows))
            cells = ", ".join(quoted(cell) for row in rows for cell in row + [""] * (width - len(row)))
            parts.append(f"#table(columns: {width}, {cells})")
        else:
            parts += [f"#par[#{quoted(line)}]" for line in run]
    return bytes(typst.compile("\n\n".join(parts).encode()))


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def facts(minutes: Minutes) -> dict[str, Any]:
    """What must be equal whatever kind of file it came in."""
    return {
        "head": (minutes.kind, minutes.body, minutes.term, minutes.date, minutes.time, minutes.place),
        "members": [(member.name, member.party, member.status) for member in minutes.members],
        "items": [
            {
                "title": item.title,
                "number": item.number,
                "case": item.case_number and item.case_number.raw,
                "closed": item.closed,
                "clauses": [words(clause.text) for clause in item.recommendation.clauses]
                if item.recommendation
                else None,
                "outcome": item.outcome,
                "outcomes": [clause.outcome for clause in item.decision.clauses] if item.decision else None,
                "votes": [(vote.on, vote.outcome, vote.for_, vote.against, vote.abstain) for vote in item.votes],
                "absent": item.absent,
                "route": [(stop.body, stop.date) for stop in item.route],
                "related": [(ref.body, ref.date, ref.item) for ref in item.related],
                "references": [(ref.body, ref.date, ref.item) for ref in item.references],
                "attachments": [(attachment.number, words(attachment.title)) for attachment in item.attachments],
                "participants": [person.name for person in item.participants],
                "tables": [[[words(cell) for cell in row] for row in (t.header, *t.rows)] for t in item.tables],
            }
            for item in minutes.items
        ],
    }


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("ending", "made"), [("docx", as_word), ("html", as_web_page), ("pdf", as_pdf)], ids=["word", "web", "pdf"]
)
def test_minutes_are_the_same_in_every_kind_of_file(name: str, ending: str, made: Any) -> None:
    plain = facts(read_bytes(name, text_of(name).encode()))
    other = facts(read_bytes(f"referat.{ending}", made(text_of(name))))
    assert other["head"] == plain["head"]
    assert other["members"] == plain["members"]
    assert len(other["items"]) == len(plain["items"])
    for before, after in zip(plain["items"], other["items"], strict=True):
        assert after == before
