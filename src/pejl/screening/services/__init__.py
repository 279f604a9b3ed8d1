"""Verbs of screening: what is assessed, decided, told, asked and stopped. Each is an entry of the log, whole or not."""
