"""The files of a delivery: a folder or a zip, read as streams and never unpacked or written."""
