"""A recommendation (*indstilling*): who puts what to the body, in numbered clauses.

Clauses are what stands in a list or begins with "at"; unnumbered ones are numbered in their order. "forelægger sagen
til orientering" recommends nothing, so it has no clause.
"""

from __future__ import annotations

import re

from pejl.minutes.document import Clause, Lines, Recommendation
from pejl.minutes.lines import Line, mark_number, split_mark

_BY = re.compile(
    r"^(?P<by>[A-ZÆØÅ](?:(?!\b(?:indstilles|at)\b).){2,160}?)\s+(?:indstiller|foreslår|anbefaler|forelægger|fremlægger|indstillede|fremsender)\b",
)
_IMPERSONAL = re.compile(r"^(?:Det|Sagen|Der)\b")
_THAT = re.compile(r"^(?:at|At)\s+\S")
_INLINE = re.compile(
    r"\b(?:indstiller|foreslår|anbefaler|indstilles|foreslås|anbefales)\b[^.]*?,?\s+(?P<clause>at\s+\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_ONLY = re.compile(r"\b(?:anbefaler|godkender|beslutter|indstiller)\s*[,:]?\s*(?:at)?\s*[,:]?$", re.IGNORECASE)


def read_recommendation(lines: list[Line]) -> Recommendation | None:
    """The recommendation that the lines of its block hold; None when the block is empty."""
    filled = [line for line in lines if not line.blank]
    if not filled:
        return None
    clauses = _listed(filled) or _unnumbered(filled) or _inline(filled)
    return Recommendation(
        by=_by(filled),
        text="\n".join(line.text for line in filled),
        clauses=clauses,
        lines=Lines(first=filled[0].number, last=filled[-1].number),
    )


def _by(lines: list[Line]) -> str | None:
    for line in lines[:3]:
        if split_mark(line)[0] or _THAT.match(line.text) or _IMPERSONAL.match(line.text):
            continue
        if found := _BY.match(line.text):
            return found["by"].strip(" ,")
    return None


def _listed(lines: list[Line]) -> list[Clause]:
    """Clauses that bear marks. A list inside the lead-in, whose entries are not clauses, has no "at"
    and no lead before.
    """
    clauses: list[Clause] = []
    seen_lead = False
    for line in lines:
        mark, text = split_mark(line)
        if mark and (_THAT.match(text) or mark_number(mark) is not None or seen_lead):
            printed = mark_number(mark)
            number = printed if printed and (not clauses or printed > clauses[-1].number) else len(clauses) + 1
            clauses.append(Clause(number=number, text=text, lines=Lines(first=line.number, last=line.number)))
        elif clauses and not (line.level or _starts_afresh(line, clauses[-1])):
            clauses[-1] = _extended(clauses[-1], line)
        seen_lead = seen_lead or line.text.endswith((",", ":", " at"))
    return clauses


def _starts_afresh(line: Line, before: Clause) -> bool:
    """A sentence of its own after the last clause ("Forvaltningen bemærker ...") is not part of that clause."""
    return line.text[:1].isupper() and before.text.endswith((".", ":"))


def _unnumbered(lines: list[Line]) -> list[Clause]:
    clauses: list[Clause] = []
    for line in lines:
        if _THAT.match(line.text):
            clauses.append(
                Clause(number=len(clauses) + 1, text=line.text, lines=Lines(first=line.number, last=line.number))
            )
        elif clauses and line.text[:1].islower():
            clauses[-1] = _extended(clauses[-1], line)
    return clauses


def _inline(lines: list[Line]) -> list[Clause]:
    text = " ".join(line.text for line in lines)
    found = _INLINE.search(text)
    if not found or _LEAD_ONLY.search(text):
        return []
    clause = found["clause"]
    first = next((line for line in lines if clause[:20] in line.text), lines[0])
    return [Clause(number=1, text=clause, lines=Lines(first=first.number, last=lines[-1].number))]


def _extended(clause: Clause, line: Line) -> Clause:
    return Clause(
        number=clause.number, text=f"{clause.text} {line.text}", lines=Lines(first=clause.lines.first, last=line.number)
    )
