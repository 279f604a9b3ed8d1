"""The invented municipality Fjordby Kommune: minutes and agendas of its council and committees.

The texts were written for this project. They lie beside this file in several layouts and kinds of file, as real
municipalities publish theirs, and are imported through the same door. No person, place or case in them exists.
"""

from __future__ import annotations

from pathlib import Path

MUNICIPALITY = "Fjordby Kommune"
"""What the municipality is called; not every document says it."""

LICENSE = "https://opensource.org/license/mit"
"""The licence of the texts, which is the project's own."""

FOLDER = Path(__file__).parent
"""Where the documents lie. The list of them is what is there."""
