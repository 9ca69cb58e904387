"""Links that lead into the chat: what they are for, how one is made, and what following one does."""
