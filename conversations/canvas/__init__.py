"""The canvas: what a venture has said about its backstage, as one frozen value."""
