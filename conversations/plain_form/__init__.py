"""Plain canvases: lists of text per block, as programmes and other tools keep them, read into a canvas."""
