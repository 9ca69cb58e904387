"""The mentor's side: the digest, a venture's page, comments and notes, patterns over a cohort."""
