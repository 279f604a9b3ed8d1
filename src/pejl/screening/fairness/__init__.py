"""Whether errors and releases fall alike on groups, with intervals."""
