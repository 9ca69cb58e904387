"""Files that come in: sent to the chat, or named on the command line."""
