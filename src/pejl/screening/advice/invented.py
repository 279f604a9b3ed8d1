"""What the invented municipality Fjordby has decided about screening, for the demo."""

from __future__ import annotations

from importlib.resources import files

from pejl.home.durable import write_whole
from pejl.home.folders import Home
from pejl.screening.advice.policy import NAME


def decide(home: Home) -> None:
    """Give the demo Fjordby's policy. What an installation has decided itself is left alone."""
    path = home.root / NAME
    if not path.exists():
        write_whole(path, (files("pejl.screening.advice") / "fjordby.toml").read_bytes())
