"""What the citizen is asked, by a link that is used once."""
