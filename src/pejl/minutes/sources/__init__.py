"""Files as numbered lines: what a person would read in a text, PDF, Word or web file, without losing any of it.

Whatever cannot be read is refused with one sentence (`Unreadable`); no other exception leaves this package for the
sake of a file's content.
"""

from pejl.minutes.sources.opening import file_bytes, open_bytes, open_source
from pejl.minutes.sources.source_text import SourceText
from pejl.minutes.sources.unreadable import Unreadable

__all__ = ["SourceText", "Unreadable", "file_bytes", "open_bytes", "open_source"]
