"""What the citizen is told: that the tool is used, why it said what it said, and how to object."""
