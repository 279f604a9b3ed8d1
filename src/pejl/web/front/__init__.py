"""The front page: what has been decided lately, and what comes."""
