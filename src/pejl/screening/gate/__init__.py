"""What a model must reach before it may be used, and who answered for it."""
