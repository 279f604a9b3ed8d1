"""What we stand on is locked, used, and has its reason on paper."""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path

import pytest

from house.tree import DOCS, ROOT, SOURCE, source_files

REQUIREMENTS = ROOT / "requirements"
# An extra's list of wishes, and the one place that imports what it brings.
EXTRAS = {
    "semantic.in": SOURCE / "record" / "search" / "meaning",
    "spark.in": SOURCE / "register" / "spark.py",
    "evaluate.in": SOURCE / "screening" / "evaluation",
}
LOCKS = sorted(REQUIREMENTS.glob("*.txt"))
# Where a package is imported under another name than it is installed by, or used without being imported.
IMPORTED_AS = {
    "django-allauth": "allauth",
    "django-axes": "axes",
    "django-csp": "csp",
    "django-ninja": "ninja",
    "ibis-framework": "ibis",
    "pyyaml": "yaml",
    "scikit-learn": "sklearn",
    "scikit-survival": "sksurv",
}
USED_OTHERWISE = {"psycopg": "django.db.backends.postgresql", "whitenoise": "whitenoise.middleware"}


def names(path: Path) -> set[str]:
    """The packages that a list of wishes names, without versions and extras."""
    wishes = re.findall(r"^([a-z][\w.-]*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {wish.lower() for wish in wishes}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_hash_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert packages
    assert not [package.split()[0] for package in packages if "--hash=sha256:" not in package]
    assert "://" not in text


def test_the_front_end_lock_has_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert {"node_modules/dkfds", "node_modules/axe-core"} <= set(packages)
    for entry in packages.values():
        assert entry["integrity"].startswith("sha512-")
        assert "resolved" not in entry
        assert not entry.get("hasInstallScript")


def test_tests_run_with_the_versions_that_the_site_runs_with() -> None:
    def versions(name: str) -> set[str]:
        return set(re.findall(r"^(\S+==[^ ;]+)", (REQUIREMENTS / name).read_text(encoding="utf-8"), re.MULTILINE))

    assert versions("run.txt") <= versions("dev.txt")


def imported(but: Path | None = None) -> set[str]:
    """The packages of others that the product imports, by the name of their outermost module.

    `but` is a folder or file that is left out.
    """
    found = set()
    for path in source_files():
        if but and path.is_relative_to(but):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"pejl"}


def test_the_site_asks_for_what_it_uses_and_for_nothing_else() -> None:
    asked = names(REQUIREMENTS / "run.in").union(*(names(REQUIREMENTS / extra) for extra in EXTRAS))
    wanted = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in asked}
    code = "\n".join(path.read_text(encoding="utf-8") for path in source_files())
    otherwise = {name for name, sign in USED_OTHERWISE.items() if sign in code}
    assert wanted - otherwise == imported() - otherwise


@pytest.mark.parametrize("extra", EXTRAS)
def test_only_the_place_of_an_extra_imports_its_packages(extra: str) -> None:
    brought = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in names(REQUIREMENTS / extra)}
    assert brought <= imported()
    assert not brought & imported(but=EXTRAS[extra])
    assert not brought & names(REQUIREMENTS / "run.txt")


def test_every_dependency_has_its_sentence() -> None:
    notes = "\n".join(note.read_text(encoding="utf-8") for note in (DOCS / "decisions").glob("*.md")).lower()
    wanted = set().union(*(names(path) for path in REQUIREMENTS.glob("*.in")))
    wanted |= set(json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"])
    assert not [name for name in sorted(wanted) if f"`{name}`" not in notes]
