"""The numbers of a Word file's lists: Word does not store them with the text, but counts them by the list's rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pejl.minutes.sources.xml_parts import attribute, child, local_name, number, value

LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts. `text` is the mark's pattern: "%1.%2" is the first two levels' numbers."""

    start: int = 1
    format: str = "decimal"
    text: str = "%1."
    restart: int | None = None
    legal: bool = False


_PLAIN = _Level()


class Numbering:
    """Counts a document's lists from its first paragraph to its last; ask once for each paragraph, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._rules: dict[str, dict[int, _Level]] = {}
        self._rule_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, _Level]] = {}
        self._first_numbers: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._met: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def mark(self, list_id: str, level: int) -> str:
        """The mark of a list's next entry at a level (0 is outermost): "1.", "a)", "-"; empty where it has none."""
        level = min(max(level, 0), LEVELS - 1)
        rule = self._rule_of.get(list_id)
        if rule is None:
            return ""
        counts = self._counts.setdefault(rule, [None] * LEVELS)
        first = self._first_numbers.get(list_id, {}).get(level)
        levels = {**self._rules.get(rule, {}), **self._overrides.get(list_id, {})}
        here = levels.get(level, _PLAIN)
        if first is not None and (list_id, level) not in self._met:
            counts[level] = first
        else:
            count = counts[level]
            counts[level] = here.start if count is None else count + 1
        self._met.add((list_id, level))
        for deeper in range(level + 1, LEVELS):
            restart = levels.get(deeper, _PLAIN).restart
            if restart is None or level < restart:
                counts[deeper] = None
        return _mark(levels, level, counts)

    def _read(self, root: etree._Element) -> None:
        style_rules: dict[str, str] = {}
        linked: dict[str, str] = {}
        for rule in root:
            if local_name(rule) != "abstractNum":
                continue
            rule_id = attribute(rule, "abstractNumId") or ""
            self._rules[rule_id] = _levels(rule)
            if (style := value(rule, "styleLink")) is not None:
                style_rules[style] = rule_id
            if (link := value(rule, "numStyleLink")) is not None:
                linked[rule_id] = link
        for use in root:
            if local_name(use) != "num":
                continue
            list_id = attribute(use, "numId") or ""
            rule_id = value(use, "abstractNumId") or ""
            self._rule_of[list_id] = style_rules.get(linked.get(rule_id, ""), rule_id)
            self._overrides[list_id] = {}
            self._first_numbers[list_id] = {}
            for override in use:
                level = number(attribute(override, "ilvl"))
                if local_name(override) != "lvlOverride" or level is None:
                    continue
                if (first := number(value(override, "startOverride"))) is not None:
                    self._first_numbers[list_id][level] = first
                self._overrides[list_id].update(_levels(override))


def _levels(parent: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in parent:
        level = number(attribute(element, "ilvl"))
        if local_name(element) != "lvl" or level is None:
            continue
        start = number(value(element, "start"))
        levels[level] = _Level(
            start=1 if start is None else start,
            format=value(element, "numFmt") or "decimal",
            text=value(element, "lvlText") or "",
            restart=number(value(element, "lvlRestart")),
            legal=child(element, "isLgl") is not None and value(element, "isLgl") not in ("0", "false"),
        )
    return levels


def _mark(levels: dict[int, _Level], level: int, counts: list[int | None]) -> str:
    here = levels.get(level, _PLAIN)
    if here.format == "bullet":
        return "-"
    if here.format == "none":
        return re.sub(r"%\d", "", here.text).strip()

    def shown(found: re.Match[str]) -> str:
        outer = int(found[1]) - 1
        if outer < 0:
            return ""
        rule = levels.get(outer, _PLAIN)
        count = counts[outer]
        return written(rule.start if count is None else count, "decimal" if here.legal else rule.format)

    return re.sub(r"%(\d)", shown, here.text).strip()


def written(count: int, style: str) -> str:
    """A number as a list writes it, by Word's name for the way: "lowerLetter" gives a, b, … z, aa, bb."""
    if style in ("lowerLetter", "upperLetter") and count > 0:
        # Beyond z Word doubles the letter. It stops somewhere too: the 1,000th entry has no readable mark.
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 40)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        roman = _roman(count)
        return roman.upper() if style == "upperRoman" else roman
    if style == "decimalZero":
        return f"{count:02d}"
    if style in ("none", "bullet"):
        return ""
    return str(count)


def _roman(count: int) -> str:
    signs = (
        *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
        *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    )
    text = ""
    for size, sign in signs:
        times, count = divmod(count, size)
        text += sign * times
    return text
