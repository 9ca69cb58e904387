"""What a founder's phrase is about: which block it belongs to and which kind it is, with how sure that is."""
