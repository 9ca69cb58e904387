"""Cohorts as they are stored: who is in them, what is shared, check-ins and comments."""
