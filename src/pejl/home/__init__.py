"""One installation: its folder, writes that are there whole or not at all, and whose turn it is to write."""
