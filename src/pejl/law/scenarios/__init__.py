"""Scenarios, one file each: values supposed where the law has none that is confirmed."""
