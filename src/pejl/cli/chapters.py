"""The command's table of contents: each chapter's module is opened only when a person chooses the chapter.

`pejl --help` and `pejl minutes read` must answer at once, and a chapter that uses the database takes a second to load.
So a chapter is named by its module here, with the sentence that the help shows, and it is loaded when its command is
resolved. Within a chapter's module all imports stand at the top, as everywhere else.

A chapter of many commands has `Sections`: each is a function in a module, which is loaded when that command is chosen,
and all of them for the chapter's help, which quotes what each function says of itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup


def new_app(**settings: Any) -> typer.Typer:
    """A chapter's `app`. Help and errors are plain text: they come at once, and `grep` finds in them what is seen."""
    return typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )


class Chapter(NamedTuple):
    """A command or group of commands: the module that holds its `app`, and what the help says of it."""

    module: str
    sentence: str


class Contents(TyperGroup):
    """A group whose commands are titles until one of them is chosen. A subclass names its `chapters`."""

    chapters: ClassVar[dict[str, Chapter]] = {}

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, chapter in self.chapters.items():
            self.add_command(TyperCommand(name=name, help=chapter.sentence))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The chosen command itself, in the place of its title."""
        name, title, rest = super().resolve_command(ctx, args)
        if name is None:
            return name, title, rest
        module = import_module(self.chapters[name].module)
        return name, typer.main.get_command(module.app), rest


class Section(NamedTuple):
    """A command of a chapter: the module and the name in it of the function, or of the `app`, that is the command."""

    module: str
    name: str
    settings: dict[str, Any] = {}


class Sections(TyperGroup):
    """A group whose commands are loaded one by one. A subclass names its `sections`, in the order of the help."""

    sections: ClassVar[dict[str, Section]] = {}

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name in self.sections:
            self.add_command(TyperCommand(name=name))

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands."""
        return list(self.sections)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name; None where there is none."""
        if cmd_name not in self.sections:
            return None
        section = self.sections[cmd_name]
        content = getattr(import_module(section.module), section.name)
        if isinstance(content, typer.Typer):
            return typer.main.get_command(content)
        alone = new_app(add_completion=False)
        alone.command(cmd_name, **section.settings)(content)
        return typer.main.get_command(alone)
