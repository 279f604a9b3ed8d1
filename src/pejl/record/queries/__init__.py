"""What the pages and the API read of the record. Reads only: whatever writes lives in `pejl.record.services`.

One module per question: which bodies (`bodies`), what happened at a meeting (`meetings`), what became of an item
(`items`, its text cut up in `passages`, its lines in the file in `source`), where references lead (`pointers`), how a
case moved (`cases`), how a person met and voted (`people`), what is new and what comes (`lately`), how complete the
record is (`completeness`), where something is said (`finding`); `catalogue` has the API's lists. Every function takes a
constant number of database queries, however large the meeting.
"""
