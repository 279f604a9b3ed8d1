"""Stories: invented persons whose histories are decided by hand, with what must be found about them and when.

They are delivered with everybody else, in a team of their own, so that whoever judges the caseload by law can be held
to them. What must be found is written beside, in `stories.csv`, and was decided by the story and not by any program.
"""
