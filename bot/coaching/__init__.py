"""Coaching from the command line: advice for canvases in files, and how good it is on labelled ones."""
