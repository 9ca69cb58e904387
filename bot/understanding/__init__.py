"""The sentence encoder, the packaged model, and the commands around them."""
