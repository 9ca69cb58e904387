"""Canvases from files, into a founder's account by link or into the rehearsal."""
