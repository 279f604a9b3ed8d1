"""Words that minutes write short with a stop, which ends no sentence: "jf.", "pkt.", "mio.", "f.eks."."""

from __future__ import annotations

ABBREVIATED = (
    r"ad|bl\.a|ca|d|dvs|ekskl|evt|f\.eks|fx|hhv|inkl|jf|kap|kl|kr|m\.fl|mia|mil|mio|mv|nr|pkt|pr|stedef|stedf|stk|"
    r"suppl|vedr"
)
"""The words without their last stop, as alternatives of a regular expression; read in small and capital letters."""

LONGEST_ABBREVIATION = 12
"""So many signs before a stop tell whether it belongs to one of them."""
