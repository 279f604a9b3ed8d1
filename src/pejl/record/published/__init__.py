"""What the record has published, under which paths, and when: the ground under OParl, the export and the feeds.

Everything that other systems can ask for (a meeting, an item, a person, a case, ...) has a path that stays, a time when
it was first published, a time when it last changed, and, where it is no longer published, a mark that says so. All of
it follows from the documents, the times in their receipts, and the acts that withdraw them; nothing follows from the
order in which anything was worked through.
"""
