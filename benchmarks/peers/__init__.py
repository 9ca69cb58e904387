"""The same interview as people would otherwise write it: see `interview`, and a module for each way."""
