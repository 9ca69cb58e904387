"""How the sorter's model is made from labelled phrases. The running bot imports nothing of it."""
