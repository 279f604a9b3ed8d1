"""What a Word file's styles say of a paragraph: whether it is a heading, and which list it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pejl.minutes.sources.xml_parts import attribute, child, local_name, number, value

_HEADING_NAME = re.compile(r"(?:heading|overskrift) ?([1-9])", re.IGNORECASE)
_BODY_TEXT = 9
"""The outline level that means "no heading"."""


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    outline: int | None
    list_id: str | None
    list_level: int | None


class Styles:
    """The paragraph styles of a Word file."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        for element in root if root is not None else ():
            style_id = attribute(element, "styleId")
            if local_name(element) == "style" and style_id is not None:
                self._styles[style_id] = _style(element)

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """1 for the outermost heading, and so on; None for a paragraph that is not a heading."""
        settings = child(paragraph, "pPr")
        outline = number(value(settings, "outlineLvl"))
        if outline is None:
            outline = next((style.outline for style in self._line_of(settings) if style.outline is not None), None)
        return None if outline is None or not 0 <= outline < _BODY_TEXT else outline + 1

    def list_place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The id of the paragraph's list and its level in it, 0 outermost; None for a paragraph outside lists."""
        settings = child(paragraph, "pPr")
        list_id = value(settings, "numPr", "numId")
        level = number(value(settings, "numPr", "ilvl"))
        for style in self._line_of(settings):
            list_id = style.list_id if list_id is None else list_id
            level = style.list_level if level is None else level
        # List 0 is how a paragraph says that it is not in the list of its style.
        return None if list_id is None or list_id == "0" else (list_id, level or 0)

    def _line_of(self, settings: etree._Element | None) -> list[_Style]:
        """The paragraph's style, the style that one is based on, and so on."""
        line: list[_Style] = []
        met: set[str] = set()
        style_id = value(settings, "pStyle")
        while style_id is not None and style_id in self._styles and style_id not in met:
            met.add(style_id)
            line.append(self._styles[style_id])
            style_id = line[-1].based_on
        return line


def _style(element: etree._Element) -> _Style:
    settings = child(element, "pPr")
    outline = number(value(settings, "outlineLvl"))
    name = value(element, "name") or ""
    if outline is None and (found := _HEADING_NAME.fullmatch(name)):
        outline = int(found[1]) - 1
    elif outline is None and name.lower() in ("title", "titel"):
        outline = 0
    return _Style(
        based_on=value(element, "basedOn"),
        outline=outline,
        list_id=value(settings, "numPr", "numId"),
        list_level=number(value(settings, "numPr", "ilvl")),
    )
