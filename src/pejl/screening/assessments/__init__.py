"""Each assessment and what people did with it, in a log that is chained."""
