"""What the numbers depend on beside the data: the versions of Python, of Pejl and of what reckons."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from pejl import __version__

LIBRARIES = ("numpy", "scipy", "scikit-learn", "skops", "pyarrow", "duckdb", "ibis-framework", "fairlearn")


def versions() -> dict[str, str]:
    """Each by its name; what is not installed is left out."""
    found = {"python": platform.python_version(), "pejl": __version__}
    for library in LIBRARIES:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            continue
    return found
