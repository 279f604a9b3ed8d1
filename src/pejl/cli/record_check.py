"""`pejl record check`: what in the whole record somebody should look at; and the same of what has just come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from pejl.cli import django_ready as django_ready
from pejl.cli.console import AsJson, answer, answer_json
from pejl.cli.flag_lines import flag_lines
from pejl.cli.nothing import nothing_found
from pejl.cli.opening import opened
from pejl.cli.progress import told
from pejl.cli.record_find import BodySlug
from pejl.cli.spooled import Spooled
from pejl.minutes.checks.flag import Flag, FlagKind
from pejl.record.queries.checking import Checked, checked, in_turn, shown_documents

OfKind = Annotated[FlagKind | None, typer.Option("--kind", help="Only flags of this kind.")]


class Looked:
    """What was found while documents were looked through: counted always, kept on disk where it is to be JSON."""

    def __init__(self, kind: FlagKind | None = None, *, as_json: bool) -> None:
        self.documents = 0
        self.count: Counter[str] = Counter()
        self._kind = kind
        self._kept = Spooled() if as_json else None

    def through(self, documents: Iterator[Checked]) -> Iterator[Checked]:
        """The same documents, while their flags are told as text or kept for the answer."""
        for each in documents:
            self.documents += 1
            flags = [flag for flag in each.flags if self._kind in (None, flag.kind)]
            self.count.update(flag.kind.value for flag in flags)
            if self._kept is None:
                _tell(each, flags)
            else:
                for flag in flags:
                    self._kept.append(_as_data(each, flag))
            yield each

    def as_data(self) -> dict[str, Any]:
        """What was found, as the part of a JSON answer."""
        return {"checked": self.documents, "count": dict(sorted(self.count.items())), "flags": self._kept}

    def in_words(self) -> str:
        """How much was looked through and found, in one line."""
        kinds = ", ".join(f"{many} {kind}" for kind, many in sorted(self.count.items()))
        documents = f"{self.documents} {'document' if self.documents == 1 else 'documents'} checked"
        return f"{documents}: {kinds}." if kinds else f"{documents}: nothing to look at."


def check_record(body: BodySlug = None, kind: OfKind = None, as_json: AsJson = False) -> None:
    """Check the whole record, the latest meetings first: what stands on its pages, against what it knows of others.

    A flag is a place to look at, with what is stated and what was computed; nothing is corrected. Flags do not change
    the exit code.
    """
    looked = Looked(kind, as_json=as_json)
    with opened(), told("Checking") as step:
        rows = shown_documents(body)
        total = rows.count()
        for done, each in enumerate(looked.through(checked(in_turn(rows))), start=1):
            step(done, total, each.address)
    if as_json:
        answer_json(looked.as_data())
    elif looked.documents:
        answer(looked.in_words())
    if not looked.documents:
        raise nothing_found("The record holds no such meeting.")


def _tell(each: Checked, flags: list[Flag]) -> None:
    if flags:
        answer("\n".join([each.address, *(flag_lines(flag) for flag in flags)]))


def _as_data(each: Checked, flag: Flag) -> dict[str, Any]:
    meeting = each.document.meeting
    return {
        "address": each.address,
        "municipality": meeting.body.municipality.name,
        "body": meeting.body.name,
        "date": meeting.date.isoformat() if meeting.date else None,
        "document": each.document.sha256,
        **flag.model_dump(mode="json"),
    }
