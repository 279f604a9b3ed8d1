"""Sickness benefit: visitation, talks, reassessment, extension and the weekly maximum (SDP)."""
