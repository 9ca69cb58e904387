"""What is said: the interview, the canvas, the coach. Plain values in, plain values out."""
