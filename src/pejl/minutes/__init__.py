"""A set of minutes as a document: read it, check it, write it. No database."""
