"""Cohorts: a programme's ventures, who accompanies them, and what each side may see and do."""
