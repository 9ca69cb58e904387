"""How the tables came to be what they are; run at start, inside one transaction."""
