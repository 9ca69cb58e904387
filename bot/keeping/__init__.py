"""What an operator does with the database itself: back it up, put a copy back, move it elsewhere."""
