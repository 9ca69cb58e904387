"""The interview: snapshot and event in, snapshot and replies out."""
