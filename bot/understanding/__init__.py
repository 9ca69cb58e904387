"""The sentence encoder, the packaged model, and the commands around them."""

MODEL = "sorter.model"
"""The file beside this one that the sorter's model is in."""
