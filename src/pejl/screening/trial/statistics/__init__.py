"""The arithmetic of a trial of two arms: arrays in, numbers out. Nothing here knows of persons, protocols or files."""
