"""Every command is in the documentation, with a heading that can be linked to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import typer

from house.tree import DOCS, ROOT
from pejl.cli.main import app


def commands(command: object, words: tuple[str, ...] = ("pejl",)) -> Iterator[str]:
    """Every command that does something, as a person types it."""
    names = getattr(command, "list_commands", None)
    if names is None or (len(words) > 1 and getattr(command, "invoke_without_command", False)):
        yield " ".join(words)
    if names is None:
        return
    context = typer.Context(command)  # type: ignore[arg-type]
    for name in names(context):
        _, chosen, _ = command.resolve_command(context, [name])  # type: ignore[attr-defined]
        yield from commands(chosen, (*words, name))


def test_every_command_has_a_heading_in_the_documentation() -> None:
    headings = set(
        re.findall(r"^#+ `(pejl [a-z ]+)`", (DOCS / "commands.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    existing = set(commands(typer.main.get_command(app)))
    assert {"pejl minutes read", "pejl record import", "pejl serve", "pejl demo"} <= existing
    assert headings == existing


def test_the_daily_words_are_explained_by_make_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z-]+):.*## \S.+", makefile, re.MULTILINE))
    assert {"demo", "serve", "test", "lint", "bench", "docs", "check"} <= explained
