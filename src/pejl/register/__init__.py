"""People, spells, talks and offers as immutable snapshots. Only this room knows where Parquet lies."""
