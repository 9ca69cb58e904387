"""The bot's own HTTP server: short requests, answered one by one."""
