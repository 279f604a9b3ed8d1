"""Pejl: an open platform for municipal employment services in Denmark."""

__version__ = "0.1.0"
