"""Where the look comes from: the Danish public design system and htmx, as installed, and the addresses of static files.

Only the files that a page asks for are served. The address that a page writes carries a hash of the file's content, so
browsers may keep it for long; fonts and icons, which the style sheets ask for by name, change with a new design only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import django_htmx
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage

# What the design system's own style sheet names first for ordinary text. Ours asks for woff2, but a browser that
# has the other sheet sooner may ask for this.
OLD_FORMAT = "fonts/IBMPlexSans/complete/woff/IBMPlexSans-Regular.woff"
FONTS = ("Regular", "Italic", "SemiBold", "SemiBoldItalic", "Bold")
SHORT_HASH = 12


class ChosenFiles(FileSystemStorage):
    """A folder of which only some files are served, under a prefix."""

    prefix = ""


class ChosenFinder(BaseFinder):
    """Finds the files that `names` lists below `root`, and no others."""

    prefix: str
    root: Path
    names: frozenset[str]

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        self.storage = ChosenFiles(location=self.root)
        self.storage.prefix = self.prefix

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        """The file on disk behind the static name `path`, or nothing."""
        name = path.removeprefix(f"{self.prefix}/")
        found = str(self.root / name) if path.startswith(f"{self.prefix}/") and name in self.names else None
        if find_all:
            return [found] if found else []
        return found

    def list(self, _ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """Every file that may be served."""
        for name in sorted(self.names):
            yield name, self.storage


class DesignFinder(ChosenFinder):
    """The design system's style sheet, its woff2 fonts and its icons."""

    prefix = "dkfds"

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        package = Path(settings.NODE_MODULES) / "dkfds"
        self.root = package / "dist"
        if not package.is_dir():
            raise ImproperlyConfigured(
                f"The site cannot be shown without the design system: {package} is missing. In the repository, "
                "`make demo` and `make serve` install it; elsewhere, PEJL_NODE_MODULES names the folder that has it."
            )
        fonts = {f"fonts/IBMPlexSans/complete/woff2/IBMPlexSans-{weight}.woff2" for weight in FONTS}
        icons = {f"img/svg-icons/{icon.name}" for icon in (self.root / "img" / "svg-icons").glob("*.svg")}
        self.names = frozenset({"css/dkfds.min.css", OLD_FORMAT} | fonts | icons)
        super().__init__()


class HtmxFinder(ChosenFinder):
    """htmx as the package django-htmx carries it."""

    prefix = "django_htmx"
    root = Path(django_htmx.__file__).parent / "static" / "django_htmx"
    names = frozenset({"htmx-2.min.js"})


@cache
def fingerprint(name: str) -> str:
    """A short hash of the static file `name`; empty when there is no such file."""
    found = finders.find(name)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:SHORT_HASH] if isinstance(found, str) else ""


class NamedByContent(StaticFilesStorage):
    """Static addresses that change when the file does, without a step that copies files."""

    def url(self, name: str | None, *_args: Any, **_kwargs: Any) -> str:
        """The address of the static file `name`."""
        return f"{self.base_url}{name}?v={fingerprint(name or '')}"
