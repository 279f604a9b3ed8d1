"""Tokens: how another system asks the API, with few rights, for one purpose, and for a time."""
