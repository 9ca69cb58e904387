"""The interview in a terminal: the same engine and the same store, with a keyboard for a phone."""
