"""What longer or shorter spells cost the municipality in a year, with state reimbursement by week."""
