"""The coach: small pure rules over a canvas."""
