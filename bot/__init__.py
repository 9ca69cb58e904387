"""How it is carried: Telegram, storage, the terminal, the command line."""
