"""The Telegram carrier: updates in, messages out. Knows nothing of how turns are kept."""
