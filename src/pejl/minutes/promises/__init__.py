"""Promises in a set of minutes: who said that something will come, what, to whom, and when."""
