"""The rows of a delivered file as text in columns, whatever kind of file it is."""
