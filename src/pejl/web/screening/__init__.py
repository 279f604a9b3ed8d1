"""The room Screening on the site: waiting list, one sick leave, questions to citizens, models, figures and the log."""
