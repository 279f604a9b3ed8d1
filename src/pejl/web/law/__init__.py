"""The room Lov: what applies on a day, what changes, and what it comes to for one person."""
