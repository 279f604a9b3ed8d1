"""What has been published, here or elsewhere: the archive of minutes, their versions, references and search."""
