"""Reads of screening: a person's case, who waits for an assessment, the log and whether it is whole."""
