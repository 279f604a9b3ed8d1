"""How much a file may hold. Minutes are small: the largest seen is under 2 MB of text, the largest PDF under 60 MB.

The limits keep time and memory bounded for a file made to exhaust them; they are checked before and while a file is
unfolded, never only afterwards. Sizes are bytes unless said otherwise; a megabyte is a million bytes.
"""

from pejl.minutes.sources.unreadable import Refusal, Words

MEGABYTE = 1_000_000

FILE_BYTES = 100 * MEGABYTE
"""The largest file of any kind."""

TEXT_BYTES = 25 * MEGABYTE
"""The largest text or web file, and the most characters that any file may unfold to."""

LINE_CHARACTERS = 1_000_000
"""The longest line. A PDF tool may leave all of a set of minutes on one line; a novel is shorter than this."""

SECONDS = 60
"""How long a file may take to read. Five hundred pages of minutes take one or two seconds."""

LONG_LINE = Words(
    f"the line is longer than {LINE_CHARACTERS:,} characters, which is the limit",
    "linjen er længere end {} tegn, som er grænsen".format(f"{LINE_CHARACTERS:,}".replace(",", ".")),
)


def megabytes(size: int) -> str:
    """A size as a person says it: "25 MB"."""
    return f"{size / MEGABYTE:.0f} MB"


def too_large(limit: int) -> Refusal:
    """The refusal of a file that is larger than its kind may be."""
    return Refusal(
        Words(
            f"it is larger than {megabytes(limit)}, which is the limit for this kind of file",
            f"den fylder mere end {megabytes(limit)}, som er grænsen for denne slags fil",
        )
    )


def too_much_text() -> Refusal:
    """The refusal of a file that unfolds to more text than a set of minutes can be."""
    return Refusal(
        Words(
            f"it holds more than {megabytes(TEXT_BYTES)} of text, which is the limit",
            f"den rummer mere end {megabytes(TEXT_BYTES)} tekst, som er grænsen",
        )
    )


def too_slow() -> Refusal:
    """The refusal of a file that is not read within the time for it."""
    return Refusal(
        Words(
            f"it takes more than {SECONDS} seconds to read, which is the limit",
            f"det tager mere end {SECONDS} sekunder at læse den, og det er grænsen",
        )
    )
