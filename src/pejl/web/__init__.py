"""The site: one folder per room with its views, templates and `api.py`. No rule, no query, no arithmetic."""
