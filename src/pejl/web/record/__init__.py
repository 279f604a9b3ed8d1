"""The record on the site: bodies, meetings, items, cases, members, search."""
