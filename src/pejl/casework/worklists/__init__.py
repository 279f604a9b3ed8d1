"""Worklists: which deadlines somebody should look at, in the order in which looking helps most."""
