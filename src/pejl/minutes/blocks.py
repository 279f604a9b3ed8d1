"""The paragraphs, lists and tables of a section.

A paragraph that a page break cut in two (no stop before the gap, a small letter after it) is put together again.
"""

from __future__ import annotations

from pejl.minutes.document import Block, Lines, ListEntry, Table
from pejl.minutes.lines import Line, split_mark
from pejl.minutes.tables import find_table, is_caption

_STOPS = (".", ":", ";", "!", "?", "”", '"', ")")


def read_blocks(lines: list[Line], heading: str | None, tables: list[Table]) -> list[Block]:
    """The blocks of a section's lines. Tables go to `tables`; a block of kind "table" holds the index there."""
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.blank:
            index += 1
            continue
        caption = (
            blocks[-1].text if blocks and blocks[-1].kind == "paragraph" and is_caption(blocks[-1].text) else heading
        )
        if found := find_table(lines, index, heading, caption):
            tables.append(found.table)
            blocks.append(Block(kind="table", table=len(tables) - 1, lines=found.table.lines))
            index = found.end
        elif split_mark(line)[0]:
            block, index = _read_list(lines, index)
            blocks.append(block)
        else:
            block, index = _read_paragraph(lines, index)
            if blocks and _continues(blocks[-1], block):
                block = _joined(blocks.pop(), block)
            blocks.append(block)
    return blocks


def _read_list(lines: list[Line], index: int) -> tuple[Block, int]:
    entries: list[ListEntry] = []
    while index < len(lines):
        line = lines[index]
        if line.blank:
            following = _next_filled(lines, index)
            if following is None or not split_mark(lines[following])[0] or "\t" in lines[following].raw.strip():
                break
            index = following
            continue
        mark, text = split_mark(line)
        if mark:
            entries.append(ListEntry(mark=mark, text=text, lines=Lines(first=line.number, last=line.number)))
        elif "\t" in line.raw.strip() or line.text.startswith("|"):
            break
        else:
            last = entries.pop()
            entries.append(
                ListEntry(
                    mark=last.mark,
                    text=f"{last.text} {line.text}",
                    lines=Lines(first=last.lines.first, last=line.number),
                )
            )
        index += 1
    return Block(
        kind="list", entries=entries, lines=Lines(first=entries[0].lines.first, last=entries[-1].lines.last)
    ), index


def _read_paragraph(lines: list[Line], index: int) -> tuple[Block, int]:
    """Lines that follow each other are one paragraph while the text runs on; a line after a stop starts a new one."""
    first = lines[index]
    text, last = first.text, first.number
    index += 1
    while index < len(lines):
        line = lines[index]
        runs_on = not text.endswith(_STOPS) and (line.text[:1].islower() or len(lines[index - 1].text) > 60)
        if line.blank or split_mark(line)[0] or "\t" in line.raw.strip() or line.text.startswith("|") or not runs_on:
            break
        text, last, index = f"{text} {line.text}", line.number, index + 1
    return Block(kind="paragraph", text=text, lines=Lines(first=first.number, last=last)), index


def _next_filled(lines: list[Line], index: int) -> int | None:
    return next((i for i in range(index, len(lines)) if not lines[i].blank), None)


def _continues(before: Block, after: Block) -> bool:
    if before.kind != "paragraph" or not after.text[:1].islower():
        return False
    return not before.text.endswith(_STOPS) and len(before.text) > 40


def _joined(before: Block, after: Block) -> Block:
    return Block(
        kind="paragraph",
        text=f"{before.text} {after.text}",
        lines=Lines(first=before.lines.first, last=after.lines.last),
    )
