"""Everything a person reads: phrases by key, rendered from a catalogue."""
