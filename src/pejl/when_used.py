"""Modules that are loaded when something of them is used, and not before: what is heavy and not always needed.

A command that asks one question must not wait for the readers of PDF files, nor for the services that write. Such a
module is named at the top of the file, where all imports stand, and by its import too, which types and contracts see:

    if TYPE_CHECKING:
        from pejl.minutes.sources import pdf
    else:
        pdf = module("pejl.minutes.sources.pdf")

It is not for hiding a cycle, and not for what every command needs anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


class Module:
    """Stands for a module until something of it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)


def module(name: str) -> Any:
    """The module of this name, which is loaded when something of it is used."""
    return Module(name)


def exports(package: str, modules: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """A package's `__getattr__`: what it exports out of its `modules`, each loaded when one of its names is used."""
    places = {name: place for place, names in modules.items() for name in names}

    def exported(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{places[name]}"), name)

    return exported
