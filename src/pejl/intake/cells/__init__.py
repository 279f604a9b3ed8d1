"""Cells as deliveries write them, read a column at a time into the values that the contract keeps."""
