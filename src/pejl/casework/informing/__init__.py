"""Who must be told of a change in the law, who was told, and who was missed or told wrongly."""
