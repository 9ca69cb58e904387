"""Turns, canvases and what waits to be sent: one transaction a turn, on disk before it counts."""
