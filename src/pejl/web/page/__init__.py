"""What every page of the site shares: the frame, the menu, the words, how files are delivered."""
